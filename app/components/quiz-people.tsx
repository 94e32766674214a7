import { inWords } from '#app/domain/days.ts';
import type { ResultRow } from '#app/domain/quiz/result-rows.ts';
import { scoreInWords } from '#app/domain/quiz/result-words.ts';
import { lastingShort, OUTSIDE_WORDS, STATE_WORDS } from '#app/domain/quiz/year-words.ts';
import { DayText } from './day-text.tsx';
import { type Column, Table } from './table.tsx';

const NAME: Column = { key: 'name', head: 'Person', isRowHead: true };
const ATTEMPTS: Column = { key: 'attempts', head: 'Attempts' };
const LAST: Column = { key: 'last', head: 'Last attempt' };
const PASSED: Column = { key: 'passed', head: 'Passed on' };
const VALID: Column = { key: 'valid', head: 'Counts' };
const TALKED: Column = { key: 'talked', head: 'Talked with' };
const PRINT: Column = { key: 'print', head: 'To print' };
const WHY: Column = { key: 'why', head: 'Why not counted' };
const STATE: Column = { key: 'state', head: 'Result' };

type PeopleProps = { caption: string; rows: readonly ResultRow[] };

/** Those who failed and have not passed yet. */
export function FailedPeople({ caption, rows }: PeopleProps) {
  const hasTalks = rows.some(({ talkedOn }) => talkedOn !== null);
  const columns = [NAME, ATTEMPTS, LAST, ...(hasTalks ? [TALKED] : [])];
  return <People caption={caption} rows={rows} columns={columns} />;
}

/** Those who passed, until when it counts, and the certificate of it. */
export function PassedPeople({ caption, rows }: PeopleProps) {
  const counts = rows.some(({ completes }) => completes);
  const columns = [NAME, ATTEMPTS, PASSED, ...(counts ? [VALID] : []), PRINT];
  return <People caption={caption} rows={rows} columns={columns} />;
}

/** Those who are in no figure, and why. */
export function OtherPeople({ caption, rows }: PeopleProps) {
  const hasPassed = rows.some(({ certificate }) => certificate !== null);
  const columns = [NAME, STATE, ATTEMPTS, LAST, WHY, ...(hasPassed ? [PRINT] : [])];
  return <People caption={caption} rows={rows} columns={columns} />;
}

function People({ caption, rows, columns }: PeopleProps & { columns: Column[] }) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      isDense
      columns={columns}
      rows={rows.map((row) => ({ key: row.personId, cells: cellsOf(row) }))}
    />
  );
}

function cellsOf(row: ResultRow) {
  const { last, passedOn, talkedOn, why } = row;
  return {
    name: <a href={`/dsl/people/${row.personId}`}>{row.name}</a>,
    state: STATE_WORDS[row.state],
    attempts: <span className="figures">{row.attempts}</span>,
    last: last ? (
      <>
        <DayText day={last.on} />, <span className="figures">{scoreInWords(last)}</span>
        {last.isWithdrawn ? '; that pass was withdrawn' : null}
      </>
    ) : null,
    passed: passedOn ? <DayText day={passedOn} /> : null,
    valid: lastingShort(row.lasting, row.completes),
    talked: talkedOn ? <DayText day={talkedOn} /> : null,
    why: why ? OUTSIDE_WORDS[why] : null,
    print: <CertificateLink row={row} />,
  };
}

function CertificateLink({ row: { certificate, name } }: { row: ResultRow }) {
  if (certificate === null) return null;
  return (
    <a href={`/dsl/quizzes/${certificate.quizId}/certificate/${certificate.attemptId}`}>
      Certificate<span className="govuk-visually-hidden"> of {name}</span>
    </a>
  );
}

/** Those who have not tried in this period: names, with a pass of earlier years where there is one. */
export function UntriedPeople({ rows }: { rows: readonly ResultRow[] }) {
  return (
    <ul className="names">
      {rows.map((row) => (
        <li className="names__name" key={row.personId}>
          <a href={`/dsl/people/${row.personId}`}>{row.name}</a>
          {row.passedOn ? (
            <span className="names__note"> {earlierWords(row, row.passedOn)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** "passed on 3 March 2026, to 3 March 2028". */
function earlierWords(row: ResultRow, on: NonNullable<ResultRow['passedOn']>): string {
  const counts = lastingShort(row.lasting, row.completes);
  return [`passed on ${inWords(on)}`, counts].filter(Boolean).join(', ');
}
