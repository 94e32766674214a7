import { isInAudience } from '../audience.ts';
import type { Day } from '../days.ts';
import type { PersonFacts, Policy, Requirement } from '../types.ts';
import { type Declaration, partsLeft } from './declaration.ts';
import type { EditionDetails } from './edition.ts';
import { partsFor } from './parts.ts';
import { type ReadingState, readingState, requirementsToRead } from './reading.ts';

/** How one person stands with one edition on a day. */
export type OwnReading = {
  state: ReadingState;
  /** By which it is asked of them; none: they are not among its audience. */
  requirements: Requirement[];
  /** Theirs to read. Empty: all of it. */
  parts: string[];
  /** Did the school decide on these parts for a role of theirs? */
  isChosen: boolean;
  /** The day on which they last declared it; null where they have not. */
  declaredOn: Day | null;
  /** Of their parts, what they have not declared: new ones, once they have declared others. */
  left: string[];
};

type Known = {
  policy: Policy;
  person: PersonFacts;
  /** With all editions of its publication. */
  edition: EditionDetails;
  editions: readonly EditionDetails[];
  /** What the person declared of any edition. */
  declarations: readonly Declaration[];
};

/**
 * How a person stands with an edition on the day. What was recorded by hand names no parts, and is
 * taken to be of all of them.
 */
export function ownReadingOf(known: Known, on: Day): OwnReading {
  const { policy, person, edition, editions, declarations } = known;
  const requirements = requirementsToRead(policy, person, edition.publicationKey, on);
  const parts = partsFor(edition, person, on);
  const ids = new Set(requirements.map(({ id }) => id));
  const counting = person.completions.filter(
    (one) =>
      one.edition === edition.key &&
      ids.has(one.requirementId) &&
      one.check === 'counts' &&
      one.completedOn <= on,
  );
  const partsOf = new Map(declarations.map((one) => [one.completionId, one.parts]));
  const declared = counting.map(({ id }) => ({ parts: partsOf.get(id) ?? [] }));
  return {
    state: readingState(editions, edition, on),
    requirements,
    parts,
    isChosen: edition.reads.some(({ audience }) => isInAudience(person, audience, on)),
    declaredOn:
      counting
        .map(({ completedOn }) => completedOn)
        .sort()
        .at(-1) ?? null,
    left: declared.length > 0 ? partsLeft(parts, declared) : parts,
  };
}

/** Is there something for them to read and declare: nothing declared, or parts added since? */
export function isToRead({ declaredOn, left }: Pick<OwnReading, 'declaredOn' | 'left'>): boolean {
  return declaredOn === null || left.length > 0;
}
