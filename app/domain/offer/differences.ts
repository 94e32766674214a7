import { diffLines, diffWordsWithSpace } from 'diff';
import { inWords } from '../days.ts';
import { audienceInWords } from '../rule-words.ts';
import type { AppointmentKind } from '../types.ts';
import type { SectionWords } from './section.ts';

/** A piece of a text that stayed, came or went. */
export type DifferencePart = { kind: 'same' | 'added' | 'removed'; text: string };

/** What became of one thing that a section says. */
export type Difference = { what: string; isLong: boolean; parts: DifferencePart[] };

/** What differs between two revisions of a section, in the order of its form; null: nothing yet. */
export function differencesBetween(
  before: SectionWords | null,
  after: SectionWords,
  kinds: readonly AppointmentKind[],
): Difference[] {
  const was = before && told(before, kinds);
  return Object.entries(told(after, kinds)).flatMap(([what, now]) => {
    const old = was?.[what] ?? '';
    if (old === now) return [];
    const isText = TEXTS.has(what);
    return [{ what, isLong: what === 'Text', parts: isText ? byWord(old, now) : whole(old, now) }];
  });
}

const TEXTS = new Set(['Title', 'In one line', 'Text']);

function told(words: SectionWords, kinds: readonly AppointmentKind[]): Record<string, string> {
  return {
    Title: words.title,
    'In one line': words.summary,
    Text: words.body,
    'Chiefly for': audienceInWords(words.audience, kinds),
    Source: words.source.document,
    'Place in it': words.source.place,
    'Checked on': inWords(words.checkedOn),
    'To be looked at again by': inWords(words.reviewBy),
    'Answers for it': kindLabel(words.owner, kinds),
  };
}

/** What a kind of appointment is called at this school. */
export function kindLabel(key: string, kinds: readonly AppointmentKind[]): string {
  return kinds.find((kind) => kind.key === key)?.label ?? key;
}

/** So many pieces may come and go before two texts are simply others; more would take seconds. */
const MOST_EDITS = 1_500;
/** Where less than this stayed, single words in common are chance, and whole lines are told. */
const LEAST_SHARED = 1 / 3;

function byWord(old: string, now: string): DifferencePart[] {
  const options = { maxEditLength: MOST_EDITS };
  const words = diffWordsWithSpace(old, now, options)?.map(partOf);
  const longer = Math.max(lengthOf(old), lengthOf(now));
  if (words && sharedIn(words) >= LEAST_SHARED * longer) return words;
  return diffLines(old, now, options)?.map(partOf) ?? whole(old, now);
}

function sharedIn(parts: readonly DifferencePart[]): number {
  return parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? lengthOf(text) : 0), 0);
}

/** Any two texts have spaces in common. */
function lengthOf(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function partOf(change: { value: string; added: boolean; removed: boolean }): DifferencePart {
  if (change.added) return { kind: 'added', text: change.value };
  return { kind: change.removed ? 'removed' : 'same', text: change.value };
}

function whole(old: string, now: string): DifferencePart[] {
  const parts = [
    { kind: 'removed' as const, text: old },
    { kind: 'added' as const, text: now },
  ];
  return parts.filter(({ text }) => text !== '');
}
