import type { Transaction } from '#app/data/database.ts';
import { addCompletionFiles, claimFiles, type EvidenceFile } from '#app/data/evidence.ts';
import type { EditionAtSchool } from '#app/data/own-reading.ts';
import { listReadings, type Reading } from '#app/data/signers.ts';
import { type Day, inWords } from '#app/domain/days.ts';
import { readableFrom } from '#app/domain/editions.ts';
import { whyNotToSign } from '#app/domain/publications/signers.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireAsShown, requireEdition, writeDeclaration } from './declaring.ts';
import { isOwnRecord } from './record-completions.ts';

export type DeclareOnBehalf = {
  editionId: number;
  /** The day on the sheet. */
  signedOn: Day;
  /** Those who signed, each with the hash of what was shown of them. */
  people: { personId: number; shown: string }[];
  /** Photographs of the sheet, as they wait. */
  tokens: string[];
};

/**
 * Enters the declarations of people who cannot sign in, from a sheet that they signed, with its
 * photograph behind each. All of them or none. Nobody enters their own. Throws Refusal.
 */
export function declareOnBehalf(
  act: Act,
  { editionId, signedOn, people, tokens }: DeclareOnBehalf,
): Promise<{ completionIds: number[] }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const at = requireEdition(transaction, schoolId, editionId);
    const readings = listReadings(act.database, schoolId, at, act.today);
    const signers = people.map((one) => requireSigner(transaction, act, at, readings, one));
    requireDayOfSheet(act, at, signedOn);
    const files = requireSheet(transaction, act, tokens);
    const completionIds = signers.flatMap(({ person, confirmable }) =>
      writeDeclaration(transaction, act, audit, {
        personId: person.id,
        edition: at.edition,
        confirmable,
        on: signedOn,
        isOnBehalf: true,
      }),
    );
    for (const id of completionIds) addCompletionFiles(transaction, id, files);
    return { completionIds };
  });
}

/** Somebody in this list who signs on paper, and of whom nothing has changed since it was shown. */
function requireSigner(
  transaction: Transaction,
  act: Act,
  { edition }: EditionAtSchool,
  readings: readonly Reading[],
  { personId, shown }: DeclareOnBehalf['people'][number],
): Reading {
  if (isOwnRecord(transaction, act, personId)) {
    throw new Refusal('not-allowed', 'Nobody enters a declaration of their own from a sheet');
  }
  const reading = readings.find(({ person }) => person.id === personId);
  if (!reading) throw new Refusal('not-found', 'There is no such person');
  const why = whyNotToSign(reading);
  if (why !== null) throw new Refusal('wrong', `${reading.person.name}: ${why}`, 'people');
  requireAsShown(reading.confirmable, edition, shown, 'people');
  return reading;
}

function requireDayOfSheet({ today }: Act, { edition }: EditionAtSchool, signedOn: Day): void {
  if (signedOn > today) {
    throw new Refusal('wrong', 'The day it was signed must be today or in the past', 'signedOn');
  }
  const from = readableFrom(edition);
  if (signedOn >= from) return;
  const message = `The day it was signed must be on or after ${inWords(from)}: before that, reading ${edition.title} did not count`;
  throw new Refusal('wrong', message, 'signedOn');
}

function requireSheet(transaction: Transaction, { actor }: Act, tokens: string[]): EvidenceFile[] {
  const files = actor.accountId === null ? [] : claimFiles(transaction, actor.accountId, tokens);
  if (files.length > 0) return files;
  throw new Refusal('wrong', 'Add a photograph of the signed sheet', 'files');
}
