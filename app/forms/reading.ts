import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

const HASH = /^[0-9a-f]{64}$/;

/** What somebody was shown when they declared it, by its hash: the words are made anew. */
export function parseDeclaration(form: FormData): Parsed<{ shown: string }> {
  const fields = new Fields(form);
  const shown = fields.optionalText('shown', { what: 'What was shown', max: 64 }) ?? '';
  if (!HASH.test(shown)) fields.fail('declare', 'Read it on this page, then use its button');
  return fields.parsed({ shown });
}

/** A question about what is read. */
export function parseReadingQuestion(form: FormData): Parsed<{ words: string }> {
  const fields = new Fields(form);
  return fields.parsed({
    words: fields.paragraph('words', {
      missing: 'Write your question',
      what: 'Your question',
      max: 1000,
    }),
  });
}

/** A lead's answer to it. */
export function parseReadingAnswer(form: FormData): Parsed<{ answer: string }> {
  const fields = new Fields(form);
  return fields.parsed({
    answer: fields.paragraph('answer', {
      missing: 'Write the answer',
      what: 'The answer',
      max: 2000,
    }),
  });
}
