import { type GIFTQuestion, parse, type TextChoice, type TextFormat } from 'gift-pegjs';
import { type Block, blocksOf } from './gift-blocks.ts';
import { keptText } from './kept-text.ts';
import { isKey } from './keys.ts';
import { kindNotRead } from './kinds.ts';
import { readTags } from './marks.ts';
import { questionSaid } from './question-said.ts';
import {
  type Found,
  type Outcome,
  refused,
  requireFewEnough,
  type Said,
  type SaidAnswer,
  UnreadableQuestions,
  type Words,
} from './said.ts';

/** What was found in a GIFT file. Throws `UnreadableQuestions`: one fault, and nothing is taken. */
export function readGift(text: string): Found[] {
  const blocks = blocksOf(text);
  requireFewEnough(blocks.filter((block) => !isCategory(block)).length);
  let category = '';
  let number = 0;
  const found = blocks.flatMap((block) => {
    const item = parsed(block);
    if (item.type !== 'Category') return [foundIn(item, block, ++number, category)];
    category = item.title;
    return [];
  });
  if (found.length === 0) throw new UnreadableQuestions('The file holds no question.');
  return found;
}

function isCategory({ text }: Block): boolean {
  return text.trimStart().startsWith('$CATEGORY:');
}

/** Far more than a question says: what a blank line is missing from, or no GIFT at all. */
const LONGEST_BLOCK = 50_000;

function parsed(block: Block): GIFTQuestion {
  if (block.text.length > LONGEST_BLOCK) {
    throw new UnreadableQuestions(
      `From line ${block.lines[0]} on more than 50,000 characters stand without a blank line, which parts questions in GIFT. ${NOTHING}`,
    );
  }
  try {
    const [item, next] = parse(block.text);
    if (item && !next) return item;
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    throw new UnreadableQuestions(tell(block, error.location.start.line));
  }
  throw new UnreadableQuestions(tell(block, 1));
}

/** The parser's own class of errors has another name than its types say. */
function isSyntaxError(error: unknown): error is { location: { start: { line: number } } } {
  return error instanceof Error && error.name === 'SyntaxError' && 'location' in error;
}

function tell({ text, lines }: Block, line: number): string {
  const bare = text.replace(/\\./g, '');
  if (bare.includes('{') && !bare.includes('}')) {
    return `The question in line ${lines[0]} opens its answers with { and does not close them with } before the next blank line. ${NOTHING}`;
  }
  const place = Math.min(line, lines.length) - 1;
  const stood = text.split('\n')[place]?.trim().slice(0, 80) ?? '';
  return `Line ${lines[place]} cannot be read as GIFT: “${stood}”. The signs ~ = # { } and : need a \\ before them where they are only text. ${NOTHING}`;
}

const NOTHING = 'Nothing was taken from the file.';

type Question = Exclude<GIFTQuestion, { type: 'Category' }>;

function foundIn(item: Question, block: Block, number: number, category: string): Found {
  const name = keptText(item.title ?? '');
  return {
    number,
    what: `Question ${number}${name === '' ? '' : ` (“${name.slice(0, 80)}”)`}, line ${block.lines[0]}`,
    key: readTags(block.tags) !== null && isKey(block.id) ? block.id : null,
    name: block.id || name || keptText(item.stem.text),
    ...outcomeOf(item, block.tags, category),
  };
}

function outcomeOf(item: Question, tags: string[], category: string): Outcome {
  const told = answersIn(item);
  if ('why' in told || item.type === 'Description') return refused('why' in told ? told.why : '');
  const general = wordsOf(item.globalFeedback);
  return questionSaid({ ...told, stem: wordsOf(item.stem), general, tags, category, notes: [] });
}

function answersIn(item: Question): Pick<Said, 'kind' | 'answers'> | { why: string } {
  switch (item.type) {
    case 'MC': {
      // As Moodle has it: where one answer is right, it is marked with =.
      const isSingle = item.choices.some(({ isCorrect }) => isCorrect);
      return { kind: isSingle ? 'one' : 'several', answers: item.choices.map(choiceOf) };
    }
    case 'TF':
      return { kind: 'true-false', answers: trueAndFalse(item) };
    case 'Matching':
      return {
        kind: 'match',
        answers: item.matchPairs.map(({ subquestion, subanswer }) => ({
          ...answer(wordsOf(subquestion), 100, wordsOf(null)),
          goesWith: unescaped(subanswer),
        })),
      };
    default:
      return { why: kindNotRead(KINDS[item.type]) };
  }
}

const KINDS = {
  Description: 'description',
  Essay: 'essay',
  Short: 'shortanswer',
  Numerical: 'numerical',
};

function choiceOf({ text, isCorrect, weight, feedback }: TextChoice): SaidAnswer {
  return answer(wordsOf(text), weight ?? (isCorrect ? 100 : 0), wordsOf(feedback));
}

/** The first feedback is for those who answer wrongly, whatever the parser calls it. */
function trueAndFalse(item: Extract<Question, { type: 'TF' }>): SaidAnswer[] {
  const whyWrong = wordsOf(item.trueFeedback);
  const whyRight = wordsOf(item.falseFeedback);
  const of = (isRight: boolean) =>
    answer({ isHtml: false, text: '' }, isRight ? 100 : 0, isRight ? whyRight : whyWrong);
  return [of(item.isTrue), of(!item.isTrue)];
}

function answer(words: Words, weight: number, why: Words): SaidAnswer {
  return { words, weight, why, goesWith: '' };
}

/** What is not called plain is HTML to Moodle, whatever else it is called. */
function wordsOf(said: TextFormat | null): Words {
  return { isHtml: said?.format !== 'plain', text: said?.text ?? '' };
}

/** What a match is with is the one text that the parser leaves with its stand-ins for signs. */
function unescaped(text: string): string {
  return text.replace(/&&(?:(010)|(\d{3});)/g, (_, line?: string, sign?: string) =>
    String.fromCharCode(Number(line ?? sign)),
  );
}
