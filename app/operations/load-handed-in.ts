import type { Transaction } from '#app/data/database.ts';
import { findAccountOf } from '#app/data/people.ts';
import { findPersonByRef } from '#app/data/people-changes.ts';
import { policyOf } from '#app/data/policy.ts';
import { addEvidenceFile, type Stored, store } from '#app/data/waiting-files.ts';
import type { Day } from '#app/domain/days.ts';
import type { Evidence } from '#app/platform/evidence/examiner.ts';
import { type Act, carryOut, requireSchool } from './act.ts';
import { type HandIn, writeHandedIn } from './hand-in.ts';

/** What somebody of the story handed in, and on which day. */
export type HandedInStory = Omit<HandIn, 'personId' | 'requirementId' | 'tokens'> & {
  /** The school's own number for them. */
  ref: string;
  requirement: string;
  handedInOn: Day;
  files: { name: string; bytes: Uint8Array }[];
};

type Kept = { name: string; stored: Stored };

/**
 * Hands in what the people of a story handed in, each on its day, by the same rules as their own page.
 * The files are looked at as any others; where they are kept nowhere (`evidence` null) they are left
 * out. Throws where the story does not hold together: a fault of ours.
 */
export async function loadHandedIn(
  act: Act,
  stories: readonly HandedInStory[],
  evidence: Evidence | null,
): Promise<void> {
  for (const story of stories) {
    const kept = evidence ? await keepFiles(story, evidence, act.now) : [];
    await handInAsThen(act, story, kept);
  }
}

async function keepFiles(
  { files }: HandedInStory,
  { examine, folder }: Evidence,
  now: string,
): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const { name, bytes } of files) {
    const examined = await examine(bytes);
    if (!examined.ok) throw new Error(`${name} is not fit to be kept: ${examined.refusal}`);
    kept.push({ name, stored: await store(folder, examined.file, now) });
  }
  return kept;
}

function handInAsThen(act: Act, story: HandedInStory, kept: readonly Kept[]): Promise<unknown> {
  const schoolId = requireSchool(act);
  const { ref, requirement: key, handedInOn, files: _, ...typed } = story;
  return carryOut(act, (transaction, audit) => {
    const person = findPersonByRef(transaction, schoolId, ref);
    const { requirements } = policyOf(transaction, schoolId);
    const requirement = requirements.find((one) => one.key === key);
    if (!person || !requirement) throw new Error(`There is nobody ${ref}, or no ${key}`);
    const files = kept.map((one) => keptFile(transaction, one, act.now));
    const accountId = findAccountOf(transaction, person.id)?.id ?? null;
    const then = { ...act, today: handedInOn, actor: { ...act.actor, accountId } };
    const command = { ...typed, personId: person.id, requirementId: requirement.id, tokens: [] };
    return writeHandedIn(transaction, audit, then, { command, requirement, files });
  });
}

function keptFile(transaction: Transaction, { name, stored }: Kept, now: string) {
  addEvidenceFile(transaction, stored, now);
  const { sha256, mediaType, pages, preview } = stored;
  return { sha256, name, mediaType, pages, previewSha256: preview?.sha256 ?? null };
}
