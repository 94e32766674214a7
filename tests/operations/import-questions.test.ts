import { beforeEach, describe, expect, test } from 'vitest';
import { readBank } from '#app/data/bank.ts';
import type { KeyedQuestion } from '#app/domain/quiz/question.ts';
import { readQuestionFile } from '#app/forms/files/questions/read-questions.ts';
import {
  QUESTION_FORMATS,
  type QuestionFormat,
  writeQuestions,
} from '#app/forms/files/questions/write-questions.ts';
import { setQuestionAside } from '#app/operations/decide-on-question.ts';
import { importQuestions, planImport } from '#app/operations/import-questions.ts';
import { wordsOf } from '#app/operations/save-question.ts';
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
const keys = () => bank().map(({ key }) => key);

test('they become the school’s own, confirmed, with one entry of the audit', async () => {
  publishSection(ground.database, ground.schoolId, 'whom-to-tell');
  expect(await imports(FILE)).toEqual({ imported: 3 });
  expect(bank().map(({ key, isShared, state }) => [key, isShared, state])).toEqual([
    ['match', false, 'in-use'],
    ['order', false, 'in-use'],
    ['whom', false, 'in-use'],
  ]);
  expect(auditLength(ground)).toBe(1);
  expect(lastAudit(ground)?.contents).toMatchObject({
    about: '3 new questions from bank.xml',
    after: { added: ['whom', 'order', 'match'], revised: [] },
  });
});

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

test('what says something else becomes a revision; what is set aside stays so', async () => {
  await imports(FILE);
  const aside = bank().find(({ key }) => key === 'order')!;
  await setQuestionAside(ground.act, { questionId: aside.questionId, why: 'Too hard' });
  const changed = FILE.map((one) => ({ ...one, mustPass: true }));
  expect(await imports(changed)).toEqual({ imported: 3 });
  expect(bank().map(({ key, number, mustPass, state }) => [key, number, mustPass, state])).toEqual([
    ['match', 2, true, 'in-use'],
    ['order', 2, true, 'set-aside'],
    ['whom', 2, true, 'in-use'],
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
