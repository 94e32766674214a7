import type { Transaction } from '#app/data/database.ts';
import { addDeclaration, listWithoutWords } from '#app/data/declarations.ts';
import { readSchoolFacts } from '#app/data/facts.ts';
import { findAccountOf } from '#app/data/people.ts';
import { findPersonByRef } from '#app/data/people-changes.ts';
import { findEditionByKey, listPublicationsShown } from '#app/data/publications.ts';
import { addReadingAnswer, addReadingQuestion } from '#app/data/reading-questions.ts';
import { type Day, day } from '#app/domain/days.ts';
import { declarationWords } from '#app/domain/publications/declaration-words.ts';
import { partsFor } from '#app/domain/publications/parts.ts';
import { type Act, carryOut, requireSchool } from './act.ts';

/** A question of the demo's story; people by the school's own number for them. */
export type AskedInStory = {
  by: string;
  publication: string;
  edition: string;
  on: Day;
  words: string;
  answer: { by: string; on: Day; words: string } | null;
};

/** Editions in force from this day on were declared on people's own pages, as the story has it. */
const WORDS_SINCE = day('2026-01-01');

/**
 * Gives the demo's declarations the words and parts that were confirmed, and asks what was asked about
 * them. Throws where the story names somebody or something that is not there: a fault of ours.
 */
export function loadReading(act: Act, asked: readonly AskedInStory[]): Promise<null> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction) => {
    giveWords(transaction, act, schoolId);
    for (const one of asked) ask(transaction, schoolId, one);
    return null;
  });
}

function giveWords(transaction: Transaction, { database }: Act, schoolId: number): void {
  const publications = listPublicationsShown(transaction, schoolId);
  const editions = new Map(
    publications.flatMap((one) => one.editions).map((edition) => [edition.id, edition]),
  );
  const people = new Map(
    readSchoolFacts(database, schoolId).people.map((person) => [person.id, person]),
  );
  for (const declared of listWithoutWords(transaction, schoolId, WORDS_SINCE)) {
    const edition = editions.get(declared.editionId);
    const person = people.get(declared.personId);
    if (!edition || !person) continue;
    const parts = partsFor(edition, person, declared.completedOn);
    addDeclaration(transaction, {
      completionId: declared.completionId,
      words: declarationWords(edition, parts),
      parts,
      link: edition.link,
      fileSha256: edition.file?.sha256 ?? null,
    });
  }
}

function ask(transaction: Transaction, schoolId: number, asked: AskedInStory): void {
  const { by, publication, edition: key, on, words, answer } = asked;
  const edition = findEditionByKey(transaction, schoolId, publication, key);
  const person = findPersonByRef(transaction, schoolId, by);
  if (!edition || !person) throw new Error(`There is nobody ${by}, or no edition ${key}`);
  const questionId = addReadingQuestion(transaction, {
    editionId: edition.id,
    personId: person.id,
    words,
    askedOn: on,
    askedAt: `${on}T12:30:00.000Z`,
  });
  if (answer === null) return;
  const lead = findPersonByRef(transaction, schoolId, answer.by);
  addReadingAnswer(transaction, questionId, {
    answer: answer.words,
    answeredOn: answer.on,
    answeredAt: `${answer.on}T16:00:00.000Z`,
    answeredBy: (lead && findAccountOf(transaction, lead.id)?.id) ?? null,
  });
}
