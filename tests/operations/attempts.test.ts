import { beforeEach, describe, expect, test } from 'vitest';
import { listAttempts, type WholeAttempt } from '#app/data/attempts.ts';
import { listAudit } from '#app/data/audit.ts';
import { findCertificateOf } from '#app/data/certificates.ts';
import { listHistory } from '#app/data/completions.ts';
import { addDecision } from '#app/data/questions.ts';
import { setQuizRetired } from '#app/data/quizzes.ts';
import { findSchool } from '#app/data/schools.ts';
import { answersOf, type QuestionType } from '#app/domain/quiz/question.ts';
import { asShown } from '#app/domain/quiz/shown.ts';
import { saveAnswer } from '#app/operations/save-answer.ts';
import { submitAttempt } from '#app/operations/submit-attempt.ts';
import { makePerson, write } from '#tests/support/people.ts';
import { makeQuestion, makeQuiz, makeWholeQuiz, option } from '#tests/support/quizzes.ts';
import {
  addRequirement,
  addTeacher,
  auditLength,
  freshGround,
  type Ground,
  on,
  otherGround,
  refusalOf,
} from './support.ts';
import { type Taker, takerOf } from './taker.ts';

let ground: Ground;
let personId: number;
let starts: Taker['starts'];
let read: Taker['read'];
let answers: Taker['answers'];
let handsIn: Taker['handsIn'];
let takes: Taker['takes'];

beforeEach(() => {
  ground = freshGround();
  personId = addTeacher(ground);
  ({ starts, read, answers, handsIn, takes } = takerOf(ground, personId));
});

/** A quiz of one question, of this type. Answers its id. */
function quizWithOne(type: QuestionType): number {
  const topic = 'fgm';
  const options =
    type === 'true-false' ? { options: [option('t', true, 1), option('f', false, 2)] } : {};
  makeQuestion(ground.database, { schoolId: ground.schoolId }, type, { topic, type, ...options });
  const parts = [{ topic, count: 1 }];
  return makeQuiz(ground.database, ground.schoolId, { key: type, parts, passMark: 1 });
}

const version = () => findSchool(ground.database, ground.schoolId)?.factsVersion;

describe('beginning', () => {
  test('draws so many questions of the topics, each once', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const { questions, startedOn, submittedAt } = read(await starts(quizId));
    expect(questions.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(new Set(questions.map(({ revision }) => revision.key)).size).toBe(3);
    expect({ startedOn, submittedAt }).toEqual({ startedOn: ground.act.today, submittedAt: null });
  });

  test('raises no facts version: it bears on no status', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const before = version();
    const attemptId = await starts(quizId);
    await answers(attemptId);
    expect(version()).toBe(before);
  });

  test('again goes on with the open attempt: in two tabs it is one', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const both = await Promise.all([starts(quizId), starts(quizId)]);
    expect(new Set(both).size).toBe(1);
    expect(listAttempts(ground.database, personId)).toHaveLength(1);
  });

  test('practice is refused where the quiz has none', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId, { allowsPractice: false });
    expect((await refusalOf(starts(quizId, { kind: 'practice' }))).kind).toBe('wrong');
  });

  test('is not found by whom the quiz is not for, today', async () => {
    const audience = { categories: ['governor' as const], kinds: [] };
    const quizId = makeWholeQuiz(ground.database, ground.schoolId, { audience });
    expect((await refusalOf(starts(quizId))).kind).toBe('not-found');
    const governor = [{ kind: 'governor', from: '2026-11-17' }];
    const later = makePerson(ground.database, ground.schoolId, 'Gwen Tull', governor);
    expect((await refusalOf(starts(quizId, { personId: later }))).kind).toBe('not-found');
    const tomorrow = { ...ground.act, today: on('2026-11-17') };
    expect(await starts(quizId, { personId: later }, tomorrow)).toBeGreaterThan(0);
  });

  test('is not found for a quiz that is retired, or another school’s', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    write(ground.database, (tx) => setQuizRetired(tx, quizId, ground.act.today));
    expect((await refusalOf(starts(quizId))).kind).toBe('not-found');
    const other = otherGround(ground);
    const theirs = makeWholeQuiz(ground.database, other.schoolId);
    expect((await refusalOf(starts(theirs))).kind).toBe('not-found');
  });

  test('with too few questions says of which topic, and who can help', async () => {
    const parts = [{ topic: 'fgm', count: 2 }];
    const quizId = makeQuiz(ground.database, ground.schoolId, { parts });
    makeQuestion(ground.database, { schoolId: ground.schoolId }, 'only', { topic: 'fgm' });
    const { kind, message } = await refusalOf(starts(quizId));
    expect(kind).toBe('wrong');
    expect(message).toContain('FGM and honour-based abuse');
    expect(message).toContain('designated safeguarding lead');
  });

  test('never draws what is set aside', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const of = { schoolId: ground.schoolId };
    const { questionId, revisionId } = makeQuestion(ground.database, of, 'fourth');
    const decision = {
      questionId,
      revisionId,
      schoolId: ground.schoolId,
      decidedAt: ground.act.now,
    };
    write(ground.database, (tx) => addDecision(tx, { ...decision, decision: 'set-aside' }));
    const { questions } = read(await starts(quizId));
    expect(questions.map(({ revision }) => revision.key).sort()).toEqual([
      'first',
      'second',
      'third',
    ]);
  });
});

