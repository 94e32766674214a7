import { addCompletion, type NewCompletion } from '#app/data/completions.ts';
import type { Transaction } from '#app/data/database.ts';
import { addDeclaration } from '#app/data/declarations.ts';
import {
  type Confirmable,
  type EditionAtSchool,
  findEditionAtSchool,
} from '#app/data/own-reading.ts';
import type { Day } from '#app/domain/days.ts';
import { partsInWords } from '#app/domain/publications/declaration-words.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import { canBeDeclared } from '#app/domain/publications/reading.ts';
import { type Act, type Audit, Refusal } from './act.ts';

/** An edition of this school. Throws Refusal: another school's is not found, nor is a draft. */
export function requireEdition(
  transaction: Transaction,
  schoolId: number,
  editionId: number,
): EditionAtSchool {
  const at = findEditionAtSchool(transaction, schoolId, editionId);
  if (!at || at.edition.state === 'draft') {
    throw new Refusal('not-found', 'There is no such edition');
  }
  return at;
}

/**
 * Throws Refusal where the edition is not asked of the person, where declaring it counts for nothing, or
 * where it, its parts or its words are no longer what was `shown`.
 */
export function requireAsShown(
  confirmable: Confirmable,
  { title }: EditionDetails,
  shown: string,
  field: string,
): void {
  if (confirmable.requirements.length === 0) {
    throw new Refusal('not-allowed', `${title} is not asked of anybody with these appointments`);
  }
  if (!canBeDeclared(confirmable.state) || confirmable.shown !== shown) {
    const message = `What there is to read of ${title} has changed since this page was opened. Nothing was declared: read it again`;
    throw new Refusal('conflict', message, field);
  }
}

type Declared = {
  personId: number;
  edition: EditionDetails;
  confirmable: Confirmable;
  /** The day of the declaration: today, or the day on a sheet. */
  on: Day;
  isOnBehalf: boolean;
};

/**
 * Keeps a declaration beside those before it, word for word, under each requirement that asks for it.
 * Answers the ids of its completions.
 */
export function writeDeclaration(
  transaction: Transaction,
  act: Act,
  audit: Audit,
  { personId, edition, confirmable, on, isOnBehalf }: Declared,
): number[] {
  const { parts, words, requirements } = confirmable;
  return requirements.map((requirement) => {
    const completionId = addCompletion(transaction, {
      ...factsOf(act, on),
      personId,
      requirementId: requirement.id,
      editionId: edition.id,
    });
    const { link, file } = edition;
    const kept = { words, parts, link, fileSha256: file?.sha256 ?? null, isOnBehalf };
    addDeclaration(transaction, { completionId, ...kept });
    audit({
      action: isOnBehalf ? 'reading.declared-on-behalf' : 'reading.declared',
      personId,
      about: `${edition.title}, ${partsInWords(parts)}`,
      after: { completion: completionId, declaredOn: on, words },
    });
    return completionId;
  });
}

function factsOf({ actor, now, today }: Act, completedOn: Day) {
  return {
    completedOn,
    evidence: 'declaration',
    needsCheck: false,
    recordedAt: now,
    recordedBy: actor.accountId,
    recordedOn: today,
  } satisfies Partial<NewCompletion>;
}
