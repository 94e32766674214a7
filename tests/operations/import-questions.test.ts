import { beforeEach, describe, expect, test } from 'vitest';
import { readBank } from '#app/data/bank.ts';
import { listDrawable } from '#app/data/drawable.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import {
  QUESTION_FORMATS,
  type QuestionFormat,
  writeQuestions,
} from '#app/forms/files/questions/write-questions.ts';
import { confirmQuestion, setQuestionAside } from '#app/operations/decide-on-question.ts';
import { importQuestions, planImport } from '#app/operations/import-questions.ts';
import { changeQuestion, wordsOf } from '#app/operations/save-question.ts';
import { question } from '#tests/domain/quiz/support.ts';
import { publishSection } from '#tests/support/bank.ts';
import { makeQuestion, questionOf } from '#tests/support/quizzes.ts';
import { auditLength, freshGround, type Ground, lastAudit, refusalOf } from './support.ts';

let ground: Ground;

beforeEach(() => {
  ground = freshGround();
});

const FILE: KeyedQuestion[] = [
  { key: 'whom', ...question('one') },
  { key: 'order', ...question('order') },
  { key: 'match', ...question('match') },
];

/** Imports as somebody does who has looked at the preview. */
function imports(questions: readonly KeyedQuestion[], more: { formKey?: string } = {}) {
  const { seen } = planImport(ground.database, ground.schoolId, questions);
  return importQuestions({ ...ground.act, ...more }, { questions, fileName: 'bank.xml', seen });
}

const bank = () => readBank(ground.database, ground.schoolId);
const named = (key: string) => bank().find((one) => one.key === key)!;
const keys = () => bank().map(({ key }) => key);

test.each([
  [
    'with a section on their topic',
    () => publishSection(ground.database, ground.schoolId, 'whom-to-tell'),
  ],
  ['where the offer has none', () => {}],
])(
  'they become the school’s own, to be checked, %s; one entry of the audit',
  async (_, prepare) => {
    prepare();
    expect(await imports(FILE)).toEqual({ imported: 3 });
    const because = 'Check me: nobody has looked at it yet.';
    expect(bank()).toMatchObject([
      { key: 'match', isShared: false, state: 'check-me', because },
      { key: 'order', isShared: false, state: 'check-me', because },
      { key: 'whom', isShared: false, state: 'check-me', because },
    ]);
    expect(listDrawable(ground.database, ground.schoolId)).toEqual([]);
    expect(auditLength(ground)).toBe(1);
    expect(lastAudit(ground)?.contents).toMatchObject({
      about: '3 new questions from bank.xml',
      after: { added: ['whom', 'order', 'match'], revised: [] },
    });
  },
);

test('imported again there is nothing to import', async () => {
  await imports(FILE);
  expect(await refusalOf(imports(FILE))).toMatchObject({ kind: 'wrong' });
  expect(keys()).toHaveLength(3);
});

test('the same form sent twice imports once and is answered alike', async () => {
  const { seen } = planImport(ground.database, ground.schoolId, FILE);
  const act = { ...ground.act, formKey: 'a-key' };
  const command = { questions: FILE, fileName: 'bank.xml', seen };
  const answers = [await importQuestions(act, command), await importQuestions(act, command)];
  expect(answers).toEqual([{ imported: 3 }, { imported: 3 }]);
  expect(keys()).toHaveLength(3);
});

test('once somebody has confirmed one it is asked, with a section or without', async () => {
  await imports(FILE);
  const { questionId, id: revisionId, sectionWords } = named('whom');
  await confirmQuestion(ground.act, { questionId, revisionId, sectionWords });
  expect(listDrawable(ground.database, ground.schoolId).map(({ key }) => key)).toEqual(['whom']);
});

