import type { QuestionOption } from '#app/domain/quiz/question.ts';
import { barelyDecoded, exactTextOfHtml, hasMedia, textOfHtml } from './html.ts';
import { keptText } from './kept-text.ts';
import { topicOfCategory } from './keys.ts';
import { type Feedback, type Marks, readFeedbackHtml, readStoryHtml, readTags } from './marks.ts';
import { type Outcome, refused, type Said, type SaidAnswer, type Words } from './said.ts';
import { weighOne, weighSeveral } from './weights.ts';

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

type Told = { options: QuestionOption[]; extras: string[]; notes: string[] };

function optionsOf(said: Said, marks: Marks | null): Told | { why: string } {
  const option = (answer: SaidAnswer, isRight: boolean): QuestionOption => ({
    text: wordsOf(answer.words, marks),
    isRight,
    answer: null,
    why: wordsOf(answer.why, marks),
  });
  const { answers } = said;
  switch (typeOf(said, marks)) {
    case 'match':
      return pairsOf(answers, option);
    case 'order':
      return inOrder(said.kind === 'match' ? sorted(answers) : answers, option);
    case 'several':
      return chosenOf(answers, weighSeveral(weightsOf(answers)), option);
    case 'true-false': {
      const told = chosenOf(answers, weighOne(weightsOf(answers)), option);
      if ('why' in told) return told;
      const options = told.options.map((one, place) => ({
        ...one,
        text: place === 0 ? 'True' : 'False',
      }));
      return { ...told, options };
    }
    default:
      return chosenOf(answers, weighOne(weightsOf(answers)), option);
  }
}

type MakeOption = (answer: SaidAnswer, isRight: boolean) => QuestionOption;

function typeOf({ kind }: Said, marks: Marks | null) {
  return kind === 'match' && marks?.isOrder ? 'order' : kind;
}

function weightsOf(answers: SaidAnswer[]): number[] {
  return answers.map(({ weight }) => weight);
}

function chosenOf(
  answers: SaidAnswer[],
  weighed: ReturnType<typeof weighOne>,
  option: MakeOption,
): Told | { why: string } {
  if ('why' in weighed) return weighed;
  const options = answers.map((answer, place) => option(answer, weighed.right[place] ?? false));
  return { options, extras: [], notes: weighed.notes };
}

function pairsOf(answers: SaidAnswer[], option: MakeOption): Told {
  const all = answers.map((answer) => ({
    ...option(answer, true),
    answer: keptText(barelyDecoded(answer.goesWith)),
  }));
  return {
    options: all.filter(({ text }) => text !== ''),
    extras: all.filter(({ text }) => text === '').map(({ answer }) => answer),
    notes: [],
  };
}

function inOrder(answers: SaidAnswer[] | null, option: MakeOption): Told | { why: string } {
  if (answers === null) {
    return { why: 'Its items are to be numbered from 1 without a gap, each number once.' };
  }
  return { options: answers.map((answer) => option(answer, true)), extras: [], notes: [] };
}

/** By the numbers with which they are matched; null where these are not 1, 2, 3… */
function sorted(answers: SaidAnswer[]): SaidAnswer[] | null {
  const byNumber = new Map(answers.map((answer) => [answer.goesWith.trim(), answer]));
  const all = answers.map((_, place) => byNumber.get(String(place + 1)));
  return all.every((answer) => answer !== undefined) ? all : null;
}

function readStem(stem: Words, marks: Marks | null): { story: string | null; text: string } {
  const told = stem.isHtml ? readStoryHtml(stem.text) : null;
  return told ?? { story: null, text: wordsOf(stem, marks) };
}

function wordsOf({ isHtml, text }: Words, marks: Marks | null): string {
  if (!isHtml) return keptText(text);
  return marks ? exactTextOfHtml(text) : textOfHtml(text);
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
