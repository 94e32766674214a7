import type { ResultRow } from './result-rows.ts';
import { lastingShort, OUTSIDE_WORDS, STATE_WORDS } from './year-words.ts';

type Cell = string | number | null;

const HEADING = [
  'name',
  'result',
  'attempts',
  'last_on',
  'last_score',
  'out_of',
  'withdrawn',
  'passed_on',
  'valid_to',
  'talked_on',
  'not_counted',
];

/** The results of a quiz as lines of a file: what the page shows, with days for machines. */
export function resultsCsv(rows: readonly ResultRow[]): Cell[][] {
  return [HEADING, ...rows.map(lineOf)];
}

function lineOf(row: ResultRow): Cell[] {
  const { last, lasting, passedOn } = row;
  return [
    row.sortName,
    STATE_WORDS[row.state],
    row.attempts,
    last?.on ?? null,
    last?.score ?? null,
    last?.outOf ?? null,
    last?.isWithdrawn ? 'yes' : null,
    passedOn,
    lasting?.kind === 'until' ? lasting.validTo : lastingShort(lasting, row.completes),
    row.talkedOn,
    row.why && OUTSIDE_WORDS[row.why],
  ];
}
