import { freeKey } from '../keys.ts';
import type { KeyedQuestion, Question } from './question.ts';
import { questionChanges } from './question-words.ts';

/** A question of the bank that a file is held against. */
export type KnownQuestion = {
  questionId: number;
  /** Of what it says now. */
  revisionId: number;
  key: string;
  isShared: boolean;
  isSetAside: boolean;
  words: Question;
};

/**
 * What becomes of a question of a file. `new`: one more of the school's own. `revision`: one of the
 * school's own says something else. `same`: it is there already. `twice`: it stands in the file
 * before.
 */
export type ImportOutcome = 'new' | 'revision' | 'same' | 'twice';

export type ImportRow = {
  outcome: ImportOutcome;
  /** Of one that is new, a key that is free; otherwise that of the question that it is. */
  key: string;
  question: Question;
  /** Which question of the bank it is; null: none yet. */
  known: KnownQuestion | null;
  /** What is to be known before it is imported, in sentences. */
  notes: string[];
};

/**
 * What an import of these questions would do to a bank. A question is known again by its key, if it
 * says something alike, or else by what it asks: names that files give to different questions
 * ("Question 1") change none that is there. Shared questions are never changed, and no two keys clash.
 */
export function planQuestionImport(
  bank: readonly KnownQuestion[],
  read: readonly KeyedQuestion[],
): ImportRow[] {
  const index = indexOf(bank);
  const taken = new Set([...bank, ...read].map(({ key }) => key));
  const given = new Set(bank.map(({ key }) => key));
  const before = new Set<string>();
  return read.map(({ key, ...question }) => {
    const known = findKnown(index, key, question);
    const same = [askedBy(question), ...(known ? [`known ${known.questionId}`] : [])];
    const isTwice = same.some((sign) => before.has(sign));
    for (const sign of same) before.add(sign);
    if (isTwice) return { outcome: 'twice', key, question, known, notes: [] };
    if (known) return knownRow(known, question);
    const ownKey = given.has(key) ? freeKey(key, taken, { otherwise: 'own-question' }) : key;
    given.add(ownKey);
    taken.add(ownKey);
    const notes = notesOnNew(index, key, question);
    return { outcome: 'new', key: ownKey, question, known: null, notes };
  });
}

type Index = {
  own: Map<string, KnownQuestion>;
  shared: Map<string, KnownQuestion>;
  asked: Map<string, KnownQuestion>;
};

/** Where the school's own and a shared question ask the same, its own is what is found. */
function indexOf(bank: readonly KnownQuestion[]): Index {
  const byKey = (questions: readonly KnownQuestion[]) =>
    new Map(questions.map((question) => [question.key, question]));
  const shared = bank.filter(({ isShared }) => isShared);
  const own = bank.filter(({ isShared }) => !isShared);
  const asked = new Map([...shared, ...own].map((one) => [askedBy(one.words), one]));
  return { own: byKey(own), shared: byKey(shared), asked };
}

function findKnown(index: Index, key: string, question: Question): KnownQuestion | null {
  const byKey = index.own.get(key);
  if (byKey && isAlike(byKey.words, question)) return byKey;
  return index.asked.get(askedBy(question)) ?? null;
}

function knownRow(known: KnownQuestion, question: Question): ImportRow {
  const { key, words, isShared, isSetAside } = known;
  const changes = questionChanges(words, question);
  if (changes.length === 0) return { outcome: 'same', key, question, known, notes: [] };
  if (isShared) {
    const notes = ['It asks the same as a shared question, which stays as it is.'];
    return { outcome: 'same', key, question, known, notes };
  }
  const notes = isSetAside ? [...changes, 'It stays set aside.'] : changes;
  return { outcome: 'revision', key, question, known, notes };
}

function notesOnNew(index: Index, key: string, question: Question): string[] {
  const shared = index.shared.get(key);
  if (!shared || shared.isSetAside || !isAlike(shared.words, question)) return [];
  return [
    'It is like a shared question, which stays in use: set that aside if this is to take its place.',
  ];
}

/** What is asked, whatever is explained and wherever it comes from: by it a question is known again. */
function askedBy({ type, story, text, options }: Question): string {
  const answers = options.map(
    (option) => `${plainly(option.text)}=${plainly(option.answer ?? '')}`,
  );
  // In which order options stand says nothing, but where they are to be put in order.
  const told = type === 'order' ? answers : answers.sort();
  return JSON.stringify([type, plainly(story ?? ''), plainly(text), told]);
}

/** Two questions of which one may be what became of the other: much of what they say is the same. */
function isAlike(one: Question, other: Question): boolean {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common >= ALIKE * Math.max(a.size, b.size);
}

const ALIKE = 0.4;

function wordsIn({ story, text, options }: Question): Set<string> {
  const all = [
    story ?? '',
    text,
    ...options.flatMap((option) => [option.text, option.answer ?? '']),
  ];
  return new Set(plainly(all.join(' ')).match(/[\p{L}\p{N}]+/gu) ?? []);
}

function plainly(text: string): string {
  return text.toLocaleLowerCase('en-GB').replace(/\s+/g, ' ').trim();
}

/** How many questions come to what. */
export function importCounts(rows: readonly ImportRow[]): Record<ImportOutcome, number> {
  const of = (outcome: ImportOutcome) => rows.filter((row) => row.outcome === outcome).length;
  return { new: of('new'), revision: of('revision'), same: of('same'), twice: of('twice') };
}

/** What would be written: new questions, and what the school's own say from now on. */
export function writtenIn(rows: readonly ImportRow[]): ImportRow[] {
  return rows.filter(({ outcome }) => outcome === 'new' || outcome === 'revision');
}