test('what says something else becomes a revision to be checked; what is set aside stays so', async () => {
  await imports(FILE);
  for (const { questionId, id: revisionId, sectionWords } of bank()) {
    await confirmQuestion(ground.act, { questionId, revisionId, sectionWords });
  }
  const { questionId } = named('order');
  await setQuestionAside(ground.act, { questionId, why: 'Too hard' });
  const changed = FILE.map((one) => ({ ...one, mustPass: true }));
  expect(await imports(changed)).toEqual({ imported: 3 });
  expect(bank().map(({ key, number, mustPass, state }) => [key, number, mustPass, state])).toEqual([
    ['match', 2, true, 'check-me'],
    ['order', 2, true, 'set-aside'],
    ['whom', 2, true, 'check-me'],
  ]);
});

describe('all of them or nothing', () => {
  test('where the bank is not as it was in the preview', async () => {
    const { seen } = planImport(ground.database, ground.schoolId, FILE);
    makeQuestion(ground.database, { schoolId: ground.schoolId }, 'whom', FILE[0]);
    const command = { questions: FILE, fileName: 'bank.xml', seen };
    const refusal = await refusalOf(importQuestions(ground.act, command));
    expect(refusal).toMatchObject({ kind: 'conflict' });
    expect(keys()).toEqual(['whom']);
  });

  test('where somebody else changed a question that it would overtake', async () => {
    await imports(FILE);
    const changed = FILE.map((one) => ({ ...one, mustPass: true }));
    const { seen } = planImport(ground.database, ground.schoolId, changed);
    const { questionId, id: revisionId, sectionWords } = named('whom');
    const theirs = { ...question('one'), text: 'What do you do first?' };
    await changeQuestion(ground.act, { questionId, revisionId, question: theirs, sectionWords });
    // So many are new and so many revised as before: the counts alone would not tell.
    const late = importQuestions(ground.act, { questions: changed, fileName: 'bank.xml', seen });
    expect(await refusalOf(late)).toMatchObject({ kind: 'conflict' });
    expect(named('whom')).toMatchObject({ number: 2, text: 'What do you do first?' });
    expect(named('order').number).toBe(1);
  });

  test('where what it would revise was set aside meanwhile', async () => {
    await imports(FILE);
    const changed = FILE.map((one) => ({ ...one, mustPass: true }));
    const { seen } = planImport(ground.database, ground.schoolId, changed);
    const { questionId } = named('whom');
    await setQuestionAside(ground.act, { questionId, why: 'Not ours' });
    const late = importQuestions(ground.act, { questions: changed, fileName: 'bank.xml', seen });
    expect(await refusalOf(late)).toMatchObject({ kind: 'conflict' });
  });

  test('where the database fails at the last of them', async () => {
    ground.database.$client.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON question_revisions
      WHEN NEW.type = 'match' BEGIN SELECT raise(ABORT, 'the disk is full'); END`);
    await expect(imports(FILE)).rejects.toThrow(/disk is full/);
    expect(keys()).toEqual([]);
    expect(auditLength(ground)).toBe(0);
  });
});

test('keys do not clash with those of shared questions, which stay as they are', async () => {
  makeQuestion(ground.database, { trustId: 1 }, 'whom', questionOf('whom'));
  await imports(FILE);
  expect(keys().sort()).toEqual(['match', 'order', 'whom', 'whom-2']);
  expect(bank().find(({ isShared }) => isShared)).toMatchObject(questionOf('whom'));
});

test.each(QUESTION_FORMATS)(
  'a bank written as %s is the same in the empty bank of another school',
  async (format: QuestionFormat) => {
    await imports(FILE);
    const written = bank().map((one) => ({ key: one.key, ...wordsOf(one) }));
    ground = freshGround();
    const { text } = writeQuestions(written, format);
    const read = readQuestionFile(new TextEncoder().encode(text), 'bank');
    if (!read.ok) throw new Error(read.message);
    await imports(read.questions);
    expect(bank().map((one) => ({ key: one.key, ...wordsOf(one) }))).toEqual(written);
  },
);
