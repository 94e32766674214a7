import { inWords } from '../days.ts';
import { beginningOf } from '../editions.ts';
import type { Standing } from '../standing.ts';
import type { PersonFacts, Policy } from '../types.ts';
import type { Declaration } from './declaration.ts';
import { partsInWords } from './declaration-words.ts';
import type { EditionDetails, PublicationDetails } from './edition.ts';
import { isToRead, ownReadingOf } from './own-reading.ts';
import { readingState } from './reading.ts';
import { notYetInWords } from './reading-words.ts';

/** What there is to read for one requirement, as somebody's own page shows it. */
export type ReadingThing = {
  href: string;
  title: string;
  whatChanged: string | null;
  /** Theirs: "Part one and Annex B". */
  parts: string;
  /** Parts that a new role added since they declared it. */
  left: string[];
  isToRead: boolean;
  /** A later edition that can be opened. */
  coming: { href: string; title: string; words: string } | null;
};

type Known = {
  policy: Policy;
  person: PersonFacts;
  publications: readonly PublicationDetails[];
  declarations: readonly Declaration[];
};

/** What is read by edition for this standing; null where nothing is. */
export function readingThing(known: Known, { line, edition, on }: Standing): ReadingThing | null {
  if (line?.cycle.kind !== 'edition' || edition === null) return null;
  const { publication: key } = line.cycle;
  const editions = known.publications.find((one) => one.key === key)?.editions ?? [];
  const inForce = editions.find((one) => one.key === edition.key);
  if (inForce === undefined) return null;
  const reading = ownReadingOf({ ...known, edition: inForce, editions }, on);
  return {
    href: hrefOf(inForce),
    title: inForce.title,
    whatChanged: inForce.whatChanged,
    parts: partsInWords(reading.parts),
    left: reading.declaredOn === null ? [] : reading.left,
    isToRead: isToRead(reading),
    coming: comingOf(editions, inForce, on),
  };
}

/** Where somebody reads an edition and declares it. */
export function hrefOf({ id }: Pick<EditionDetails, 'id'>): string {
  return `/my/read/${id}`;
}

function comingOf(
  editions: readonly EditionDetails[],
  inForce: EditionDetails,
  on: Standing['on'],
): ReadingThing['coming'] {
  const next = editions.find(
    (one) => one.inForceFrom > inForce.inForceFrom && one.state !== 'draft',
  );
  if (next === undefined) return null;
  const isEarly = readingState(editions, next, on) === 'early';
  const words = isEarly
    ? `It comes into force on ${inWords(beginningOf(next) ?? next.inForceFrom)}, and can be read and declared now.`
    : notYetInWords(next, on);
  return { href: hrefOf(next), title: next.title, words };
}
