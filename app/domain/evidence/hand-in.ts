import { isInAudience } from '../audience.ts';
import { type Day, inWords } from '../days.ts';
import { anniversaryLoss, datePreview } from '../preview.ts';
import type { Standing } from '../standing.ts';
import type { PersonFacts, Policy, Requirement } from '../types.ts';
import { isRetired } from '../versions.ts';
import { counted } from '../words.ts';

/**
 * Can somebody hand something in for it? What is read is declared, and what counts only when it is
 * done here is recorded by whoever did it with them.
 */
export function takesHandIns(requirement: Requirement, on: Day): boolean {
  const lines = requirement.versions.at(-1)?.lines ?? [];
  const isRead = lines.some(({ cycle }) => cycle.kind === 'edition');
  return !isRetired(requirement, on) && !requirement.siteSpecific && !isRead;
}

/** Those of somebody's requirements for which they can hand something in: early too. */
export function openToHandIn(standings: readonly Standing[]): Requirement[] {
  return standings
    .filter(({ status, comingOn }) => status !== 'not-required' || comingOn !== null)
    .filter(({ requirement, on }) => takesHandIns(requirement, on))
    .map(({ requirement }) => requirement);
}

export type HandInDays = { completedOn: Day; printedExpiryOn: Day | null };

/** A day that cannot be, and the field in which it was typed; null where both can. */
export function dayFault(
  { completedOn, printedExpiryOn }: HandInDays,
  today: Day,
): { field: 'completedOn' | 'printedExpiryOn'; message: string } | null {
  if (completedOn > today) {
    const message = 'The day it was completed must be today or in the past';
    return { field: 'completedOn', message };
  }
  if (printedExpiryOn !== null && printedExpiryOn < completedOn) {
    const message = 'The printed expiry must be on or after the day it was completed';
    return { field: 'printedExpiryOn', message };
  }
  return null;
}

/** What somebody is to know before they hand it in: what has run out already, what is lost. */
export function handInWarnings(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  days: HandInDays,
  today: Day,
): string[] {
  const ranOut = ranOutWarning(policy, person, requirement, days, today);
  if (ranOut !== null) return [ranOut];
  const loss = anniversaryLoss(policy, person, requirement, days.completedOn);
  if (loss === null) return [];
  const { daysLost, validTo, windowOpensOn, validToIfKept } = loss;
  return [
    `This is early: it counts to ${inWords(validTo)}. Done on or after ${inWords(windowOpensOn)} it would have counted to ${inWords(validToIfKept)}, ${counted(daysLost, 'day', 'days')} longer.`,
  ];
}

function ranOutWarning(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  { completedOn, printedExpiryOn }: HandInDays,
  today: Day,
): string | null {
  const all = datePreview(policy, requirement, completedOn, printedExpiryOn);
  const own = all.filter(({ line }) => isInAudience(person, line.audience, today));
  const lines = own.length > 0 ? own : all;
  const lasts = lines.some(({ validTo }) => validTo === null || validTo >= today);
  const [first] = lines;
  if (lasts || !first) return null;
  return `${first.sentence} That is past, so it will not count today. Check the day, and whether you have a newer certificate.`;
}