describe('an answer', () => {
  test('is kept by its place in the revision, and changed', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const attemptId = await starts(quizId);
    const { seed, questions } = read(attemptId);
    const revision = questions[0]!.revision;
    const save = (given: Parameters<typeof saveAnswer>[1]['given']) =>
      saveAnswer(ground.act, { personId, attemptId, position: 1, given });
    const kept = () => read(attemptId).questions[0]?.answer;
    await save(asShown({ revision, seed }, { kind: 'chosen', chosen: [2] }));
    expect(kept()).toEqual({ kind: 'chosen', chosen: [2] });
    await save(asShown({ revision, seed }, { kind: 'chosen', chosen: [0] }));
    expect(kept()).toEqual({ kind: 'chosen', chosen: [0] });
    expect(auditLength(ground)).toBe(0);
  });

  test.each<[QuestionType, boolean]>([
    ['one', false],
    ['true-false', false],
    ['scenario', false],
    ['several', true],
  ])('to %s that comes empty takes the kept one back: %s', async (type, isTakenBack) => {
    const quizId = quizWithOne(type);
    const attemptId = await starts(quizId);
    await answers(attemptId);
    const before = read(attemptId).questions[0]?.answer;
    expect(before).not.toBeNull();
    const empty = { personId, attemptId, position: 1, given: null };
    expect(await saveAnswer(ground.act, empty)).toEqual({ isSaved: true });
    expect(read(attemptId).questions[0]?.answer).toEqual(isTakenBack ? null : before);
  });

  test('that comes again with the same form key is kept all the same', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const attemptId = await starts(quizId);
    const act = { ...ground.act, formKey: '11111111-1111-4111-8111-111111111111' };
    for (const place of [0, 1]) {
      const given = { kind: 'chosen' as const, chosen: [place] };
      await saveAnswer(act, { personId, attemptId, position: 1, given });
    }
    const { seed, questions } = read(attemptId);
    const { revision, answer } = questions[0]!;
    expect(answer && asShown({ revision, seed }, answer)).toEqual({ kind: 'chosen', chosen: [1] });
  });

  test('after the submission changes nothing, and says so', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const attemptId = await takes(quizId);
    const before = read(attemptId);
    const given = { kind: 'chosen' as const, chosen: [1] };
    const late = await saveAnswer(ground.act, { personId, attemptId, position: 1, given });
    expect(late).toEqual({ isSaved: false });
    expect(read(attemptId)).toEqual(before);
  });

  test('to somebody else’s attempt, or to a question that it has not, is not found', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const attemptId = await starts(quizId);
    const given = { kind: 'chosen' as const, chosen: [0] };
    const stranger = saveAnswer(ground.act, {
      personId: ground.actorId,
      attemptId,
      position: 1,
      given,
    });
    expect((await refusalOf(stranger)).kind).toBe('not-found');
    const fourth = saveAnswer(ground.act, { personId, attemptId, position: 4, given });
    expect((await refusalOf(fourth)).kind).toBe('not-found');
  });

  test('to a match is kept by what it says, whichever of two that say the same is chosen', async () => {
    const options = ['a', 'b', 'c'].map((key) => ({ ...option(key, true, 1), answer: 'The DSL' }));
    const own = { type: 'match' as const, options, extras: ['999'] };
    makeQuestion(ground.database, { schoolId: ground.schoolId }, 'match', own);
    const parts = [{ topic: 'prevent', count: 1 }];
    const quizId = makeQuiz(ground.database, ground.schoolId, { parts, passMark: 1 });
    const attemptId = await takes(quizId);
    const [question] = read(attemptId).questions;
    expect(question?.isRight).toBe(true);
    expect(question && answersOf(question.revision)).toHaveLength(4);
  });
});

