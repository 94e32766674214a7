import { beforeEach, describe, expect, test } from 'vitest';
import { type BankedQuestion, listDecisions, readBank } from '#app/data/bank.ts';
import { sectionHashes } from '#app/data/offer.ts';
import { insertQuestionRevision, listQuestionRevisions } from '#app/data/questions.ts';
import type { Question } from '#app/domain/quiz/question.ts';
import {
  confirmQuestion,
  confirmQuestions,
  setQuestionAside,
} from '#app/operations/decide-on-question.ts';
import { makeQuestionOwn } from '#app/operations/make-question-own.ts';
import { addQuestion, changeQuestion } from '#app/operations/save-question.ts';
import { decided, publishSection } from '#tests/support/bank.ts';
import { write } from '#tests/support/people.ts';
import { makeQuestion, questionOf } from '#tests/support/quizzes.ts';
import {
  auditLength,
  freshGround,
  type Ground,
  lastAudit,
  otherGround,
  refusalOf,
} from './support.ts';

let ground: Ground;

beforeEach(() => {
  ground = freshGround();
  publishSection(ground.database, ground.schoolId, 'prevent');
});

const QUESTION = questionOf('gate', { text: 'Who is told first?' });

function banked(questionId: number, { database, schoolId }: Ground = ground): BankedQuestion {
  const found = readBank(database, schoolId).find((one) => one.questionId === questionId);
  if (!found) throw new Error('It is not in the bank');
  return found;
}

const revisions = (questionId: number) =>
  listQuestionRevisions(ground.database, ground.schoolId, questionId);
const decisions = (questionId: number) =>
  listDecisions(ground.database, ground.schoolId, questionId);
const changeSection = (body = 'Something else now.') =>
  publishSection(ground.database, ground.schoolId, 'prevent', body);
const seen = (questionId: number) => {
  const { id: revisionId, sectionWords } = banked(questionId);
  return { questionId, revisionId, sectionWords };
};

/** What the section on Prevent says now, by its hash. */
const wordsNow = () => sectionHashes(ground.database, ground.schoolId).get('prevent') ?? null;

/** Adds a question of the school's own. Answers its id. */
async function added(question: Question = QUESTION): Promise<number> {
  return (await addQuestion(ground.act, { question, sectionWords: wordsNow() })).questionId;
}

/** Changes a question as somebody does who has the section before them as it stands. */
function changes(change: { questionId: number; revisionId: number; question: Question }) {
  return changeQuestion(ground.act, { ...change, sectionWords: wordsNow() });
}

function sharedQuestion(key = 'shared') {
  const question = makeQuestion(ground.database, { trustId: 1 }, key);
  decided(ground.database, ground.schoolId, question);
  return question;
}

describe('writing a question', () => {
  test('it is the school’s own, confirmed against its section, and told in the audit', async () => {
    const questionId = await added();
    expect(banked(questionId)).toMatchObject({
      ...QUESTION,
      key: 'who-is-told-first',
      isShared: false,
      number: 1,
      state: 'in-use',
    });
    expect(decisions(questionId)).toMatchObject([{ decision: 'confirmed', by: 'Ada Min' }]);
    expect(lastAudit(ground)).toMatchObject({ action: 'question.added' });
    expect(auditLength(ground)).toBe(1);
  });

  test('another of the same words has a key of its own, and so has one of a shared one’s', async () => {
    makeQuestion(ground.database, { trustId: 1 }, 'who-is-told-first');
    const keys = [banked(await added()).key, banked(await added()).key];
    expect(keys).toEqual(['who-is-told-first-2', 'who-is-told-first-3']);
  });

  test('one that is not sound is refused and nothing is written', async () => {
    const refusal = await refusalOf(added({ ...QUESTION, text: ' ' }));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'text' });
    expect(readBank(ground.database, ground.schoolId)).toEqual([]);
  });

  test('its section changed meanwhile: it is kept, and to be checked', async () => {
    const sectionWords = wordsNow();
    changeSection();
    const { questionId, isConfirmed } = await addQuestion(ground.act, {
      question: QUESTION,
      sectionWords,
    });
    expect(isConfirmed).toBe(false);
    expect(banked(questionId)).toMatchObject({ ...QUESTION, state: 'check-me' });
    expect(decisions(questionId)).toEqual([]);
  });

  test('another section than the one that changed is as it was seen', async () => {
    publishSection(ground.database, ground.schoolId, 'fgm');
    const sectionWords = sectionHashes(ground.database, ground.schoolId).get('fgm') ?? null;
    changeSection();
    const question = { ...QUESTION, section: 'fgm' };
    expect(await addQuestion(ground.act, { question, sectionWords })).toMatchObject({
      isConfirmed: true,
    });
  });
});

