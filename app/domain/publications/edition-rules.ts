import { type Day, inWords, later } from '../days.ts';
import { beginningOf, editionInForce } from '../editions.ts';
import type { Edition } from '../types.ts';
import type { EditionDetails, PublicationDetails } from './edition.ts';

/** What stands against an act, at the field that it is about. */
export type EditionProblem = { field: string; message: string };

/** The first day on which it would be the one to read, were it confirmed today. */
export function wouldBegin({ inForceFrom }: Pick<Edition, 'inForceFrom'>, today: Day): Day {
  return later(inForceFrom, today);
}

/** As it would be, confirmed today with this due-by day. */
export function confirmed<E extends Edition>(edition: E, dueBy: Day, today: Day): E {
  return { ...edition, state: 'confirmed', confirmedOn: today, dueBy };
}

/** What stands against confirming an edition today, with this due-by day of its roll-out. */
export function problemsOfConfirming(
  { editions }: PublicationDetails,
  edition: EditionDetails,
  dueBy: Day,
  today: Day,
): EditionProblem[] {
  if (edition.state === 'confirmed') {
    return [{ field: '', message: `${edition.title} is confirmed already` }];
  }
  const begins = wouldBegin(edition, today);
  const hidden = hiderOf(editions, edition, today);
  if (hidden) {
    const message = `${hidden.title} is in force from ${inWords(hidden.inForceFrom)}, and ${edition.title} would never be the one to read. Change its first day in force if that is wrong`;
    return [{ field: '', message }];
  }
  return problemsOfDueBy(dueBy, begins, today);
}

/** The due-by day of a roll-out is not before today, and not before there is something to read. */
export function problemsOfDueBy(dueBy: Day, begins: Day, today: Day): EditionProblem[] {
  if (dueBy < today) return [{ field: 'dueBy', message: 'The due-by day must be today or later' }];
  if (dueBy >= begins) return [];
  const message = `The due-by day must be on or after ${inWords(begins)}, the first day on which it is to be read`;
  return [{ field: 'dueBy', message }];
}

/**
 * Has its first day come, with nobody to have confirmed it? One that would never be the one to read
 * waits for nothing.
 */
export function waitsToBeConfirmed(
  { editions }: PublicationDetails,
  edition: EditionDetails,
  today: Day,
): boolean {
  if (edition.state !== 'announced' || edition.inForceFrom > today) return false;
  return hiderOf(editions, edition, today) === undefined;
}

/** The confirmed edition beside which this one, confirmed today, would never be the one to read. */
function hiderOf(editions: readonly EditionDetails[], edition: EditionDetails, today: Day) {
  const begins = wouldBegin(edition, today);
  return editions.find((one) => hides(one, edition.inForceFrom, begins));
}

/** Does this confirmed edition stand in the way of one that is in force from that day? */
function hides(one: EditionDetails, inForceFrom: Day, begins: Day): boolean {
  const itBegins = beginningOf(one);
  if (itBegins === null) return false;
  if (one.inForceFrom === inForceFrom) return true;
  return one.inForceFrom > inForceFrom && itBegins <= begins;
}

/** A correction of the edition in force that is to be read again. */
export type ReadAgain = { inForceFrom: Day; dueBy: Day; whatChanged: string };

/** What stands against having an edition read again because it was corrected. */
export function problemsOfReadingAgain(
  publication: PublicationDetails,
  edition: EditionDetails,
  { inForceFrom, dueBy }: ReadAgain,
  today: Day,
): EditionProblem[] {
  if (editionInForce(publication, today)?.key !== edition.key) {
    const message = `${edition.title} is not the edition in force: nobody is asked to read it. A note can be kept with it`;
    return [{ field: '', message }];
  }
  if (inForceFrom <= edition.inForceFrom) {
    const message = `The day must be after ${inWords(edition.inForceFrom)}, when ${edition.title} came into force`;
    return [{ field: 'inForceFrom', message }];
  }
  const next = nextAfter(publication.editions, edition);
  if (next && inForceFrom >= next.inForceFrom) {
    const message = `The day must be before ${inWords(next.inForceFrom)}, when ${next.title} comes into force. If it is ${next.title} that was corrected, confirm that first`;
    return [{ field: 'inForceFrom', message }];
  }
  return problemsOfDueBy(dueBy, later(inForceFrom, today), today);
}

/** The next edition that is announced or confirmed; of a draft nobody has heard. */
function nextAfter(editions: EditionDetails[], { inForceFrom }: EditionDetails) {
  return editions
    .filter((one) => one.state !== 'draft' && one.inForceFrom > inForceFrom)
    .sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1))[0];
}

/**
 * The corrected edition that takes the place of the one in force: confirmed at once, with the same
 * parts for the same people. `kcsie-2025` becomes `kcsie-2025-2`, "KCSIE 2025, corrected 18 January
 * 2026". It has no id yet.
 */
export function correctedEdition(
  { editions }: PublicationDetails,
  edition: EditionDetails,
  { inForceFrom, dueBy, whatChanged }: ReadAgain,
  today: Day,
): Omit<EditionDetails, 'id'> {
  const first = firstOf(editions, edition);
  const { id: _, ...same } = edition;
  return {
    ...same,
    key: nextKey(editions, first.key),
    title: `${first.title}, corrected ${inWords(inForceFrom)}`,
    inForceFrom,
    state: 'confirmed',
    confirmedOn: today,
    dueBy,
    whatChanged,
    source: null,
    file: null,
    correctsId: edition.id,
    notes: [],
  };
}

/** The edition that was there before any correction of it. */
function firstOf(editions: EditionDetails[], edition: EditionDetails): EditionDetails {
  const before = editions.find(({ id }) => id === edition.correctsId);
  return before && before.inForceFrom < edition.inForceFrom ? firstOf(editions, before) : edition;
}

function nextKey(editions: EditionDetails[], key: string): string {
  const taken = new Set(editions.map((one) => one.key));
  let number = 2;
  while (taken.has(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

/** Another edition of the publication has this title already. */
export function isTitleTaken(
  editions: readonly EditionDetails[],
  title: string,
  except: number | null,
): boolean {
  const same = title.toLocaleLowerCase('en-GB');
  return editions.some((one) => one.id !== except && one.title.toLocaleLowerCase('en-GB') === same);
}

/** What of an edition can still be changed: once it is confirmed, people have read it as it is. */
export function canChangeFreely({ state }: Pick<Edition, 'state'>): boolean {
  return state !== 'confirmed';
}

/** Is its roll-out still of any moment: is it the one in force, or confirmed and to come? */
export function hasRollOut(
  publication: PublicationDetails,
  edition: EditionDetails,
  today: Day,
): boolean {
  const begins = beginningOf(edition);
  if (begins === null) return false;
  return begins > today || editionInForce(publication, today)?.key === edition.key;
}
