import { inDateOf } from '#app/domain/counting.ts';
import type { Shown } from '#app/domain/small-groups.ts';
import { listed } from '#app/domain/words.ts';

export type ProportionRow = {
  label: string;
  /** Small groups come as words, so that a chart cannot show what a page hides. */
  shown: Shown;
  lastTerm?: Shown;
};

/** "44 of 47 in date"; of a small group no number. */
export function figuresOf(shown: Shown): string {
  if (shown === 'all') return 'all in date';
  if (shown === 'not-all') return 'not all in date';
  if (shown === 'no-one') return 'no one in this group';
  return `${inDateOf(shown)} of ${shown.of} in date`;
}

/** What the bar's other parts are, and last term's figure: the line under the bar. */
export function wordsOf({ shown, lastTerm }: ProportionRow): string {
  const parts = typeof shown === 'object' ? partsOf(shown) : [];
  return [listed(parts), lastTermWords(lastTerm)].filter(Boolean).join('. ');
}

/** With the sign of the pointer in the bar, where figures let there be one. */
function lastTermWords(lastTerm: Shown | undefined): string {
  if (lastTerm === undefined) return '';
  const words = `Last term ${shareOf(lastTerm)}`;
  return typeof lastTerm === 'object' && lastTerm.of > 0 ? `▲ ${words}` : words;
}

function partsOf(count: { dueSoon: number; notYetDue: number; overdue: number }): string[] {
  return [
    count.dueSoon > 0 ? `${count.dueSoon} of them due soon` : '',
    count.notYetDue > 0 ? `${count.notYetDue} not yet due` : '',
    count.overdue > 0 ? `${count.overdue} overdue` : '',
  ].filter(Boolean);
}

/** The same row in the table. */
export function proportionCells({ label, shown, lastTerm }: ProportionRow) {
  const number = (pick: 'dueSoon' | 'notYetDue' | 'overdue') =>
    typeof shown === 'object' ? shown[pick] : '–';
  return {
    label,
    share: shareOf(shown),
    dueSoon: number('dueSoon'),
    notYetDue: number('notYetDue'),
    overdue: number('overdue'),
    lastTerm: lastTerm === undefined ? '–' : shareOf(lastTerm),
  };
}

function shareOf(shown: Shown): string {
  return typeof shown === 'object' ? `${inDateOf(shown)} of ${shown.of}` : WORDS[shown];
}

const WORDS = { all: 'all', 'not-all': 'not all', 'no-one': 'no one' } as const;
