import { inDateOf } from '../counting.ts';
import { questionsOf } from '../questions.ts';
import type { Dashboard } from './dashboard.ts';
import { type FigureRow, SECTION_TITLES, type SectionKey, sectionsOf } from './sections.ts';
import { answerOf } from './words.ts';

type Cell = string | number | null;

const HEADING = [
  'section',
  'item',
  'figure',
  'rest',
  'left_out',
  'last_term',
  'in_date',
  'of',
  'overdue',
  'not_yet_due',
  'not_yet_due_until',
];

/**
 * The dashboard as lines of a file, in the words of the page; beside them the numbers of what is
 * told in numbers, for spreadsheets.
 */
export function dashboardCsv(dashboard: Dashboard): Cell[][] {
  const sections = sectionsOf(dashboard);
  const keys = Object.keys(SECTION_TITLES) as SectionKey[];
  return [
    HEADING,
    line('Answer', { item: answerOf(dashboard) }),
    ...questionsOf(dashboard).map(({ figure, ask }) =>
      line('Questions for the meeting', { item: figure, rest: ask }),
    ),
    ...keys.flatMap((key) => sections[key].map((row) => line(SECTION_TITLES[key], row))),
  ];
}

function line(section: string, row: Partial<FigureRow>): Cell[] {
  const { item = '', figure = '', rest = '', leftOut = '', lastTerm = '', shown } = row;
  const words = [section, item, figure, rest, leftOut, lastTerm];
  if (!shown || typeof shown === 'string') return [...words, ...NO_NUMBERS];
  const { of, overdue, notYetDue, notYetDueUntil } = shown;
  return [...words, inDateOf(shown), of, overdue, notYetDue, notYetDueUntil];
}

const NO_NUMBERS = HEADING.slice(6).map(() => null);
