import { stringify } from 'yaml';
import { z } from 'zod';
import type { KeyedQuestion, QuestionOption } from '#app/domain/quiz/question.ts';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import { cleanText } from '../../characters.ts';
import { readYamlText } from '../yaml-text.ts';
import { key } from '../yaml-types.ts';

const words = z
  .string('write words, in quotes where they are a number or like "yes"')
  .trim()
  .refine((text) => cleanText(text) === text, 'there are characters in it that nobody can see')
  .min(1, 'say something here');

const head = {
  key,
  topic: key,
  section: key,
  mustPass: z.boolean().default(false),
  source: z.strictObject({ document: words, place: words }),
  text: words,
};
const noStory = { story: z.null('only a scenario has a story').optional() };
const options = z
  .array(z.strictObject({ text: words, right: z.boolean().default(false), why: words }))
  .transform((list) => list.map(({ right, ...rest }) => option({ ...rest, isRight: right })));

const chosen = { ...head, ...noStory, options };
const one = z.strictObject({ ...chosen, type: z.literal('one') });
const several = z.strictObject({ ...chosen, type: z.literal('several') });
const scenario = z.strictObject({ ...head, type: z.literal('scenario'), story: words, options });

const trueFalse = z
  .strictObject({
    ...head,
    ...noStory,
    type: z.literal('true-false'),
    answer: z.boolean('write true or false'),
    ifTrue: words,
    ifFalse: words,
  })
  .transform(({ answer, ifTrue, ifFalse, ...rest }) => ({
    ...rest,
    options: [
      option({ text: 'True', isRight: answer, why: ifTrue }),
      option({ text: 'False', isRight: !answer, why: ifFalse }),
    ],
  }));

const order = z
  .strictObject({
    ...head,
    ...noStory,
    type: z.literal('order'),
    items: z.array(z.strictObject({ text: words, why: words })),
  })
  .transform(({ items, ...rest }) => ({ ...rest, options: items.map(option) }));

const match = z
  .strictObject({
    ...head,
    ...noStory,
    type: z.literal('match'),
    pairs: z.array(z.strictObject({ text: words, answer: words, why: words })),
    extras: z.array(words).default([]),
  })
  .transform(({ pairs, ...rest }) => ({ ...rest, options: pairs.map(option) }));

const question = z
  .discriminatedUnion('type', [one, several, scenario, trueFalse, order, match], {
    error: 'the type is one, several, true-false, order, match or scenario',
  })
  .transform(
    (read): KeyedQuestion => ({
      ...read,
      story: read.story ?? null,
      extras: read.type === 'match' ? read.extras : [],
    }),
  );

const file = z.array(question, 'the file is a list of questions');

function option(
  said: Pick<QuestionOption, 'text' | 'why'> & Partial<QuestionOption>,
): QuestionOption {
  return { isRight: true, answer: null, ...said };
}

export type ReadQuestionYaml =
  | { ok: true; questions: KeyedQuestion[] }
  | { ok: false; faults: string[] };

/** A file of questions in our own YAML, or what is wrong with it, each under its question's key. */
export function readQuestionYaml(text: string): ReadQuestionYaml {
  const read = readYamlText(text);
  if (!read.ok) return read;
  const parsed = file.safeParse(read.value);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map((issue) => tellIssue(issue, read.value)) };
  }
  const faults = [...findRepeated(parsed.data), ...parsed.data.flatMap(faultsOf)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, questions: parsed.data };
}

function tellIssue(
  { path: [place, ...path], message }: { path: PropertyKey[]; message: string },
  raw: unknown,
): string {
  if (typeof place !== 'number') return message;
  return [nameOf(raw, place), path.map(String).join('.'), message].filter(Boolean).join(': ');
}

/** The key of the question at this place of the file; where it has none, its number. */
function nameOf(raw: unknown, place: number): string {
  const named = z.object({ key: z.string() }).safeParse(Array.isArray(raw) ? raw[place] : null);
  return named.success ? named.data.key : `question ${place + 1}`;
}

function findRepeated(questions: KeyedQuestion[]): string[] {
  const keys = questions.map(({ key }) => key);
  const repeated = new Set(keys.filter((one, place) => keys.indexOf(one) !== place));
  return [...repeated].map((one) => `${one}: more than one question has this key`);
}

function faultsOf({ key, ...question }: KeyedQuestion): string[] {
  return findQuestionFaults(question).map(({ message }) => `${key}: ${message}`);
}

/** The same file again: `readQuestionYaml` gives the same questions. */
export function writeQuestionYaml(questions: readonly KeyedQuestion[]): string {
  return stringify(questions.map(entryOf), { lineWidth: 100 });
}

function entryOf(question: KeyedQuestion) {
  const { key, topic, section, type, mustPass, source, story, text } = question;
  const said = { key, topic, section, type, mustPass, source };
  return { ...said, ...(story === null ? {} : { story }), text, ...partsOf(question) };
}

function partsOf({ type, options, extras }: KeyedQuestion) {
  switch (type) {
    case 'true-false':
      return {
        answer: options[0]?.isRight ?? false,
        ifTrue: options[0]?.why,
        ifFalse: options[1]?.why,
      };
    case 'order':
      return { items: options.map(({ text, why }) => ({ text, why })) };
    case 'match':
      return { pairs: options.map(({ text, answer, why }) => ({ text, answer, why })), extras };
    default:
      return {
        options: options.map(({ text, isRight, why }) =>
          isRight ? { text, right: true, why } : { text, why },
        ),
      };
  }
}
