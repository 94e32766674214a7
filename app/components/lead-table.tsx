import type { Leads } from '#app/domain/dashboard/leads.ts';
import { StatusTag } from './status.tsx';
import { Table } from './table.tsx';

/** The lead and the deputies by role, each with until when. */
export function LeadTable({ caption, leads }: { caption: string; leads: Leads }) {
  const { requirements, holders } = leads;
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isDense
      columns={[
        { key: 'role', head: 'Role', isRowHead: true },
        ...requirements.map((name) => ({ key: name, head: name })),
      ]}
      rows={holders.map(({ role, answers }) => ({
        key: role,
        cells: {
          role,
          ...Object.fromEntries(
            answers.map((answer, index) => [
              requirements[index],
              <Answer key={role} {...answer} />,
            ]),
          ),
        },
      }))}
    />
  );
}

function Answer({ status, words }: Leads['holders'][number]['answers'][number]) {
  return (
    <>
      <StatusTag status={status} /> <span className="lead-day">{words}</span>
    </>
  );
}
