import { counted } from '../words.ts';
import { LONGEST, type QuestionFault, textFaults } from './fault-parts.ts';
import { answersOf, type Question, type QuestionType } from './question.ts';

type Rules = {
  /** What the form calls an option. */
  one: string;
  many: string;
  fewest: number;
  most: number;
  /** What is to be said of every one of them. */
  why: (option: string) => string;
};

const CHOICE: Rules = {
  one: 'option',
  many: 'options',
  fewest: 3,
  most: 6,
  why: (option) => `why ${option} is right or wrong`,
};

const RULES: Record<QuestionType, Rules> = {
  one: CHOICE,
  scenario: CHOICE,
  several: { ...CHOICE, most: 8 },
  'true-false': { ...CHOICE, fewest: 2, most: 2 },
  order: {
    one: 'item',
    many: 'items',
    fewest: 3,
    most: 8,
    why: (item) => `why ${item} stands where it does`,
  },
  match: {
    one: 'pair',
    many: 'pairs',
    fewest: 2,
    most: 8,
    why: (pair) => `why ${pair} belongs together`,
  },
};

const MOST_EXTRAS = 8;

/** What must be true of what can be answered, and is not. */
export function optionsFaults(question: Question): QuestionFault[] {
  return [
    ...countFaults(question),
    ...rightFaults(question),
    ...eachFaults(question),
    ...sameFaults(question),
    ...extrasFaults(question),
  ];
}

function countFaults({ type, options }: Question): QuestionFault[] {
  const { many, one, fewest, most } = RULES[type];
  if (options.length >= fewest && options.length <= most) return [];
  const asked = fewest === most ? `${fewest}` : `${fewest} to ${most}`;
  const not = options.length > 0 ? `, not ${counted(options.length, one, many)}` : '';
  return [{ field: 'options', message: `Give ${asked} ${many}${not}` }];
}

function rightFaults({ type, options }: Question): QuestionFault[] {
  const right = options.filter(({ isRight }) => isRight).length;
  const message = rightMessage(type, right, options.length);
  return message === null ? [] : [{ field: 'options', message }];
}

function rightMessage(type: QuestionType, right: number, of: number): string | null {
  if (type === 'order' || type === 'match') {
    return right === of ? null : `Mark all ${RULES[type].many} as right`;
  }
  if (type === 'several') {
    if (right === 0) return 'Mark at least one option as right';
    return right === of ? 'Leave at least one option wrong' : null;
  }
  return right === 1 ? null : `Mark exactly one option as right, not ${right}`;
}

function eachFaults({ type, options }: Question): QuestionFault[] {
  const { one, why } = RULES[type];
  return options.flatMap((option, place) => {
    const at = (part: string) => `options.${place}.${part}`;
    const name = `${one} ${place + 1}`;
    const answer = `what ${name} goes with`;
    return [
      ...textFaults(at('text'), name, option.text, LONGEST.option),
      ...(type === 'match'
        ? textFaults(at('answer'), answer, option.answer ?? '', LONGEST.option)
        : []),
      ...textFaults(at('why'), why(name), option.why, LONGEST.why),
    ];
  });
}

/** Options say different things, and so do answers; true and false are called what they are. */
function sameFaults({ type, options }: Question): QuestionFault[] {
  if (type === 'true-false') {
    const isSo = options[0]?.text === 'True' && options[1]?.text === 'False';
    return isSo
      ? []
      : [{ field: 'options', message: 'Call the options True and False, in this order' }];
  }
  const { one } = RULES[type];
  const texts = repeated(options.map(({ text }) => text)).map(({ place, earlier }) => ({
    field: `options.${place}.text`,
    message: `Change ${one} ${place + 1}: it says the same as ${one} ${earlier + 1}`,
  }));
  if (type !== 'match') return texts;
  const answers = repeated(options.map(({ answer }) => answer ?? ''));
  return [
    ...texts,
    ...answers.map(({ place, earlier }) => ({
      field: `options.${place}.answer`,
      message: `Change what pair ${place + 1} goes with: it is the same as for pair ${earlier + 1}`,
    })),
  ];
}

/** Answers that go with nothing are none of those that do. */
function extrasFaults(question: Question): QuestionFault[] {
  const { type, options, extras } = question;
  if (type !== 'match') {
    if (extras.length === 0) return [];
    return [{ field: 'extras', message: 'Only a question to match has further answers' }];
  }
  const at = (place: number) => `extras.${place}`;
  const name = (place: number) => `further answer ${place + 1}`;
  const tooMany = `Give ${MOST_EXTRAS} further answers or fewer`;
  return [
    ...(extras.length > MOST_EXTRAS ? [{ field: 'extras', message: tooMany }] : []),
    ...extras.flatMap((text, place) => textFaults(at(place), name(place), text, LONGEST.option)),
    ...repeated(answersOf(question))
      .map(({ place }) => place - options.length)
      .filter((place) => place >= 0)
      .map((place) => ({
        field: at(place),
        message: `Change ${name(place)}: it is among the answers already`,
      })),
  ];
}

/** The places of texts that say the same as an earlier one, each with the place of that one. */
function repeated(texts: readonly string[]): { place: number; earlier: number }[] {
  const plain = texts.map(plainly);
  return plain
    .map((text, place) => ({ text, place, earlier: plain.indexOf(text) }))
    .filter(({ text, place, earlier }) => text !== '' && earlier < place);
}

/** Capitals, spaces and a full stop make no difference to a reader. */
function plainly(text: string): string {
  const even = text.normalize('NFC').toLocaleLowerCase('en-GB').replace(/\s+/g, ' ').trim();
  return even.replace(/\.$/, '');
}
