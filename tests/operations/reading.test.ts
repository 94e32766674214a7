import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listDeclarations } from '#app/data/declarations.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { findConfirmable, findEditionAtSchool } from '#app/data/own-reading.ts';
import { insertAppointment } from '#app/data/people-changes.ts';
import { findReadingQuestion, listOpenReadingQuestions } from '#app/data/reading-questions.ts';
import { answerReadingQuestion } from '#app/operations/answer-reading-question.ts';
import { askAboutReading } from '#app/operations/ask-about-reading.ts';
import { haveReadAgain } from '#app/operations/correct-edition.ts';
import { declareReading } from '#app/operations/declare-reading.ts';
import { changeConfirmedEdition } from '#app/operations/save-edition.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';
import { declarations, readingQuestions } from '#db/schema.ts';
import { kindIdOf, makePerson, write } from '#tests/support/people.ts';
import { addReading, changeEdition, type ReadingGround } from '#tests/support/reading.ts';
import {
  addTeacher,
  auditLength,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
  TODAY,
} from './support.ts';

let ground: Ground;
let reading: ReadingGround;
let zoe: number;
beforeEach(() => {
  ground = freshGround();
  reading = addReading(ground);
  zoe = addTeacher(ground);
});

/** What this person is shown of an edition today. */
function shownTo(
  personId: number,
  editionId = reading.edition2026,
  { database, schoolId } = ground,
) {
  const at = findEditionAtSchool(database, schoolId, editionId);
  const person = findPersonFacts(database, schoolId, personId);
  if (!at || !person) throw new Error('Nothing to show');
  return findConfirmable(database, at, person, TODAY);
}

function declare(personId: number, more: { editionId?: number; shown?: string } = {}) {
  const editionId = more.editionId ?? reading.edition2026;
  const shown = more.shown ?? shownTo(personId, editionId).shown;
  return declareReading(ground.act, { personId, editionId, shown });
}

const kept = (personId: number) => listDeclarations(ground.database, personId);

describe('Declaring what was read', () => {
  it('keeps the words, the parts, the edition and the day, and counts at once', async () => {
    await declare(zoe);
    expect(kept(zoe)).toMatchObject([
      {
        editionId: reading.edition2026,
        declaredOn: '2026-11-16',
        parts: ['Part one', 'Annex B'],
        words: shownTo(zoe).words,
        link: 'https://example.org/kcsie',
        isOnBehalf: false,
        enteredOn: '2026-11-16',
      },
    ]);
    expect(shownTo(zoe)).toMatchObject({ declaredOn: '2026-11-16', left: [] });
    expect(historyOf(ground.database, zoe)[0]).toMatchObject({
      requirement: 'kcsie-reading',
      edition: 'KCSIE 2026',
      evidence: 'declaration',
      state: 'counts',
      declaration: { parts: ['Part one', 'Annex B'] },
    });
    expect(lastAudit(ground)).toMatchObject({ action: 'reading.declared', personId: zoe });
  });

  it('stands in the database as it was, whoever would change it', async () => {
    await declare(zoe);
    const change = () =>
      ground.database.update(declarations).set({ words: 'Something else' }).run();
    expect(change).toThrow(/declarations are kept/);
    expect(() => ground.database.delete(declarations).run()).toThrow(/declarations are kept/);
  });

  it('stays as it was whatever becomes of its edition, of a later one and of itself', async () => {
    await declare(zoe);
    const first = kept(zoe)[0];
    const told = () => historyOf(ground.database, zoe).at(-1);
    const { edition, declaration } = told() ?? {};
    const { edition2026: editionId } = reading;
    const change = { link: 'https://example.org/moved', whatChanged: 'Else', checkTopics: [] };
    const file = { tokens: [], dropsFile: true };
    const changed = { ...change, dueBy: on('2026-12-18') };
    await changeConfirmedEdition(ground.act, { editionId, change: changed, ...file });
    const correction = {
      inForceFrom: on('2026-11-10'),
      dueBy: on('2026-12-18'),
      whatChanged: 'A page',
      link: null,
    };
    const again = await haveReadAgain(ground.act, { editionId, correction, ...file });
    await declare(zoe, again);
    expect(kept(zoe)).toHaveLength(2);
    expect(kept(zoe)[0]).toEqual(first);
    expect(kept(zoe)[1]).toMatchObject({
      editionId: again.editionId,
      words: expect.stringContaining('KCSIE 2026, corrected 10 November 2026'),
    });
    const { completionId = 0 } = first ?? {};
    await withdrawCompletion(ground.act, { completionId, reason: 'Meant for somebody else' });
    expect(kept(zoe)[0]).toEqual(first);
    expect(told()).toMatchObject({ edition, declaration, state: 'withdrawn' });
  });

  it('of the same form is done once', async () => {
    const { shown } = shownTo(zoe);
    const act = { ...ground.act, formKey: 'b9c1f6f4-6a6a-4c2b-9f5e-2f1f9d7f7a10' };
    const command = { personId: zoe, editionId: reading.edition2026, shown };
    const first = await declareReading(act, command);
    expect(await declareReading(act, command)).toEqual(first);
    expect(kept(zoe)).toHaveLength(1);
  });

  it('is kept beside the first where a new role adds parts', async () => {
    const cook = makePerson(ground.database, ground.schoolId, 'Olu Adeyemi', [
      { kind: 'lunchtime' },
    ]);
    await declare(cook);
    expect(kept(cook).map(({ parts }) => parts)).toEqual([['Annex A']]);
    write(ground.database, (transaction) => {
      const kindId = kindIdOf(ground.database, ground.schoolId, 'teacher');
      const days = { startsOn: on('2026-11-16'), endsOn: null };
      insertAppointment(transaction, { personId: cook, kindId, ...days });
    });
    expect(shownTo(cook).left).toEqual(['Part one', 'Annex B']);
    await declare(cook);
    expect(kept(cook).map(({ parts }) => parts)).toEqual([
      ['Annex A'],
      ['Part one', 'Annex A', 'Annex B'],
    ]);
    expect(shownTo(cook).left).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['the parts', () => changeEdition(ground, reading.edition2026, { reads: [] })],
    [
      'the edition',
      () => changeEdition(ground, reading.edition2026, { link: 'https://example.org/new' }),
    ],
    [
      'its words',
      () => changeEdition(ground, reading.edition2026, { title: 'KCSIE of September 2026' }),
    ],
  ])('is refused where %s changed since it was shown, and nothing is kept', async (_, change) => {
    const { shown } = shownTo(zoe);
    change();
    const before = auditLength(ground);
    expect(await refusalOf(declare(zoe, { shown }))).toMatchObject({
      kind: 'conflict',
      field: 'declare',
    });
    expect(kept(zoe)).toEqual([]);
    expect(auditLength(ground)).toBe(before);
  });

  it.each<[string, () => number]>([
    ['an edition that is announced', () => reading.edition2027],
    ['an edition that is past', () => reading.edition2025],
  ])('%s cannot be declared', async (_, editionId) => {
    const refusal = await refusalOf(declare(zoe, { editionId: editionId() }));
    expect(refusal.kind).toBe('conflict');
    expect(kept(zoe)).toEqual([]);
  });

  it('counts for an edition whose text is final before it is in force', async () => {
    changeEdition(ground, reading.edition2027, { state: 'confirmed', confirmedOn: TODAY });
    await declare(zoe, { editionId: reading.edition2027 });
    expect(kept(zoe)).toHaveLength(1);
  });

  it('is for those alone who are asked to read it', async () => {
    const governor = makePerson(ground.database, ground.schoolId, 'Gail Vernor', [
      { kind: 'governor' },
    ]);
    expect((await refusalOf(declare(governor))).kind).toBe('not-allowed');
  });

  it('does not find another school’s edition, nor its people', async () => {
    const other = otherGround(ground);
    const foreign = addReading(other);
    const { shown } = shownTo(zoe);
    const elsewhere = { personId: zoe, editionId: foreign.edition2026, shown };
    expect((await refusalOf(declareReading(ground.act, elsewhere))).kind).toBe('not-found');
    const stranger = { personId: addTeacher(other), editionId: reading.edition2026, shown };
    expect((await refusalOf(declareReading(ground.act, stranger))).kind).toBe('not-found');
  });
});

