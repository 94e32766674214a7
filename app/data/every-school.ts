import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The same place from here and from build/server, where this stands once it is built.
const FILE = fileURLToPath(new URL('../../db/seed/every-school.yaml', import.meta.url));

/** The policy file that a school begins with: what law and statutory guidance ask of every school. */
export function everySchoolFile(): string {
  return readFileSync(FILE, 'utf8');
}
