import type { QuestionOption } from '#app/domain/quiz/question.ts';
import { hasMedia } from './html.ts';
import { topicOfCategory } from './keys.ts';
import { type Feedback, type Marks, readFeedbackHtml, readStoryHtml, readTags } from './marks.ts';
import { optionsOf, typeOf, wordsOf } from './options-said.ts';
import { type Outcome, refused, type Said, type Words } from './said.ts';

/** Our question of what a file says, or why there is none. What the file leaves open is empty. */
export function questionSaid(said: Said): Outcome {
  if (said.answers.length > MOST_ANSWERS) return refused(TOO_MANY);
  if (wordsIn(said).some(({ text }) => text.length > MOST_CHARACTERS)) return refused(TOO_LONG);
  const marks = readTags(said.tags);
  const feedback = readFeedback(said.general, marks);
  const told = optionsOf(said, marks);
  if ('why' in told) return refused(told.why);
  const explained = explain(told.options, feedback);
  const type = typeOf(said, marks);
  const { story, text } = readStem(said.stem, marks);
  return {
    question: {
      topic: marks?.topic ?? topicOfCategory(said.category) ?? '',
      section: marks?.section ?? '',
      type: story !== null && type === 'one' ? 'scenario' : type,
      mustPass: marks?.mustPass ?? false,
      story,
      text,
      options: explained.options,
      extras: told.extras,
      source: feedback.source,
    },
    notes: [...told.notes, ...explained.notes, ...mediaNotes(said), ...said.notes],
  };
}

const MOST_ANSWERS = 50;
const TOO_MANY = `It has more than ${MOST_ANSWERS} answers.`;
/** Of HTML, with room for what editors put around a few words. */
const MOST_CHARACTERS = 10_000;
const TOO_LONG =
  'One of its texts has more than 10,000 characters. Leave pictures out that are written into the text.';

function wordsIn({ stem, general, answers }: Said): Words[] {
  return [stem, general, ...answers.flatMap(({ words, why }) => [words, why])];
}

function readStem(stem: Words, marks: Marks | null): { story: string | null; text: string } {
  const told = stem.isHtml ? readStoryHtml(stem.text) : null;
  return told ?? { story: null, text: wordsOf(stem, marks) };
}

function readFeedback(general: Words, marks: Marks | null): Feedback {
  if (general.isHtml) return readFeedbackHtml(general.text);
  return { whys: [], source: { document: '', place: '' }, rest: wordsOf(general, marks) };
}

/** What has no explanation of its own is given what the file tells everybody. */
function explain(options: QuestionOption[], { whys, rest }: Feedback) {
  const listed = options.map((option, place) => ({
    ...option,
    why: option.why || whyListed(option.text, place, whys),
  }));
  if (rest === '') return { options: listed, notes: [] };
  const isNeeded = listed.some(({ why }) => why === '');
  return {
    options: listed.map((option) => ({ ...option, why: option.why || rest })),
    notes: [isNeeded ? GENERAL_TAKEN : GENERAL_LEFT],
  };
}

const GENERAL_TAKEN =
  'What everybody is told afterwards (its general feedback) became the explanation of each answer that had none.';
const GENERAL_LEFT =
  'What everybody is told afterwards (its general feedback) was left out: its answers have explanations of their own.';

/** By its text; where that was changed since, by its place. */
function whyListed(text: string, place: number, whys: Feedback['whys']): string {
  return (whys.find((one) => one.text === text) ?? whys[place])?.why ?? '';
}

function mediaNotes(said: Said): string[] {
  const has = wordsIn(said).some(({ isHtml, text }) => isHtml && hasMedia(text));
  return has ? ['A picture or recording in it was left out.'] : [];
}