describe('changing a question', () => {
  test('makes a revision; the one before stays as it was, and cannot be changed at all', async () => {
    const questionId = await added();
    const { id: revisionId } = banked(questionId);
    const question = { ...QUESTION, text: 'Who is told at once?' };
    const change = { questionId, revisionId, question };
    expect(await changes(change)).toEqual({ outcome: 'changed' });
    expect(revisions(questionId).map(({ number, text }) => [number, text])).toEqual([
      [2, 'Who is told at once?'],
      [1, 'Who is told first?'],
    ]);
    expect(banked(questionId)).toMatchObject({ state: 'in-use', number: 2 });
    expect(lastAudit(ground)?.contents).toMatchObject({
      before: { text: 'Who is told first?' },
      after: { text: 'Who is told at once?' },
    });
    const client = ground.database.$client;
    for (const sql of [
      "UPDATE question_revisions SET text = 'x'",
      'DELETE FROM question_revisions',
    ]) {
      expect(() => client.prepare(sql).run()).toThrow();
    }
  });

  test('into what it says already makes no revision and no entry', async () => {
    const questionId = await added();
    const before = auditLength(ground);
    const { revisionId } = seen(questionId);
    const change = { questionId, revisionId, question: QUESTION };
    expect(await changes(change)).toEqual({ outcome: 'same' });
    expect(revisions(questionId)).toHaveLength(1);
    expect(decisions(questionId)).toHaveLength(1);
    expect(auditLength(ground)).toBe(before);
  });

  test('into what it says already confirms it where its section changed', async () => {
    const questionId = await added();
    changeSection();
    expect(banked(questionId).state).toBe('check-me');
    const { revisionId } = seen(questionId);
    const change = { questionId, revisionId, question: QUESTION };
    expect(await changes(change)).toEqual({ outcome: 'confirmed' });
    expect(revisions(questionId)).toHaveLength(1);
    expect(banked(questionId).state).toBe('in-use');
  });

  test('takes one that was set aside back into use', async () => {
    const questionId = await added();
    await setQuestionAside(ground.act, { questionId, why: 'Too hard' });
    const { revisionId } = seen(questionId);
    const question = { ...QUESTION, text: 'An easier one?' };
    await changes({ questionId, revisionId, question });
    expect(banked(questionId).state).toBe('in-use');
  });

  test('while its section changes: the revision is kept, and to be checked', async () => {
    const questionId = await added();
    const began = seen(questionId);
    changeSection();
    const question = { ...QUESTION, text: 'Who is told at once?' };
    const outcome = await changeQuestion(ground.act, { ...began, question });
    expect(outcome).toEqual({ outcome: 'changed-to-check' });
    expect(banked(questionId)).toMatchObject({ number: 2, state: 'check-me' });
    expect(decisions(questionId)).toHaveLength(1);
  });

  test('into what it says already, while its section changes, confirms nothing', async () => {
    const questionId = await added();
    const began = seen(questionId);
    changeSection();
    const outcome = await changeQuestion(ground.act, { ...began, question: QUESTION });
    expect(outcome).toEqual({ outcome: 'same-to-check' });
    expect(revisions(questionId)).toHaveLength(1);
    expect(banked(questionId).state).toBe('check-me');
  });

  test('that somebody else changed meanwhile is refused', async () => {
    const questionId = await added();
    const { revisionId } = seen(questionId);
    const change = { questionId, revisionId, question: { ...QUESTION, text: 'One?' } };
    await changes(change);
    const late = { ...change, question: { ...QUESTION, text: 'Another?' } };
    expect(await refusalOf(changes(late))).toMatchObject({ kind: 'conflict' });
    expect(banked(questionId).text).toBe('One?');
  });

  test('the same form sent twice makes one revision', async () => {
    const questionId = await added();
    const act = { ...ground.act, formKey: 'a-key' };
    const question = { ...QUESTION, text: 'Twice?' };
    const change = { ...seen(questionId), question };
    expect(await changeQuestion(act, change)).toEqual(await changeQuestion(act, change));
    expect(revisions(questionId)).toHaveLength(2);
  });

  test('a shared question is not the school’s to change', async () => {
    const { questionId, revisionId } = sharedQuestion();
    const change = { questionId, revisionId, question: QUESTION };
    expect(await refusalOf(changes(change))).toMatchObject({
      kind: 'not-found',
    });
  });
});