describe('a pass', () => {
  let requirementId: number;
  let quizId: number;
  beforeEach(() => {
    requirementId = addRequirement(ground, { key: 'prevent' });
    quizId = makeWholeQuiz(ground.database, ground.schoolId, { requirementId });
  });

  test('is marked, completes the requirement at once, and has a certificate', async () => {
    const attemptId = await takes(quizId, { wrong: 1 });
    const { score, hasPassed, submittedOn, questions, completionId } = read(attemptId);
    expect({ score, hasPassed, submittedOn }).toEqual({
      score: 2,
      hasPassed: true,
      submittedOn: ground.act.today,
    });
    expect(questions.map(({ isRight }) => isRight)).toEqual([false, true, true]);
    const certificate = findCertificateOf(ground.database, personId, attemptId);
    expect(certificate).toMatchObject({ personName: 'Zoë Marsh T1', isWithdrawn: false });
    expect(certificate?.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect(listHistory(ground.database, personId)).toMatchObject([
      {
        id: completionId,
        requirementId,
        completedOn: ground.act.today,
        evidence: 'quiz',
        provider: 'Grange Primary School',
        reference: certificate?.code,
        needsCheck: false,
      },
    ]);
  });

  test('stands in the audit with what it completed, and tells no score there', async () => {
    await takes(quizId, { wrong: 1 });
    const entries = listAudit(ground.database, { schoolId: ground.schoolId });
    expect(entries.map(({ action }) => action)).toEqual([
      'attempt.submitted',
      'completion.recorded',
    ]);
    expect(JSON.stringify(entries)).not.toContain('score');
    expect(auditLength(ground)).toBe(2);
  });

  test('is all that the audit tells: what is begun, failed or practised is in the attempts alone', async () => {
    await takes(quizId, { wrong: 3 });
    await takes(quizId, { kind: 'practice' });
    await starts(quizId);
    expect(listAttempts(ground.database, personId)).toHaveLength(3);
    expect(auditLength(ground)).toBe(0);
  });

  test('handed in twice is handed in once, and the second changes nothing', async () => {
    const attemptId = await starts(quizId);
    await answers(attemptId);
    const both = await Promise.all([handsIn(attemptId), handsIn(attemptId)]);
    expect(both).toMatchObject([{ isFirst: true }, { isFirst: false }]);
    const before = [version(), auditLength(ground), read(attemptId)];
    expect(await handsIn(attemptId)).toMatchObject({ isFirst: false });
    expect([version(), auditLength(ground), read(attemptId)]).toEqual(before);
    expect(listHistory(ground.database, personId)).toHaveLength(1);
  });

  test('without a requirement has a certificate and completes nothing', async () => {
    const free = makeQuiz(ground.database, ground.schoolId, { key: 'free' });
    const attemptId = await takes(free);
    expect(findCertificateOf(ground.database, personId, attemptId)?.completed).toBeNull();
    expect(listHistory(ground.database, personId)).toEqual([]);
  });

  test('with a question wrong that must be right is none', async () => {
    const own = { mustPass: true, topic: 'fgm' };
    makeQuestion(ground.database, { schoolId: ground.schoolId }, 'must', own);
    const parts = [
      { topic: 'fgm', count: 1 },
      { topic: 'prevent', count: 2 },
    ];
    const strict = makeQuiz(ground.database, ground.schoolId, {
      key: 'strict',
      parts,
      requirementId,
    });
    const attemptId = await starts(strict);
    await answers(attemptId);
    const { seed, questions } = read(attemptId);
    const { position, revision } = questions.find((one) => one.revision.mustPass)!;
    const given = asShown({ revision, seed }, { kind: 'chosen', chosen: [1] });
    await saveAnswer(ground.act, { personId, attemptId, position, given });
    await handsIn(attemptId);
    expect(read(attemptId)).toMatchObject({ score: 2, hasPassed: false, completionId: null });
    expect(findCertificateOf(ground.database, personId, attemptId)).toBeNull();
  });

  test('in practice makes no completion and no certificate', async () => {
    const attemptId = await starts(quizId, { kind: 'practice' });
    await answers(attemptId);
    await handsIn(attemptId);
    expect(read(attemptId)).toMatchObject({ score: 3, hasPassed: true, completionId: null });
    expect(findCertificateOf(ground.database, personId, attemptId)).toBeNull();
    expect(listHistory(ground.database, personId)).toEqual([]);
  });
});

describe('handing in', () => {
  test('with the token of another attempt is refused', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const { submitToken: token } = read(await starts(quizId, { kind: 'practice' }));
    const attemptId = await starts(quizId);
    const refusal = await refusalOf(submitAttempt(ground.act, { personId, attemptId, token }));
    expect(refusal.kind).toBe('wrong');
    expect(read(attemptId).submittedAt).toBeNull();
  });

  test('of somebody else’s attempt is not found', async () => {
    const attemptId = await starts(makeWholeQuiz(ground.database, ground.schoolId));
    const { submitToken: token } = read(attemptId);
    const stranger = { personId: ground.actorId, attemptId, token };
    expect((await refusalOf(submitAttempt(ground.act, stranger))).kind).toBe('not-found');
  });
});

