import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import { readPolicy } from './read-policy.ts';

/** The policy that a new school begins with, from the file that stands for every school. */
export function newSchoolPolicy(everySchoolFile: string): PolicyFile {
  const read = readPolicy(everySchoolFile);
  if (!read.ok) throw new Error(`The file of every school: ${read.faults.join('; ')}`);
  return read.policy;
}