describe('a school’s decisions about a question', () => {
  test('its section says something else: it waits until it is confirmed against that', async () => {
    const { questionId } = sharedQuestion();
    changeSection();
    expect(banked(questionId)).toMatchObject({ state: 'check-me', isForSectionAlone: true });
    await confirmQuestion(ground.act, seen(questionId));
    expect(banked(questionId).state).toBe('in-use');
    expect(lastAudit(ground)).toMatchObject({ action: 'question.confirmed' });
  });

  test('what was confirmed is what was seen', async () => {
    const { questionId } = sharedQuestion();
    changeSection('One.');
    const then = seen(questionId);
    changeSection('Two.');
    expect(await refusalOf(confirmQuestion(ground.act, then))).toMatchObject({ kind: 'conflict' });
    const now = seen(questionId);
    write(ground.database, (transaction) =>
      insertQuestionRevision(transaction, questionId, QUESTION, { at: 'later', by: null }),
    );
    expect(await refusalOf(confirmQuestion(ground.act, now))).toMatchObject({ kind: 'conflict' });
    expect(banked(questionId).state).toBe('check-me');
  });

  test('set aside it stays so, whatever its section says, until it is used again', async () => {
    const { questionId } = sharedQuestion();
    await setQuestionAside(ground.act, { questionId, why: 'It is about another county' });
    changeSection();
    expect(banked(questionId)).toMatchObject({
      state: 'set-aside',
      decision: { why: 'It is about another county' },
    });
    expect(lastAudit(ground)?.contents?.why).toBe('It is about another county');
    const again = setQuestionAside(ground.act, { questionId, why: 'Again' });
    expect(await refusalOf(again)).toMatchObject({ kind: 'conflict' });
    await confirmQuestion(ground.act, seen(questionId));
    expect(banked(questionId).state).toBe('in-use');
    expect(lastAudit(ground)).toMatchObject({ action: 'question.used-again' });
    expect(decisions(questionId).map(({ decision }) => decision)).toEqual([
      'confirmed',
      'set-aside',
      'confirmed',
    ]);
  });

  test('what one school sets aside another asks', async () => {
    const { questionId } = sharedQuestion();
    const other = otherGround(ground);
    await setQuestionAside(ground.act, { questionId, why: 'Not here' });
    expect(banked(questionId, other).state).toBe('in-use');
  });

  test('decisions are never changed', async () => {
    sharedQuestion();
    const client = ground.database.$client;
    for (const sql of [
      "UPDATE question_decisions SET why = 'x'",
      'DELETE FROM question_decisions',
    ]) {
      expect(() => client.prepare(sql).run()).toThrow();
    }
  });
});

