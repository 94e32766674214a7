import type { Question, QuestionType } from '#app/domain/quiz/question.ts';
import { readId } from './fields.ts';
import type { FormValues } from './parsed.ts';
import { type Places, rowsFor } from './question.ts';

/** A question as its form holds it. */
export function valuesOfQuestion(question: Question): FormValues {
  const { topic, section, mustPass, story, text, options, extras, source } = question;
  const values: FormValues = {
    topic,
    section,
    mustPass: mustPass ? 'yes' : '',
    story: story ?? '',
    text,
    right: options.flatMap(({ isRight }, place) => (isRight ? [String(place)] : [])),
    extras: extras.join('\n'),
    'source.document': source.document,
    'source.place': source.place,
  };
  options.forEach((option, place) => {
    values[`options.${place}.text`] = option.text;
    values[`options.${place}.answer`] = option.answer ?? '';
    values[`options.${place}.why`] = option.why;
  });
  return values;
}

/** How many rows for answers the form shows with these values. */
export function rowsOf(type: QuestionType, values: FormValues): number {
  const places = Object.entries(values).flatMap(([name, value]) => {
    const place = /^options\.(\d)\.(text|answer|why)$/.exec(name)?.[1];
    return place === undefined || value === '' ? [] : [Number(place) + 1];
  });
  return rowsFor(type, Math.max(0, ...places));
}

type Choice = { value: string; label: string };

/** The keys of what a question may belong to. */
export function placesOf(choices: { topics: Choice[]; sections: Choice[] }): Places {
  const keys = (list: Choice[]) => list.map(({ value }) => value);
  return { topics: keys(choices.topics), sections: keys(choices.sections) };
}

/** What each section of the offer says while the form is drawn, by its hash: the form carries it. */
export function wordsValues(hashes: ReadonlyMap<string, string>): FormValues {
  return Object.fromEntries([...hashes].map(([section, hash]) => [`words.${section}`, hash]));
}

/** What a section said when the form was drawn, by its hash; null: the offer had no such section. */
export function readSectionWords(form: FormData, section: string): string | null {
  return String(form.get(`words.${section}`) ?? '') || null;
}

/** The revision that a form began with; 0, which none is, where it names none. */
export function readRevision(form: FormData): number {
  return readId(String(form.get('revision') ?? '')) ?? 0;
}