describe('A question about what is read', () => {
  const lead = { isLead: true, isHeadteacher: false };
  const head = { isLead: false, isHeadteacher: true };
  const asks = (personId: number, words = 'Is Annex B for cover teachers too?') =>
    askAboutReading(ground.act, { personId, editionId: reading.edition2026, words });
  const answers = (questionId: number, who = lead) =>
    answerReadingQuestion(ground.act, { questionId, answer: 'Yes, it is.' }, who);
  const found = (id: number) => findReadingQuestion(ground.database, ground.schoolId, id);
  const appointed = (kind: string, personId: number) =>
    write(ground.database, (transaction) => {
      const kindId = kindIdOf(ground.database, ground.schoolId, kind);
      const days = { startsOn: on('2026-09-01'), endsOn: null };
      insertAppointment(transaction, { personId, kindId, ...days });
    });

  it('waits for an answer, and is answered once and kept', async () => {
    const { questionId } = await asks(zoe);
    const open = () => listOpenReadingQuestions(ground.database, ground.schoolId, TODAY);
    expect(open().map(({ id }) => id)).toEqual([questionId]);
    await answers(questionId);
    expect(found(questionId)?.answer).toEqual({
      words: 'Yes, it is.',
      on: '2026-11-16',
      by: 'Ada Min',
    });
    expect(open()).toEqual([]);
    expect((await refusalOf(answers(questionId))).kind).toBe('conflict');
    const change = () =>
      ground.database
        .update(readingQuestions)
        .set({ answer: 'No' })
        .where(eq(readingQuestions.id, questionId))
        .run();
    expect(change).toThrow(/an answer is kept/);
  });

  it('leaves its words out of the audit, which administrators read', async () => {
    const { questionId } = await asks(zoe, 'A private question');
    expect(JSON.stringify(lastAudit(ground))).not.toContain('private');
    await answers(questionId);
    expect(JSON.stringify(lastAudit(ground))).not.toContain('Yes, it is.');
  });

  it('is not answered by whoever asked it', async () => {
    appointed('dsl', ground.actorId);
    const { questionId } = await asks(ground.actorId);
    expect((await refusalOf(answers(questionId))).kind).toBe('not-allowed');
    expect(found(questionId)?.answer).toBeNull();
  });

  it('is answered by the headteacher only where no other lead is left', async () => {
    const { questionId } = await asks(zoe);
    appointed('dsl', zoe);
    await answers(questionId, head);
    expect(found(questionId)?.answer?.words).toBe('Yes, it is.');

    const second = await asks(zoe);
    makePerson(ground.database, ground.schoolId, 'Leanne Okoro', [{ kind: 'deputy-dsl' }]);
    expect((await refusalOf(answers(second.questionId, head))).kind).toBe('not-allowed');
  });

  it('of another school is not found', async () => {
    const other = otherGround(ground);
    const { questionId } = await asks(zoe);
    const answered = answerReadingQuestion(other.act, { questionId, answer: 'Yes' }, lead);
    expect((await refusalOf(answered)).kind).toBe('not-found');
  });
});