describe('several of one section at once', () => {
  test('those that were ticked are confirmed, the others stay', async () => {
    const ids = ['a', 'b', 'c'].map((key) => sharedQuestion(key).questionId);
    changeSection();
    const [first, second, third] = ids.map(seen);
    const command = {
      section: 'prevent',
      sectionWords: first!.sectionWords,
      revisionIds: [first!.revisionId, third!.revisionId],
    };
    expect(await confirmQuestions(ground.act, command)).toEqual({ confirmed: 2 });
    expect(ids.map((id) => banked(id).state)).toEqual(['in-use', 'check-me', 'in-use']);
    expect(second).toBeDefined();
  });

  test('all of them or none: one that waits no longer stops the others', async () => {
    const ids = ['a', 'b'].map((key) => sharedQuestion(key).questionId);
    changeSection();
    const [first, second] = ids.map(seen);
    await confirmQuestion(ground.act, second!);
    const before = auditLength(ground);
    const command = {
      section: 'prevent',
      sectionWords: first!.sectionWords,
      revisionIds: [first!.revisionId, second!.revisionId],
    };
    const refusal = await refusalOf(confirmQuestions(ground.act, command));
    expect(refusal).toMatchObject({ kind: 'conflict' });
    expect(banked(ids[0]!).state).toBe('check-me');
    expect(auditLength(ground)).toBe(before);
  });

  test('a question of another section is not confirmed with them', async () => {
    publishSection(ground.database, ground.schoolId, 'fgm');
    const { questionId, revisionId } = sharedQuestion();
    changeSection();
    const { sectionWords } = seen(questionId);
    const command = { section: 'fgm', sectionWords, revisionIds: [revisionId] };
    expect(await refusalOf(confirmQuestions(ground.act, command))).toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('making a shared question the school’s own', () => {
  test('copies it, confirmed, and sets the shared one aside, in one act', async () => {
    const { questionId, revisionId } = sharedQuestion('gate');
    const own = await makeQuestionOwn(ground.act, { questionId, revisionId });
    const { topic, type, text, options, source } = banked(questionId);
    expect(banked(own.questionId)).toMatchObject({
      ...{ topic, type, text, options, source },
      key: 'gate-own',
      isShared: false,
      state: 'in-use',
    });
    expect(own.isInUse).toBe(true);
    expect(banked(questionId).state).toBe('set-aside');
    expect(auditLength(ground)).toBe(1);
  });

  test('one that is to be checked stays to be checked as a copy', async () => {
    const { questionId, revisionId } = sharedQuestion('gate');
    changeSection();
    const own = await makeQuestionOwn(ground.act, { questionId, revisionId });
    expect(own.isInUse).toBe(false);
    expect(banked(own.questionId).state).toBe('check-me');
    expect(decisions(own.questionId)).toEqual([]);
    expect(banked(questionId).state).toBe('set-aside');
  });

  test('what is the school’s own, set aside or changed is refused', async () => {
    const questionId = await added();
    const own = makeQuestionOwn(ground.act, seen(questionId));
    expect(await refusalOf(own)).toMatchObject({ kind: 'conflict' });
    const shared = sharedQuestion();
    const stale = { questionId: shared.questionId, revisionId: 9999 };
    expect(await refusalOf(makeQuestionOwn(ground.act, stale))).toMatchObject({
      kind: 'conflict',
    });
    await makeQuestionOwn(ground.act, shared);
    expect(await refusalOf(makeQuestionOwn(ground.act, shared))).toMatchObject({
      kind: 'conflict',
    });
  });
});

test('another school’s question is not there, whatever is tried with it', async () => {
  const other = otherGround(ground);
  const { questionId, revisionId } = makeQuestion(
    ground.database,
    { schoolId: other.schoolId },
    'theirs',
  );
  const seenThere = { questionId, revisionId, sectionWords: null };
  const tries = [
    confirmQuestion(ground.act, seenThere),
    setQuestionAside(ground.act, { questionId, why: 'Ours' }),
    changes({ questionId, revisionId, question: QUESTION }),
    makeQuestionOwn(ground.act, { questionId, revisionId }),
  ];
  for (const trial of tries) expect(await refusalOf(trial)).toMatchObject({ kind: 'not-found' });
  expect(listDecisions(ground.database, ground.schoolId, questionId)).toEqual([]);
});
