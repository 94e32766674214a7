import { type Count, inDateOf } from '../counting.ts';
import { type Day, inWords } from '../days.ts';
import { beginningOf } from '../editions.ts';
import { counted, sentenceCase } from '../words.ts';
import type { EditionDetails } from './edition.ts';
import { type EditionPreview, haveToRead } from './edition-preview.ts';

/** "31 of 52 have read it, 15 have until 31 October 2026, 6 are overdue; 2 exempt, 1 away". */
export function readInWords(count: Count): string {
  const { of, notYetDue, notYetDueUntil, overdue, exempt, away } = count;
  if (of + exempt + away === 0) return 'No one in this group';
  const n = inDateOf(count);
  const rest = [
    notYetDue > 0 ? `${notYetDue} ${has(notYetDue)} until ${untilInWords(notYetDueUntil)}` : '',
    overdue > 0 ? `${overdue} ${overdue === 1 ? 'is' : 'are'} overdue` : '',
  ].filter(Boolean);
  const leftOut = [exempt > 0 ? `${exempt} exempt` : '', away > 0 ? `${away} away` : ''];
  const share = of === 0 ? 'No one to count' : `${n} of ${of} ${has(n)} read it`;
  return [[share, ...rest].join(', '), ...leftOut.filter(Boolean)].join('; ');
}

function untilInWords(until: Day | null): string {
  return until === null ? 'a day that is not known' : inWords(until);
}

function has(n: number): string {
  return n === 1 ? 'has' : 'have';
}

/** How an edition stands, to follow its title: "announced, from 1 September 2026". */
export function stateInWords(edition: EditionDetails, on: Day): string {
  const { state, inForceFrom, confirmedOn } = edition;
  if (state === 'draft') return `a draft, meant for ${inWords(inForceFrom)}`;
  if (state === 'announced') return `announced from ${inWords(inForceFrom)}, not confirmed yet`;
  const begins = beginningOf(edition) ?? inForceFrom;
  if (begins > on) return `confirmed, in force from ${inWords(begins)}`;
  const late =
    confirmedOn !== null && confirmedOn > inForceFrom
      ? `, confirmed here on ${inWords(confirmedOn)}`
      : '';
  return `in force from ${inWords(inForceFrom)}${late}`;
}

/** "48 people declared it, 41 of them are still here." */
export function declaredInWords({ people, inPost }: { people: number; inPost: number }): string {
  if (people === 0) return 'Nobody declared it here.';
  const who = sentenceCase(counted(people, 'person', 'people'));
  if (inPost === people) {
    return `${who} declared it, ${people === 1 ? 'who is' : 'all'} still here.`;
  }
  return `${who} declared it, ${inPost} of them still here.`;
}

/** What a publication comes to on the page of all of them. */
export type PublicationSum = {
  title: string;
  isAsked: boolean;
  inForce: { title: string; count: Count } | null;
  /** Titles of what is announced and its first day has come. */
  waiting: string[];
};

/** The first sentences of the page: who has not read what, and what waits for the lead. */
export function publicationsAnswer(sums: readonly PublicationSum[]): string {
  if (sums.length === 0) return 'Nothing is kept here yet for people to read and declare.';
  const asked = sums.filter(({ isAsked, inForce }) => isAsked && inForce !== null);
  const said = asked.map(({ inForce }) => sumInWords(inForce!.title, inForce!.count));
  const waiting = sums.flatMap((sum) => sum.waiting);
  const announced =
    waiting.length === 0
      ? ''
      : `${waiting.join(' and ')} ${waiting.length === 1 ? 'is' : 'are'} announced and ${
          waiting.length === 1 ? 'waits' : 'wait'
        } to be confirmed.`;
  const sentences = [...said, announced].filter(Boolean);
  if (sentences.length > 0) return sentences.join(' ');
  const [only, ...more] = sums;
  if (only === undefined || more.length > 0) {
    return 'Nobody is asked to read any of these documents yet.';
  }
  if (only.inForce === null) return `No edition of ${only.title} is in force yet.`;
  return `${only.inForce.title} is in force, and nobody is asked to read it yet.`;
}

function sumInWords(title: string, count: Count): string {
  const { of, notYetDue, overdue } = count;
  if (of === 0) return `${title} is asked of no one today.`;
  const n = inDateOf(count);
  if (n === of) return `All ${of} have read ${title}.`;
  const late = overdue > 0 ? `${overdue} ${overdue === 1 ? 'is' : 'are'} overdue` : '';
  const soon =
    notYetDue > 0
      ? `${notYetDue} ${has(notYetDue)} until ${untilInWords(count.notYetDueUntil)}`
      : '';
  return `${n} of ${of} ${has(n)} read ${title}: ${[late, soon].filter(Boolean).join(', ')}.`;
}

/** One choice in numbers: what it asks of how many, each a line of its own. */
export type Lot = { key: string; words: string; names: string[]; isGrave: boolean };

type Named = { name: string };

/** Whom an edition concerns, each lot with its names: shown before it is confirmed. */
export function lotsOf(preview: EditionPreview<Named>): Lot[] {
  const { read, haveUntil, stayOverdue, leftOut } = preview;
  const lot = (key: string, people: Named[], words: string, isGrave = false) => ({
    key,
    words: `${sentenceCase(counted(people.length, 'person', 'people'))} ${words}`,
    names: people.map(({ name }) => name),
    isGrave,
  });
  return [
    ...haveUntil.map(({ dueOn, people }) =>
      lot(dueOn, people, `${has(people.length)} until ${inWords(dueOn)} to read it`),
    ),
    lot(
      'overdue',
      stayOverdue,
      `did not read the edition before in time, and ${
        stayOverdue.length === 1 ? 'stays' : 'stay'
      } overdue until they have read this one`,
      true,
    ),
    lot('read', read, `${has(read.length)} read it already`),
    lot(
      'left-out',
      leftOut,
      `${leftOut.length === 1 ? 'is' : 'are'} exempt or away, and asked when that ends`,
    ),
  ].filter(({ names }) => names.length > 0);
}

/** "34 people have to read it from 26 November 2026, 3 have read it already." */
export function previewAnswer(preview: EditionPreview<unknown>, today: Day): string {
  const n = haveToRead(preview);
  const { read, leftOut, on } = preview;
  if (n + read.length + leftOut.length === 0) return 'Nobody is asked to read it.';
  const from = on > today ? ` from ${inWords(on)}` : '';
  const done = read.length > 0 ? `, ${read.length} ${has(read.length)} read it already` : '';
  return `${sentenceCase(counted(n, 'person', 'people'))} ${has(n)} to read it${from}${done}.`;
}

/** What a note comes to, which asks nothing of anybody. */
export function noteAnswer(title: string, concerned: number): string {
  if (concerned === 0) return `The note is kept with ${title}. Nobody has anything to do.`;
  const who = counted(concerned, 'person', 'people');
  return `The note is shown with ${title} to the ${who} of whom it is asked. Nobody has anything to do, and what was declared counts as before.`;
}
