import { addDays, type Day, daysBetween, inWords, later } from './days.ts';
import { standingOf } from './standing.ts';
import { cycleInWords } from './statuses.ts';
import type { Completion, Cycle, Line, PersonFacts, Policy, Requirement } from './types.ts';
import { validToOf } from './valid-to.ts';
import { lineFor } from './versions.ts';

/** What a change of the policy does to people, requirement by requirement. */
export type ChangePreview<Person = PersonFacts> = {
  requirement: Requirement;
  added: Person[];
  dropped: Person[];
  becomeOverdue: Person[];
};

/**
 * Who is added to or dropped from each requirement and who becomes overdue, on the day, if `after`
 * takes the place of `before`. Requirements for which nobody's lot changes are left out.
 */
export function policyChangePreview<Person extends PersonFacts>(
  before: Policy,
  after: Policy,
  people: readonly Person[],
  on: Day,
): ChangePreview<Person>[] {
  const ids = new Set([...before.requirements, ...after.requirements].map(({ id }) => id));
  return [...ids]
    .map((id) => previewOf(before, after, id, people, on))
    .filter(
      ({ added, dropped, becomeOverdue }) =>
        added.length + dropped.length + becomeOverdue.length > 0,
    );
}

function previewOf<Person extends PersonFacts>(
  before: Policy,
  after: Policy,
  id: number,
  people: readonly Person[],
  on: Day,
): ChangePreview<Person> {
  const [old, now] = [before, after].map(({ requirements }) =>
    requirements.find((requirement) => requirement.id === id),
  );
  const preview: ChangePreview<Person> = {
    requirement: (now ?? old)!,
    added: [],
    dropped: [],
    becomeOverdue: [],
  };
  for (const person of people) {
    const was = old === undefined ? 'not-required' : standingOf(before, person, old, on).status;
    const is = now === undefined ? 'not-required' : standingOf(after, person, now, on).status;
    if (was === 'not-required' && is !== 'not-required') preview.added.push(person);
    if (was !== 'not-required' && is === 'not-required') preview.dropped.push(person);
    if (was !== 'overdue' && is === 'overdue') preview.becomeOverdue.push(person);
  }
  return preview;
}

/** Until when a completion of a typed day would count under a line, and why. */
export type DatePreview = { line: Line; validTo: Day | null; sentence: string };

/**
 * For each line of the newest version: the valid to of a single completion of this day, by the
 * version that would reckon it, with the reason in a sentence.
 */
export function datePreview(
  policy: Policy,
  requirement: Requirement,
  completedOn: Day,
  printedExpiryOn: Day | null,
): DatePreview[] {
  const newest = requirement.versions.at(-1)!;
  const seenOn = later(newest.startsOn, completedOn);
  return newest.lines.map((line) => {
    const { cycle } = lineFor(requirement, line, completedOn, seenOn);
    const byCycle = validToOf(cycle, completedOn);
    const isCutShort = byCycle !== null && printedExpiryOn !== null && printedExpiryOn < byCycle;
    const validTo = isCutShort ? printedExpiryOn : byCycle;
    const words = cycleInWords(cycle, policy.publications);
    return { line, validTo, sentence: dateSentence(completedOn, cycle, words, byCycle, validTo) };
  });
}

function dateSentence(
  completedOn: Day,
  cycle: Cycle,
  words: string,
  byCycle: Day | null,
  validTo: Day | null,
): string {
  const done = `Completed on ${inWords(completedOn)}`;
  if (validTo === null) return `${done}: ${ENDLESS[cycle.kind] ?? words}.`;
  if (validTo === byCycle) return `${done}, ${words}: valid to ${inWords(validTo)}.`;
  return `${done}: valid to ${inWords(validTo)}, the day printed on the certificate; ${words} alone would reach ${inWords(byCycle!)}.`;
}

const ENDLESS: Partial<Record<Cycle['kind'], string>> = {
  once: 'done once, it does not run out',
  'not-stated': 'no interval set, it does not run out',
  edition: 'counts while the edition that was read is the one in force',
};

/** A renewal before the window in which it would keep its anniversary. */
export type AnniversaryLoss = {
  daysLost: number;
  /** First day on which a renewal counts on from the present valid to. */
  windowOpensOn: Day;
  validTo: Day;
  validToIfKept: Day;
};

/**
 * What is lost when somebody renews on this day, earlier than the window of a line that keeps its
 * anniversary: days between what it gives and what renewing within the window would give. Null
 * where nothing is lost.
 */
export function anniversaryLoss(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  completedOn: Day,
): AnniversaryLoss | null {
  const { line, validity } = standingOf(policy, person, requirement, completedOn);
  if (line === null || validity === null || validity.validTo === null) return null;
  const { cycle } = lineFor(requirement, line, completedOn, completedOn);
  if (cycle.kind !== 'months' || cycle.keepAnniversaryDays === undefined) return null;
  const runsTo = validity.withoutPrinted ?? validity.validTo;
  const windowOpensOn = addDays(runsTo, -cycle.keepAnniversaryDays);
  if (completedOn >= windowOpensOn || windowOpensOn > validity.validTo) return null;
  const validTo = validToAfter(policy, person, requirement, completedOn);
  const validToIfKept = validToAfter(policy, person, requirement, windowOpensOn);
  if (validTo === null || validToIfKept === null || validTo >= validToIfKept) return null;
  return { daysLost: daysBetween(validTo, validToIfKept), windowOpensOn, validTo, validToIfKept };
}

/** The valid to that a renewal on this day would leave the person with. */
function validToAfter(
  policy: Policy,
  person: PersonFacts,
  requirement: Requirement,
  completedOn: Day,
): Day | null {
  const renewal: Completion = {
    id: Number.MAX_SAFE_INTEGER,
    requirementId: requirement.id,
    completedOn,
    printedExpiryOn: null,
    edition: null,
    evidence: 'certificate',
    provider: null,
    reference: null,
    earnedElsewhere: false,
    check: 'counts',
  };
  const renewed = { ...person, completions: [...person.completions, renewal] };
  return standingOf(policy, renewed, requirement, completedOn).validTo;
}
