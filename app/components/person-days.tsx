import { Section } from './section.tsx';
import { Table } from './table.tsx';

type Dated = { id: number; days: string };

type PersonDaysProps = {
  id: number;
  appointments: readonly (Dated & { label: string })[];
  absences: readonly (Dated & { to: string | null })[];
  exemptions: readonly (Dated & { requirementName: string; reason: string })[];
};

/** What somebody holds, when they are away, and what they are exempt from: each with its days. */
export function PersonDays(props: PersonDaysProps) {
  return (
    <>
      <Appointments id={props.id} appointments={props.appointments} />
      <Absences id={props.id} absences={props.absences} />
      <Exemptions id={props.id} exemptions={props.exemptions} />
    </>
  );
}

function Appointments({ id, appointments }: Pick<PersonDaysProps, 'id' | 'appointments'>) {
  const home = `/admin/people/${id}`;
  const links = [
    { href: `${home}/appoint`, label: 'Add an appointment' },
    { href: `${home}/leave`, label: 'Enter a last day' },
  ];
  return (
    <Section title="Appointments" links={links}>
      {appointments.length === 0 ? (
        <p className="govuk-body">None. Nothing is asked of somebody without an appointment.</p>
      ) : (
        <Table
          caption="Appointments"
          isCaptionHidden
          columns={[
            { key: 'what', head: 'Appointment', isRowHead: true },
            { key: 'days', head: 'Days' },
            { key: 'action', head: 'Change' },
          ]}
          rows={appointments.map((one) => ({
            key: one.id,
            cells: {
              what: one.label,
              days: one.days,
              action: (
                <Change href={`${home}/appointments/${one.id}`} of={`${one.label}, ${one.days}`} />
              ),
            },
          }))}
        />
      )}
    </Section>
  );
}

function Absences({ id, absences }: Pick<PersonDaysProps, 'id' | 'absences'>) {
  const form = `/dsl/people/${id}/absence?from=admin`;
  return (
    <Section title="Long absences" links={[{ href: form, label: 'Enter a long absence' }]}>
      {absences.length === 0 ? (
        <p className="govuk-body">None.</p>
      ) : (
        <Table
          caption="Long absences"
          isCaptionHidden
          columns={[
            { key: 'days', head: 'Days', isRowHead: true },
            { key: 'action', head: 'Change' },
          ]}
          rows={absences.map((one) => ({
            key: one.id,
            cells: {
              days: one.to === null ? `${one.days}, no last day known` : one.days,
              action: <Change href={`${form}&change=${one.id}`} of={`the absence ${one.days}`} />,
            },
          }))}
        />
      )}
    </Section>
  );
}

function Exemptions({ id, exemptions }: Pick<PersonDaysProps, 'id' | 'exemptions'>) {
  const form = `/dsl/people/${id}/exempt?from=admin`;
  return (
    <Section title="Exemptions" links={[{ href: form, label: 'Decide on an exemption' }]}>
      {exemptions.length === 0 ? (
        <p className="govuk-body">None.</p>
      ) : (
        <Table
          caption="Exemptions"
          isCaptionHidden
          columns={[
            { key: 'what', head: 'Exempt from', isRowHead: true },
            { key: 'days', head: 'Days' },
            { key: 'why', head: 'Reason' },
            { key: 'action', head: 'Change' },
          ]}
          rows={exemptions.map((one) => ({
            key: one.id,
            cells: {
              what: one.requirementName,
              days: one.days,
              why: one.reason,
              action: <Change href={`${form}&change=${one.id}`} of={`the exemption ${one.days}`} />,
            },
          }))}
        />
      )}
    </Section>
  );
}

function Change({ href, of }: { href: string; of: string }) {
  return (
    <a href={href}>
      Change<span className="govuk-visually-hidden"> {of}</span>
    </a>
  );
}
