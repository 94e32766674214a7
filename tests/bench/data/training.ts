import { uniformInt } from 'pure-rand/distribution/uniformInt';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { addDays, addMonths, type Day } from '#app/domain/days.ts';
import type { Cycle, EvidenceKind } from '#app/domain/types.ts';
import { type Member, TODAY } from './people.ts';
import { type Asked, EDITIONS } from './policy.ts';

/** A row of a training log, as a file says it. */
export type Done = {
  on: Day;
  printedExpiryOn: Day | '';
  edition: string;
  evidence: EvidenceKind;
  provider: string;
  reference: string;
  isElsewhere: boolean;
  waits: boolean;
};

/** What somebody has completed of a requirement in the days since `since`, oldest first. */
export function completionsOf(
  chance: RandomGenerator,
  member: Member,
  { cycle }: Asked,
  since: Day,
): Done[] {
  if (isOneIn(chance, 50)) return [];
  const from = member.from > since ? member.from : since;
  const until = member.to ?? TODAY;
  const all = daysOf(chance, cycle, from, member.from > since).filter((on) => on <= until);
  // Two rows of one training on one day would be the same completion.
  const days = [...new Set(all)].sort();
  return days.map((on, index) =>
    tellDone(chance, on, cycle, member, member.to === null && index === days.length - 1),
  );
}

function daysOf(chance: RandomGenerator, cycle: Cycle, from: Day, isNew: boolean): Day[] {
  if (cycle.kind === 'months') return renewed(chance, cycle.months, from, isNew);
  if (cycle.kind === 'once') return [addDays(from, uniformInt(chance, 0, isNew ? 40 : 600))];
  return everyAutumn(chance, from, isNew);
}

/** Renewed early as a rule, late sometimes, and now and then forgotten for months. */
function renewed(chance: RandomGenerator, months: number, from: Day, isNew: boolean): Day[] {
  const length = Math.round(months * 30.4);
  const days: Day[] = [];
  let on = addDays(from, uniformInt(chance, 0, isNew ? 40 : length));
  while (on <= TODAY) {
    days.push(on);
    on = addDays(on, length + offBy(chance));
  }
  return days;
}

function offBy(chance: RandomGenerator): number {
  const luck = uniformInt(chance, 0, 99);
  if (luck < 75) return -uniformInt(chance, 0, 60);
  return luck < 95 ? uniformInt(chance, 1, 75) : uniformInt(chance, 90, 400);
}

/** With the others in the weeks after the first of September; starters when they come. */
function everyAutumn(chance: RandomGenerator, from: Day, isNew: boolean): Day[] {
  const autumns = EDITIONS.filter(({ inForceFrom }) => inForceFrom >= from)
    .filter(() => !isOneIn(chance, 33))
    .map(({ inForceFrom }) => addDays(inForceFrom, uniformInt(chance, 0, 70)));
  return isNew ? [addDays(from, uniformInt(chance, 0, 20)), ...autumns] : autumns;
}

function tellDone(
  chance: RandomGenerator,
  on: Day,
  cycle: Cycle,
  { isElsewhere }: Member,
  isNewest: boolean,
): Done {
  const isRead = cycle.kind === 'edition';
  const evidence = isRead ? 'declaration' : one(chance, EVIDENCE);
  const isCertificate = evidence === 'certificate';
  const isPrinted = isCertificate && cycle.kind === 'months' && isOneIn(chance, 3);
  return {
    on,
    printedExpiryOn: isPrinted ? addMonths(on, cycle.months) : '',
    edition: isRead ? editionOn(on) : '',
    evidence,
    provider: isRead ? '' : one(chance, PROVIDERS),
    reference: isCertificate ? `C-${uniformInt(chance, 100_000, 999_999)}` : '',
    isElsewhere: isElsewhere && isOneIn(chance, 3),
    waits: isNewest && isCertificate && isOneIn(chance, 120),
  };
}

/** The one that is in force; of what was before the first, that one. */
function editionOn(on: Day): string {
  const past = EDITIONS.filter(({ inForceFrom }) => inForceFrom <= on);
  return (past.at(-1) ?? EDITIONS[0])?.key ?? '';
}

const EVIDENCE: EvidenceKind[] = [
  ...['certificate' as const, 'certificate' as const, 'register' as const],
  ...['register' as const, 'self-reported' as const],
];
const PROVIDERS = ['', '', 'Local authority', 'In school', 'National College', 'St John Ambulance'];

function one<T>(chance: RandomGenerator, things: [T, ...T[]] | T[]): T {
  return things[uniformInt(chance, 0, things.length - 1)] as T;
}

function isOneIn(chance: RandomGenerator, many: number): boolean {
  return uniformInt(chance, 1, many) === 1;
}
