import { beforeEach, describe, expect, test } from 'vitest';
import { readBank } from '#app/data/bank.ts';
import { findSectionOn, listSections } from '#app/data/offer.ts';
import {
  findEditedSection,
  listEditedSections,
  listPastReview,
  listPublishedRevisions,
} from '#app/data/offer-editing.ts';
import { countCitingQuestions, countQuestionsStopped } from '#app/data/offer-questions.ts';
import { findSchool } from '#app/data/schools.ts';
import { listTasks } from '#app/data/tasks.ts';
import { checkSectionAgain, publishSection } from '#app/operations/publish-section.ts';
import { bringSectionBack, retireSection } from '#app/operations/retire-section.ts';
import { addSection, saveDraft, throwDraftAway } from '#app/operations/write-section.ts';
import { decided } from '#tests/support/bank.ts';
import { makeQuestion } from '#tests/support/quizzes.ts';
import { words } from '#tests/support/section-words.ts';
import { beganAt, published, republished } from './offer-ground.ts';
import {
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

beforeEach(() => {
  ground = freshGround();
});

const read = (topic: string, day = TODAY) =>
  findSectionOn(ground.database, ground.schoolId, topic, day);
const edited = (sectionId: number) =>
  findEditedSection(ground.database, ground.schoolId, sectionId);

describe('a new section', () => {
  test('is a draft that nobody reads, with a key made from its title', async () => {
    const { sectionId } = await addSection(ground.act, {
      topic: null,
      words: words({ title: 'Young carers: who they are' }),
    });
    expect(edited(sectionId)).toMatchObject({
      topic: 'young-carers-who-they-are',
      published: null,
      draft: { number: 1, title: 'Young carers: who they are', publishedAt: null },
    });
    expect(listSections(ground.database, ground.schoolId, TODAY)).toEqual([]);
    expect(lastAudit(ground)).toMatchObject({
      action: 'section.added',
      contents: { by: 'Ada Min', about: 'Young carers: who they are' },
    });
  });

  test.each([
    ['Prevent', 'prevent-2'],
    ['Whole', 'whole-2'],
    ['🙂', 'section'],
  ])('called %s takes no key that stands for something else: %s', async (title, topic) => {
    const { sectionId } = await addSection(ground.act, { topic: null, words: words({ title }) });
    expect(edited(sectionId)?.topic).toBe(topic);
  });

  test('on one of the usual topics is there once', async () => {
    await addSection(ground.act, { topic: 'prevent', words: words() });
    const refusal = await refusalOf(addSection(ground.act, { topic: 'prevent', words: words() }));
    expect(refusal).toMatchObject({ kind: 'conflict', field: 'topic' });
    const other = otherGround(ground);
    await addSection(other.act, { topic: 'prevent', words: words() });
    expect(listEditedSections(ground.database, ground.schoolId)).toHaveLength(1);
  });

  test('sent twice with one key is there once', async () => {
    const act = { ...ground.act, formKey: '4f9c1f0a-9b5e-4c1c-8a3e-0c6f3a1d2b4c' };
    const first = await addSection(act, { topic: null, words: words() });
    expect(await addSection(act, { topic: null, words: words() })).toEqual(first);
    expect(auditLength(ground)).toBe(1);
  });
});

describe('a draft', () => {
  test('beside what is published changes nothing that is read, until it is published', async () => {
    const sectionId = await published(ground, {}, 'prevent');
    const version = findSchool(ground.database, ground.schoolId)?.factsVersion;
    const began = beganAt(ground, sectionId);
    await saveDraft(ground.act, { sectionId, began, words: words({ body: 'Other words.' }) });
    expect(read('prevent')).toMatchObject({ number: 1, body: 'Tell the DSL.' });
    expect(edited(sectionId)?.draft).toMatchObject({ number: 2, body: 'Other words.' });
    await publishSection(ground.act, { sectionId, began: beganAt(ground, sectionId) });
    expect(read('prevent')).toMatchObject({ number: 2, body: 'Other words.' });
    expect(edited(sectionId)?.draft).toBeNull();
    expect(findSchool(ground.database, ground.schoolId)?.factsVersion).toBeGreaterThan(version!);
    expect(lastAudit(ground)).toMatchObject({
      action: 'section.published',
      contents: { before: { body: 'Tell the DSL.' }, after: { body: 'Other words.' } },
    });
  });

  test('is one: saved again it is the same draft', async () => {
    const sectionId = await published(ground);
    for (const body of ['One.', 'Two.']) {
      const began = beganAt(ground, sectionId);
      await saveDraft(ground.act, { sectionId, began, words: words({ body }) });
    }
    expect(edited(sectionId)?.draft).toMatchObject({ number: 2, body: 'Two.' });
  });

  test('that somebody else has saved meanwhile is not written over', async () => {
    const sectionId = await published(ground);
    const began = beganAt(ground, sectionId);
    const later = { ...ground.act, now: '2026-11-16T09:05:00.000Z' };
    await saveDraft(later, { sectionId, began, words: words({ body: 'Theirs.' }) });
    const entries = auditLength(ground);
    const mine = { sectionId, began, words: words({ body: 'Mine.' }) };
    expect(await refusalOf(saveDraft(ground.act, mine))).toMatchObject({ kind: 'conflict' });
    expect(edited(sectionId)?.draft?.body).toBe('Theirs.');
    expect(auditLength(ground)).toBe(entries);
    // Theirs looked at, mine may take its place.
    await saveDraft(ground.act, { ...mine, began: beganAt(ground, sectionId) });
    expect(edited(sectionId)?.draft?.body).toBe('Mine.');
  });

  test('that was published or changed since it was looked at is not published, nor thrown away', async () => {
    const sectionId = await published(ground);
    const began = beganAt(ground, sectionId);
    await saveDraft(ground.act, { sectionId, began, words: words({ body: 'One.' }) });
    const looked = beganAt(ground, sectionId);
    const later = { ...ground.act, now: '2026-11-16T09:05:00.000Z' };
    await saveDraft(later, { sectionId, began: looked, words: words({ body: 'Two.' }) });
    for (const act of [publishSection, throwDraftAway]) {
      const refusal = await refusalOf(act(ground.act, { sectionId, began: looked }));
      expect(refusal.kind).toBe('conflict');
    }
    await publishSection(ground.act, { sectionId, began: beganAt(ground, sectionId) });
    const gone = publishSection(ground.act, { sectionId, began: beganAt(ground, sectionId) });
    expect((await refusalOf(gone)).message).toMatch(/no draft any more/);
  });

  test('thrown away leaves what is published; of a section that never was, nothing', async () => {
    const sectionId = await published(ground);
    const began = beganAt(ground, sectionId);
    await saveDraft(ground.act, { sectionId, began, words: words({ body: 'Other.' }) });
    const looked = { sectionId, began: beganAt(ground, sectionId) };
    expect(await throwDraftAway(ground.act, looked)).toEqual({ isGone: false });
    expect(edited(sectionId)).toMatchObject({ draft: null, published: { body: 'Tell the DSL.' } });
    const fresh = await addSection(ground.act, { topic: 'prevent', words: words() });
    const its = { ...fresh, began: beganAt(ground, fresh.sectionId) };
    expect(await throwDraftAway(ground.act, its)).toEqual({ isGone: true });
    expect(edited(fresh.sectionId)).toBeNull();
    expect(lastAudit(ground)?.action).toBe('section.draft-thrown-away');
  });
});

describe('what was published', () => {
  test('is kept as it was, and told with who wrote and published it', async () => {
    const sectionId = await published(ground);
    await republished(ground, sectionId, { body: 'Other words.' });
    const revisions = listPublishedRevisions(ground.database, ground.schoolId, sectionId);
    expect(revisions).toMatchObject([
      { number: 2, body: 'Other words.', savedBy: 'Ada Min', publishedBy: 'Ada Min' },
      { number: 1, body: 'Tell the DSL.', publishedAt: ground.act.now },
    ]);
  });

  test('is changed and deleted by nothing, the database itself refusing it', async () => {
    await published(ground);
    const run = (sql: string) => ground.database.$client.prepare(sql).run();
    expect(() => run("UPDATE offer_revisions SET body = 'x'")).toThrow(/kept/);
    expect(() => run('UPDATE offer_revisions SET published_at = NULL')).toThrow(/kept/);
    expect(() => run('DELETE FROM offer_revisions')).toThrow(/kept/);
  });
});

describe('checked again', () => {
  const days = { checkedOn: TODAY, reviewBy: on('2027-08-31') };

  test('the same words are published with new days, and questions on them stay in use', async () => {
    const sectionId = await published(ground, { reviewBy: on('2026-10-31') }, 'prevent');
    const { database, schoolId } = ground;
    const made = makeQuestion(database, { schoolId }, 'prevent-one');
    decided(database, schoolId, made);
    await checkSectionAgain(ground.act, { sectionId, began: beganAt(ground, sectionId), ...days });
    expect(read('prevent')).toMatchObject({ number: 2, body: 'Tell the DSL.', ...days });
    expect(readBank(database, schoolId).map(({ state }) => state)).toEqual(['in-use']);
    expect(lastAudit(ground)).toMatchObject({
      action: 'section.checked-again',
      contents: { before: { reviewBy: '2026-10-31' }, after: days },
    });
  });

  test('is refused while a draft waits, and where other words were published meanwhile', async () => {
    const sectionId = await published(ground);
    const began = beganAt(ground, sectionId);
    await saveDraft(ground.act, { sectionId, began, words: words({ body: 'Other.' }) });
    const withDraft = await refusalOf(
      checkSectionAgain(ground.act, { sectionId, began: beganAt(ground, sectionId), ...days }),
    );
    expect(withDraft.message).toMatch(/A draft of this section waits/);
    await publishSection(ground.act, { sectionId, began: beganAt(ground, sectionId) });
    const late = await refusalOf(checkSectionAgain(ground.act, { sectionId, began, ...days }));
    expect(late.message).toMatch(/Somebody has published other words/);
    const { sectionId: unpublished } = await addSection(ground.act, {
      topic: null,
      words: words({ title: 'New' }),
    });
    const never = { sectionId: unpublished, began: beganAt(ground, unpublished), ...days };
    expect((await refusalOf(checkSectionAgain(ground.act, never))).kind).toBe('conflict');
  });
});

test('other words mark the questions on them "check me", and how many is told before', async () => {
  const sectionId = await published(ground, {}, 'prevent');
  const { database, schoolId } = ground;
  for (const key of ['one', 'two', 'three']) {
    const made = makeQuestion(database, { schoolId }, key);
    decided(database, schoolId, made, key === 'three' ? 'set-aside' : 'confirmed');
  }
  const citing = () => countCitingQuestions(database, schoolId).get('prevent');
  expect(citing()).toEqual({ inUse: 2, toCheck: 0 });
  await saveDraft(ground.act, {
    sectionId,
    began: beganAt(ground, sectionId),
    words: words({ body: 'Other words.' }),
  });
  const hash = edited(sectionId)?.draft?.wordsHash ?? '';
  expect(countQuestionsStopped(database, schoolId, { topic: 'prevent', hash })).toEqual({
    inUse: 2,
    toCheck: 2,
  });
  expect(citing()).toEqual({ inUse: 2, toCheck: 0 });
  await publishSection(ground.act, { sectionId, began: beganAt(ground, sectionId) });
  expect(citing()).toEqual({ inUse: 0, toCheck: 2 });
});

describe('retiring', () => {
  test('its questions are not asked until somebody has looked at them', async () => {
    const sectionId = await published(ground, {}, 'prevent');
    const { database, schoolId } = ground;
    decided(database, schoolId, makeQuestion(database, { schoolId }, 'prevent-notice'));
    const state = () => readBank(database, schoolId).map((one) => one.state);
    expect(state()).toEqual(['in-use']);
    await retireSection(ground.act, { sectionId, why: 'It stands elsewhere' });
    expect(state()).toEqual(['check-me']);
    await bringSectionBack(ground.act, { sectionId });
    expect(state()).toEqual(['in-use']);
  });

  test('takes a section out of the offer from today, and it can come back', async () => {
    const sectionId = await published(ground, {}, 'prevent');
    await retireSection(ground.act, { sectionId, why: 'It stands elsewhere' });
    expect(read('prevent')).toBeNull();
    expect(read('prevent', on('2026-11-15'))).not.toBeNull();
    expect(lastAudit(ground)).toMatchObject({
      action: 'section.retired',
      contents: { about: 'Prevent', why: 'It stands elsewhere' },
    });
    const again = retireSection(ground.act, { sectionId, why: 'Again' });
    expect((await refusalOf(again)).kind).toBe('conflict');
    await bringSectionBack(ground.act, { sectionId });
    expect(read('prevent')).not.toBeNull();
    expect((await refusalOf(bringSectionBack(ground.act, { sectionId }))).kind).toBe('conflict');
  });

  test('a draft of it is not published before it is back', async () => {
    const sectionId = await published(ground);
    const began = beganAt(ground, sectionId);
    await saveDraft(ground.act, { sectionId, began, words: words({ body: 'Other.' }) });
    await retireSection(ground.act, { sectionId, why: 'It stands elsewhere' });
    const looked = { sectionId, began: beganAt(ground, sectionId) };
    expect((await refusalOf(publishSection(ground.act, looked))).message).toMatch(/retired/);
    await bringSectionBack(ground.act, { sectionId });
    await publishSection(ground.act, looked);
    expect(edited(sectionId)?.published?.body).toBe('Other.');
  });

  test('is not for what was never published', async () => {
    const { sectionId } = await addSection(ground.act, { topic: null, words: words() });
    expect((await refusalOf(retireSection(ground.act, { sectionId, why: 'x' }))).kind).toBe(
      'conflict',
    );
  });
});

test('another school’s section is not found by any act', async () => {
  const sectionId = await published(ground);
  const { act } = otherGround(ground);
  const began = beganAt(ground, sectionId);
  const days = { checkedOn: TODAY, reviewBy: on('2027-08-31') };
  for (const acting of [
    saveDraft(act, { sectionId, began, words: words() }),
    publishSection(act, { sectionId, began }),
    throwDraftAway(act, { sectionId, began }),
    checkSectionAgain(act, { sectionId, began, ...days }),
    retireSection(act, { sectionId, why: 'x' }),
    bringSectionBack(act, { sectionId }),
  ]) {
    expect((await refusalOf(acting)).kind).toBe('not-found');
  }
  expect(listPublishedRevisions(ground.database, act.schoolId ?? 0, sectionId)).toEqual([]);
});

test('sections past their review are among what to do next, the longest past first', async () => {
  const { database, schoolId } = ground;
  await published(ground, { title: 'A', reviewBy: on('2026-11-15') });
  await published(ground, { title: 'B', reviewBy: TODAY });
  await published(ground, { title: 'C', reviewBy: on('2026-10-31') });
  const retired = await published(ground, { title: 'D', reviewBy: on('2026-10-31') });
  await retireSection(ground.act, { sectionId: retired, why: 'x' });
  await published(otherGround(ground), { title: 'E', reviewBy: on('2026-10-31') });
  const titles = ['C', 'A'];
  expect(listPastReview(database, schoolId, TODAY).map(({ title }) => title)).toEqual(titles);
  const tasks = listTasks(database, schoolId, TODAY).tasks.flatMap((task) =>
    task.kind === 'section-review' ? [task.section.title] : [],
  );
  expect(tasks).toEqual(titles);
});
