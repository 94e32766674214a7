import type { QuestionOption } from '#app/domain/quiz/question.ts';
import { barelyDecoded, exactTextOfHtml, hasMedia, textOfHtml } from './html.ts';
import { keptText } from './kept-text.ts';
import type { Marks } from './marks.ts';
import type { Said, SaidAnswer, Words } from './said.ts';
import { weighOne, weighSeveral } from './weights.ts';

export type Told = { options: QuestionOption[]; extras: string[]; notes: string[] };

/** What can be answered, each with the explanation of its own; or why that cannot be said. */
export function optionsOf(said: Said, marks: Marks | null): Told | { why: string } {
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

/** An order stands as a match with numbers where a format has no orders. */
export function typeOf({ kind }: Said, marks: Marks | null) {
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

/** What is without words goes with nothing; a picture is no words, and yet goes with something. */
function pairsOf(answers: SaidAnswer[], option: MakeOption): Told | { why: string } {
  const isPicture = ({ words }: SaidAnswer) =>
    words.isHtml && hasMedia(words.text) && textOfHtml(words.text) === '';
  if (answers.some(isPicture)) return { why: 'One of its pairs shows a picture and no words.' };
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

/** In a question of ours every space and end of a line is meant. */
export function wordsOf({ isHtml, text }: Words, marks: Marks | null): string {
  if (!isHtml) return keptText(text);
  return marks ? exactTextOfHtml(text) : textOfHtml(text);
}