describe('after a fail', () => {
  const tomorrow = () => ({ ...ground.act, today: on('2026-11-17') });

  test('a quiz that waits for the next day says from when, and begins then', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId, { retry: 'next-day' });
    await takes(quizId, { wrong: 2 });
    const { message } = await refusalOf(starts(quizId));
    expect(message).toContain('17 November 2026');
    expect(await starts(quizId, { kind: 'practice' })).toBeGreaterThan(0);
    expect(await starts(quizId, {}, tomorrow())).toBeGreaterThan(0);
  });

  test('another attempt has new questions where there are enough', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    const first = read(await takes(quizId, { wrong: 3 }));
    for (const key of ['fourth', 'fifth', 'sixth']) {
      makeQuestion(ground.database, { schoolId: ground.schoolId }, key);
    }
    const second = read(await starts(quizId));
    const ids = ({ questions }: WholeAttempt) => questions.map(({ revision }) => revision.id);
    expect(ids(second).filter((id) => ids(first).includes(id))).toEqual([]);
  });

  test('nobody is ever locked out', async () => {
    const quizId = makeWholeQuiz(ground.database, ground.schoolId);
    for (let fail = 0; fail < 4; fail += 1) await takes(quizId, { wrong: 3 });
    expect(await starts(quizId)).toBeGreaterThan(0);
  });
});
