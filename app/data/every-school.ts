import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The same place from here and from build/server, where this stands once it is built.
const FOLDER = new URL('../../db/seed/', import.meta.url);

/** The policy file that a school begins with: what law and statutory guidance ask of every school. */
export function everySchoolFile(): string {
  return read('every-school.yaml');
}

/** The quizzes that a school begins with. */
export function everySchoolQuizzesFile(): string {
  return read('every-school-quizzes.yaml');
}

/** The lists for first weeks that a school begins with. */
export function everySchoolListsFile(): string {
  return read('every-school-induction.yaml');
}

/** The questions that InDate comes with, one file for each topic. */
export function sharedQuestionFiles(): string[] {
  const names = readdirSync(new URL('questions/', FOLDER)).filter((name) => name.endsWith('.yaml'));
  return names.sort().map((name) => read(`questions/${name}`));
}

function read(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8');
}
