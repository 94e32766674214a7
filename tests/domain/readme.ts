import { readFileSync } from 'node:fs';
import { type Day, dayOf } from '#app/domain/days.ts';
import type { Cycle } from '#app/domain/types.ts';

const README = new URL('../../app/domain/README.md', import.meta.url);
const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export type Row = Record<string, string>;

/** The rows of the first table under a heading of the domain's README. Throws if there is none. */
export function tableUnder(heading: string): Row[] {
  const text = readFileSync(README, 'utf8');
  const after = text.split(/^#+ /m).find((section) => section.startsWith(`${heading}\n`));
  if (after === undefined) throw new Error(`The README has no heading "${heading}"`);
  const [heads, , ...rows] = after.split('\n').filter((row) => row.startsWith('|'));
  if (heads === undefined || rows.length === 0) throw new Error(`No table under "${heading}"`);
  const names = cellsOf(heads);
  return rows.map((row) => {
    const cells = cellsOf(row);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** "1 September 2025"; null for an empty cell or a dash. */
export function dayIn(words: string | undefined): Day | null {
  if (words === undefined || words === '' || words === '–') return null;
  const [date, month, year] = words.split(' ');
  const found = dayOf(Number(year), MONTHS.indexOf(month ?? '') + 1, Number(date));
  if (found === null) throw new Error(`The README has no day "${words}"`);
  return found;
}

/** As `dayIn`, for a cell that must hold a day. */
export function mustDayIn(words: string | undefined): Day {
  const found = dayIn(words);
  if (found === null) throw new Error('The README lacks a day');
  return found;
}

/** Several, with semicolons between; none for an empty cell or a dash. */
export function partsIn(words: string | undefined): string[] {
  if (words === undefined || words === '' || words === '–') return [];
  return words.split(';').map((part) => part.trim());
}

/** "1 October 2026 to 30 November 2026", "1 October 2026 on" or a single day. */
export function timeIn(words: string): { from: Day; to: Day | null } {
  if (words.endsWith(' on')) return { from: mustDayIn(words.slice(0, -3)), to: null };
  const [from, to] = words.split(' to ');
  return { from: mustDayIn(from), to: mustDayIn(to ?? from) };
}

/** "24 months", "12 months, window 60 days", "academic year by 31 October", "once"… */
export function cycleIn(words: string): Cycle {
  const months = /^(\d+) months?(?:, window (\d+) days)?$/.exec(words);
  if (months) {
    const keepAnniversaryDays = months[2] === undefined ? undefined : Number(months[2]);
    return { kind: 'months', months: Number(months[1]), keepAnniversaryDays };
  }
  const year = /^academic year by (\d+) (\w+)(?:, (\d+) early days)?$/.exec(words);
  if (year) {
    const [, date, month = '', early = '14'] = year;
    const pad = (value: number) => String(value).padStart(2, '0');
    const dueBy = `${pad(MONTHS.indexOf(month) + 1)}-${pad(Number(date))}`;
    return { kind: 'academic-year', dueBy, earlyDays: Number(early) };
  }
  if (words === 'once') return { kind: 'once' };
  if (words === 'no interval set') return { kind: 'not-stated' };
  if (words === 'each KCSIE') return { kind: 'edition', publication: 'kcsie' };
  throw new Error(`The README has no cycle "${words}"`);
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
