import { topicLabel } from '../offer/topics.ts';
import { counted, sentenceCase } from '../words.ts';
import type { Question, QuestionOption, QuestionType } from './question.ts';
import type { QuestionState } from './question-state.ts';

/** What a type of question is called. */
export const TYPE_LABELS: Record<QuestionType, string> = {
  one: 'One answer',
  several: 'All that apply',
  'true-false': 'True or false',
  order: 'Put in order',
  match: 'Match',
  scenario: 'Scenario',
};

/** What each type is good for, for somebody who chooses one. */
export const TYPE_HINTS: Record<QuestionType, string> = {
  one: 'A question with several answers, of which one is right.',
  several: 'A question with several answers, of which any number are right.',
  'true-false': 'A statement that is true, or is not.',
  order: 'Steps that are to be put in the right order.',
  match: 'Things that each go with an answer of their own.',
  scenario: 'A short story of something that happens at school, and the best thing to do.',
};

export const STATE_LABELS: Record<QuestionState, string> = {
  'in-use': 'In use',
  'check-me': 'To check',
  'set-aside': 'Set aside',
};

/** What a revision says that the one before it did not, one sentence each; none where nothing differs. */
export function questionChanges(before: Question, after: Question): string[] {
  const plain = PLAIN.filter(({ of }) => of(before) !== of(after)).map(({ name }) => name);
  const all = [
    ...plain,
    ...mustPassChanges(before, after),
    ...optionChanges(before, after),
    ...extraChanges(before, after),
  ];
  return all.map((words) => `${words}.`);
}

const PLAIN: { name: string; of: (question: Question) => unknown }[] = [
  { name: 'The story is worded differently', of: ({ story }) => story },
  { name: 'The question is worded differently', of: ({ text }) => text },
  { name: 'It belongs to another topic', of: ({ topic }) => topic },
  { name: 'It cites another section', of: ({ section }) => section },
  { name: 'Another source is given', of: ({ source }) => `${source.document}\n${source.place}` },
  { name: 'It is of another type', of: ({ type }) => type },
];

function mustPassChanges(before: Question, after: Question): string[] {
  if (before.mustPass === after.mustPass) return [];
  return [after.mustPass ? 'It must be passed now' : 'It need not be passed any more'];
}

function optionChanges({ options: before }: Question, { options: after }: Question): string[] {
  const more = after.length - before.length;
  const pairs = after
    .slice(0, before.length)
    .map((option, index) => ({ option, old: before[index] as QuestionOption }));
  const differing = (of: (option: QuestionOption) => unknown) =>
    pairs.filter(({ option, old }) => of(option) !== of(old)).length;
  return [
    ...(more > 0 ? [`${counted(more, 'answer', 'answers')} more`] : []),
    ...(more < 0 ? [`${counted(-more, 'answer', 'answers')} fewer`] : []),
    ...said(
      differing(({ text, answer }) => `${text}\n${answer}`),
      'worded differently',
    ),
    ...said(
      differing(({ isRight }) => isRight),
      'marked differently',
    ),
    ...said(
      differing(({ why }) => why),
      'explained differently',
    ),
  ];
}

function said(count: number, what: string): string[] {
  return count === 0 ? [] : [`${counted(count, 'answer', 'answers')} ${what}`];
}

function extraChanges({ extras: before }: Question, { extras: after }: Question): string[] {
  const isSame = before.length === after.length && before.every((one, at) => one === after[at]);
  return isSame ? [] : ['Other answers that go with nothing'];
}

/** The beginning of a question, where a line has to do. */
export function shortened(text: string, most = 120): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/** Why a question stands as it does, without the state's own word before it. */
export function reasonIn(because: string): string {
  return sentenceCase(because.replace(/^[^:]+: /, ''));
}

/** What is known of a question at a glance: "Prevent · Scenario · Must pass · Shared". */
export function factsOf(question: {
  topic: string;
  type: QuestionType;
  mustPass: boolean;
  isShared: boolean;
}): string[] {
  return [
    topicLabel(question.topic),
    TYPE_LABELS[question.type],
    ...(question.mustPass ? ['Must pass'] : []),
    question.isShared ? 'Shared' : 'The school’s own',
  ];
}
