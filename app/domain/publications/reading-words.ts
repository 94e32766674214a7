import { type Day, inWords } from '../days.ts';
import { beginningOf, editionInForce } from '../editions.ts';
import type { Standing } from '../standing.ts';
import { listed } from '../words.ts';
import { partsInWords } from './declaration-words.ts';
import type { EditionDetails } from './edition.ts';
import type { OwnReading } from './own-reading.ts';
import { countsUntil } from './reading.ts';

type Told = {
  edition: EditionDetails;
  /** All of its publication. */
  editions: readonly EditionDetails[];
  reading: OwnReading;
  /** By the first requirement that asks for it; null where none does. */
  standing: Pick<Standing, 'dueOn' | 'overdueSince'> | null;
};

/** The first sentence of the page of an edition, for the person who is to read it. */
export function readingAnswer(told: Told, on: Day): string {
  const { edition, editions, reading } = told;
  if (reading.requirements.length === 0) return `${edition.title} is not asked of you.`;
  const { state, declaredOn, left } = reading;
  if (state === 'not-yet') return notYetInWords(edition, on);
  if (state === 'past') return pastInWords(editions, reading, on);
  if (declaredOn === null) return toReadInWords(told);
  if (left.length > 0) {
    const are = left.length === 1 ? 'is' : 'are';
    return `You declared it on ${inWords(declaredOn)}. Since then ${listed(left)} ${are} yours to read too.`;
  }
  return `You declared it on ${inWords(declaredOn)}. ${countsInWords(told)}`;
}

/** Why reading it today counts for nothing, though it can be looked at. */
export function notYetInWords({ inForceFrom, title }: EditionDetails, on: Day): string {
  if (inForceFrom > on) {
    return `It comes into force on ${inWords(inForceFrom)}; reading it now does not count.`;
  }
  return `${title} is dated ${inWords(inForceFrom)}, and your school has not confirmed it yet: reading it now does not count.`;
}

function pastInWords(
  editions: readonly EditionDetails[],
  { declaredOn }: OwnReading,
  on: Day,
): string {
  const inForce = editionInForce({ key: '', title: '', editions: [...editions] }, on);
  const now = inForce === null ? 'It is no longer in force.' : `${inForce.title} is read now.`;
  return declaredOn === null ? now : `You declared it on ${inWords(declaredOn)}. ${now}`;
}

function toReadInWords({ edition, reading, standing }: Told): string {
  const what = `Read ${partsInWords(reading.parts)} and say so`;
  if (reading.state === 'early') {
    return `It comes into force on ${inWords(beginningOf(edition) ?? edition.inForceFrom)}. Reading it now counts already.`;
  }
  if (standing?.overdueSince) {
    return `${what}: it has been overdue since ${inWords(standing.overdueSince)}.`;
  }
  return standing?.dueOn ? `${what} by ${inWords(standing.dueOn)}.` : `${what}.`;
}

/** "It counts until a later edition comes into force." */
export function countsInWords({ edition, editions }: Pick<Told, 'edition' | 'editions'>): string {
  const until = countsUntil(editions, edition);
  return until === null
    ? 'It counts until a later edition comes into force.'
    : `It counts until ${inWords(until)}: on the day after, a later edition comes into force.`;
}
