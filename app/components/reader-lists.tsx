import type { ReaderShown } from '#app/domain/publications/shown.ts';
import { listed } from '#app/domain/words.ts';
import { DayText } from './day-text.tsx';
import { StatusTag } from './status.tsx';
import { type Column, Table } from './table.tsx';

type Readers = { readers: readonly ReaderShown[]; caption: string };

const NAME: Column = { key: 'name', head: 'Person', isRowHead: true };
const PARTS: Column = { key: 'parts', head: 'Reads' };

/** Who has not read it, the soonest due first, each with why. */
export function NotReadTable({ readers, caption }: Readers) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isDense
      columns={[NAME, { key: 'status', head: 'Status' }, PARTS, { key: 'why', head: 'Why' }]}
      rows={readers.map((reader) => ({
        key: reader.personId,
        cells: {
          name: <PersonLink reader={reader} />,
          status: <StatusTag status={reader.status} day={reader.dueOn} isShort />,
          parts: reader.parts,
          why: <span className="readers__why">{reader.sentence}</span>,
        },
      }))}
    />
  );
}

/** Who has read it, and when. */
export function ReadTable({ readers, caption }: Readers) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isDense
      columns={[NAME, { key: 'readOn', head: 'Declared on' }, PARTS]}
      rows={readers.map((reader) => ({
        key: reader.personId,
        cells: {
          name: <PersonLink reader={reader} />,
          readOn: reader.readOn ? <DayText day={reader.readOn} /> : null,
          parts: <PartsRead reader={reader} />,
        },
      }))}
    />
  );
}

/** A short list of names with their days, where a table would be too much. */
export function NotReadNames({ readers }: { readers: readonly ReaderShown[] }) {
  return (
    <ul className="names">
      {readers.map((reader) => (
        <li className="names__name" key={reader.personId}>
          <PersonLink reader={reader} />{' '}
          <span className="names__note">
            {reader.status === 'overdue' ? 'overdue, was due by ' : 'has until '}
            {reader.dueOn ? <DayText day={reader.dueOn} /> : 'a day that is not known'}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A role that was added since may bring a part that they have not declared. */
function PartsRead({ reader: { parts, left } }: { reader: ReaderShown }) {
  if (left.length === 0) return parts;
  return (
    <>
      {parts} <strong>({listed(left)} not declared yet: theirs only since)</strong>
    </>
  );
}

function PersonLink({ reader: { personId, name } }: { reader: ReaderShown }) {
  return <a href={`/dsl/people/${personId}`}>{name}</a>;
}
