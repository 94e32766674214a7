import { readBank } from './bank.ts';
import type { Reader } from './database.ts';
import type { QuestionRevision } from './questions.ts';

/** The questions of a school's bank that may be drawn: none that is set aside or to be checked. */
export function listDrawable(reader: Reader, schoolId: number): QuestionRevision[] {
  return readBank(reader, schoolId).filter(({ state }) => state === 'in-use');
}
