import type { ReactNode } from 'react';
import { SummaryList } from './content.tsx';
import { Section } from './section.tsx';

type Dated = { id: number; days: string };

type PersonDaysProps = {
  id: number;
  appointments: readonly (Dated & { label: string })[];
  absences: readonly (Dated & { to: string | null })[];
  exemptions: readonly (Dated & { requirementName: string; reason: string })[];
};

/** What somebody holds, when they are away, and what they are exempt from: each with its days. */
export function PersonDays({ id, appointments, absences, exemptions }: PersonDaysProps) {
  const home = `/admin/people/${id}`;
  const absence = `/dsl/people/${id}/absence?from=admin`;
  const exempt = `/dsl/people/${id}/exempt?from=admin`;
  return (
    <>
      <Days
        title="Appointments"
        links={[
          { href: `${home}/appoint`, label: 'Add an appointment' },
          { href: `${home}/leave`, label: 'Enter a last day' },
        ]}
        none="None. Nothing is asked of somebody without an appointment."
        rows={appointments.map(({ id: appointmentId, label, days }) => ({
          id: appointmentId,
          key: label,
          value: days,
          href: `${home}/appointments/${appointmentId}`,
        }))}
      />
      <Days
        title="Long absences"
        links={[{ href: absence, label: 'Enter a long absence' }]}
        none="None."
        rows={absences.map(({ id: absenceId, days, to }) => ({
          id: absenceId,
          key: 'Away',
          value: to === null ? `${days}, no last day known` : days,
          href: `${absence}&change=${absenceId}`,
        }))}
      />
      <Days
        title="Exemptions"
        links={[{ href: exempt, label: 'Decide on an exemption' }]}
        none="None."
        rows={exemptions.map(({ id: exemptionId, requirementName, days, reason }) => ({
          id: exemptionId,
          key: requirementName,
          value: (
            <>
              {days}
              <span className="small-note">{reason}</span>
            </>
          ),
          href: `${exempt}&change=${exemptionId}`,
        }))}
      />
    </>
  );
}

type DaysProps = {
  title: string;
  links: readonly { href: string; label: string }[];
  none: string;
  /** `href`: null where whoever looks may not change it. */
  rows: readonly { id: number; key: string; value: ReactNode; href: string | null }[];
};

/** Things with their days under one heading, each with the way to change it. */
export function Days({ title, links, none, rows }: DaysProps) {
  return (
    <Section title={title} links={links}>
      {rows.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <SummaryList
          rows={rows.map(({ href, ...row }) => ({
            ...row,
            actions: href === null ? [] : [{ href, label: 'Change', of: row.key }],
          }))}
        />
      )}
    </Section>
  );
}
