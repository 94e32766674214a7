import type { QuestionAnswer } from '#app/domain/quiz/question.ts';
import type { ShownQuestion } from '#app/domain/quiz/shown.ts';
import { parseGiven } from './answer.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** Before the names of a question's fields, by its place on the page. */
export function prefixOf(index: number): string {
  return `q${index + 1}-`;
}

/** A seed that an address names: 31 bits; null where it names none. */
export function readSeed(query: URLSearchParams): number | null {
  const seed = query.get('seed') ?? '';
  return /^\d{1,10}$/.test(seed) && Number(seed) < 2 ** 31 ? Number(seed) : null;
}

/** What was answered to each question of one page, by the places on it; null: nothing. */
export function parseReadingCheck(
  form: FormData,
  questions: readonly ShownQuestion[],
): Parsed<{ given: (QuestionAnswer | null)[] }> {
  const fields = new Fields(form);
  const given = questions.map((question, index) => {
    const parsed = parseGiven(fieldsOf(form, prefixOf(index)), question);
    if (parsed.ok) return parsed.command.given;
    for (const { field, message } of parsed.errors) fields.fail(prefixOf(index) + field, message);
    return null;
  });
  if (fields.errors.length === 0 && given.every((one) => one === null)) {
    fields.fail('check', 'Answer at least one question');
  }
  return fields.parsed({ given });
}

/** The fields of one question under their own names. */
function fieldsOf(form: FormData, prefix: string): FormData {
  const own = new FormData();
  for (const [name, value] of form) {
    if (name.startsWith(prefix)) own.append(name.slice(prefix.length), value);
  }
  return own;
}
