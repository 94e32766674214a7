import { freeKey } from '#app/domain/keys.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { findQuestionFaults } from '#app/domain/quiz/question-faults.ts';
import type { Found, Line } from './said.ts';

type Draft = Omit<KeyedQuestion, 'key'>;

/** The questions of what was found, each under a key of its own, and a line for all that was not taken. */
export function collect(found: readonly Found[]): { questions: KeyedQuestion[]; lines: Line[] } {
  const questions: KeyedQuestion[] = [];
  const lines: Line[] = [];
  const taken = new Set<string>();
  // What the file gives is given to no other.
  const spoken = new Set(found.flatMap(({ key }) => key ?? []));
  for (const one of found) {
    const key = one.key ?? freeKey(one.name, spoken, { otherwise: `question-${one.number}` });
    const outcome = settle(one, key, taken);
    if (outcome.question) {
      questions.push({ key, ...outcome.question });
      taken.add(key);
      spoken.add(key);
    }
    if (outcome.why !== '') lines.push({ number: one.number, what: one.what, why: outcome.why });
  }
  return { questions, lines };
}

function settle(
  one: Found,
  key: string,
  taken: ReadonlySet<string>,
): { question: Draft | null; why: string } {
  if (!one.question) return { question: null, why: one.why };
  if (taken.has(key)) {
    return { question: null, why: `An earlier question of the file has the key ${key} already.` };
  }
  const faults = faultsOf(one.question);
  if (faults.length > 0) return { question: null, why: faults.join(' ') };
  return { question: one.question, why: noted(one.notes) };
}

function noted(notes: readonly string[]): string {
  return notes.length === 0 ? '' : ['Taken all the same.', ...notes].join(' ');
}

/** What a file may leave open, since whoever imports it says it once for all. */
const LEFT_OPEN = { topic: 'prevent', section: 'prevent', document: '-', place: '-' };

function faultsOf(draft: Draft): string[] {
  const { topic, section, source, options } = draft;
  const whole = {
    ...draft,
    topic: topic || LEFT_OPEN.topic,
    section: section || LEFT_OPEN.section,
    source: {
      document: source.document || LEFT_OPEN.document,
      place: source.place || LEFT_OPEN.place,
    },
  };
  const faults = findQuestionFaults(whole);
  const saysWhy = options.some(({ why }) => why !== '');
  const told = saysWhy ? faults : faults.filter(({ field }) => !field.endsWith('.why'));
  const silent = !saysWhy && options.length > 0 ? [NO_WHY] : [];
  return [...told.map(({ message }) => `${message}.`), ...silent];
}

const NO_WHY =
  'No answer says why it is right or wrong: write feedback for each and import it again.';
