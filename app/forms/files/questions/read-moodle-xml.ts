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
import { attribute, type Element, firstKid, hasElementsIn, kids, parseXml, textIn } from './xml.ts';

/** What was found in a file of Moodle XML. Throws `UnreadableQuestions`. */
export function readMoodleXml(text: string): Found[] {
  const { name, root } = parseXml(text);
  if (name !== 'quiz') throw new UnreadableQuestions(otherXml(name));
  const all = kids(root, 'question');
  const isCategory = (node: Element) => attribute(node, 'type') === 'category';
  const count = all.filter((node) => !isCategory(node)).length;
  requireFewEnough(count);
  if (count === 0) throw new UnreadableQuestions('The file holds no question.');
  let category = '';
  let number = 0;
  return all.flatMap((node) => {
    if (!isCategory(node)) return [foundIn(node, ++number, category)];
    category = textAt(node, 'category');
    return [];
  });
}

function otherXml(name: string): string {
  return `The file is XML, but no questions in Moodle’s form: it begins with <${name.slice(0, 40)}>, not with <quiz>. In Moodle, choose Question bank, Export, Moodle XML.`;
}

function foundIn(node: Element, number: number, category: string): Found {
  const name = keptText(textAt(node, 'name'));
  const tags = kids(firstKid(node, 'tags'), 'tag').map((tag) => keptText(textAt(tag)));
  const idNumber = keptText(textIn(firstKid(node, 'idnumber')));
  const stem = wordsAt(node, 'questiontext');
  return {
    number,
    what: `Question ${number}${name === '' ? '' : ` (“${name.slice(0, 80)}”)`}`,
    key: readTags(tags) !== null && isKey(idNumber) ? idNumber : null,
    name: idNumber || name || keptText(stem.text),
    ...outcomeOf(node, { stem, tags, category }),
  };
}

function outcomeOf(node: Element, read: Pick<Said, 'stem' | 'tags' | 'category'>): Outcome {
  if (hasElementsIn(node, 'text')) {
    return refused('There are tags in its text that are not marked as text (CDATA).');
  }
  const told = answersIn(node);
  if ('why' in told) return refused(told.why);
  return questionSaid({
    ...read,
    ...told,
    general: wordsAt(node, 'generalfeedback'),
    notes: notesOn(node),
  });
}

type Told = Pick<Said, 'kind' | 'answers'>;

function answersIn(node: Element): Told | { why: string } {
  const type = attribute(node, 'type');
  switch (type) {
    case 'multichoice':
      return weighed(node, isSingle(node) ? 'one' : 'several');
    case 'truefalse':
      return trueOrFalse(node);
    case 'matching':
      return { kind: 'match', answers: kids(node, 'subquestion').map(pairOf) };
    case 'ordering':
      return { kind: 'order', answers: kids(node, 'answer').map(answerOf) };
    default:
      return { why: kindNotRead(type) };
  }
}

function isSingle(node: Element): boolean {
  const single = textIn(firstKid(node, 'single')).trim().toLowerCase();
  return single !== 'false' && single !== '0';
}

function weighed(node: Element, kind: Said['kind']): Told | { why: string } {
  const answers = kids(node, 'answer').map(answerOf);
  const odd = answers.findIndex(({ weight }) => Number.isNaN(weight));
  if (odd === -1) return { kind, answers };
  const fraction = attribute(kids(node, 'answer')[odd], 'fraction');
  return { why: `The mark of answer ${odd + 1} is no number: “${fraction.slice(0, 40)}”.` };
}

function trueOrFalse(node: Element): Told | { why: string } {
  const told = weighed(node, 'true-false');
  if ('why' in told) return told;
  const called = (name: string) =>
    told.answers.find(({ words }) => words.text.trim().toLowerCase() === name);
  const yes = called('true');
  const no = called('false');
  if (!yes || !no || told.answers.length > 2) return { why: 'Its answers are not true and false.' };
  return { kind: told.kind, answers: [yes, no] };
}

function answerOf(node: Element): SaidAnswer {
  const fraction = attribute(node, 'fraction').trim().replace(',', '.');
  return {
    words: wordsIn(node),
    weight: fraction === '' ? 0 : Number(fraction),
    why: wordsAt(node, 'feedback'),
    goesWith: '',
  };
}

function pairOf(node: Element): SaidAnswer {
  const why = { isHtml: false, text: '' };
  return { words: wordsIn(node), weight: 100, why, goesWith: textAt(node, 'answer') };
}

function textAt(node: Element | undefined, ...path: string[]): string {
  const at = path.reduce<Element | undefined>((one, name) => firstKid(one, name), node);
  return textIn(firstKid(at, 'text'));
}

function wordsAt(node: Element, name: string): Words {
  const child = firstKid(node, name);
  return child ? wordsIn(child) : { isHtml: false, text: '' };
}

/** What is not called plain is HTML to Moodle, whatever else it is called. */
function wordsIn(node: Element): Words {
  return { isHtml: attribute(node, 'format') !== 'plain_text', text: textAt(node) };
}

/** What Moodle writes when nobody writes anything of their own. */
const STANDARD =
  /^(your answer is (partially )?(correct|incorrect)\.?|you have correctly selected .*)?$/i;
const COMBINED = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];

function notesOn(node: Element): string[] {
  const hasCombined = COMBINED.some((name) => !STANDARD.test(plainAt(node, name)));
  const hasHints = kids(node, 'hint').some((hint) => textAt(hint).trim() !== '');
  const grade = Number(textIn(firstKid(node, 'defaultgrade')) || 1);
  const selected = textIn(firstKid(node, 'selecttype')).trim();
  const isPart = attribute(node, 'type') === 'ordering' && !/^(0|ALL)?$/i.test(selected);
  return [
    ...(hasCombined ? ['Its feedback for all right, partly right or wrong was left out.'] : []),
    ...(hasHints ? ['Its hints were left out.'] : []),
    ...(grade === 1 ? [] : ['Its weight in a quiz was left out: every question counts the same.']),
    ...(isPart ? ['It showed some of its items at a time; here it shows all.'] : []),
  ];
}

function plainAt(node: Element, name: string): string {
  return keptText(textAt(node, name).replace(/<[^<>]*>/g, ''));
}
