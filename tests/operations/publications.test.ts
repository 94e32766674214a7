import { beforeEach, describe, expect, test } from 'vitest';
import { addCompletion } from '#app/data/completions.ts';
import { schoolStandings } from '#app/data/derived.ts';
import { findEdition, findPublication, listPublicationsShown } from '#app/data/publications.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { day } from '#app/domain/days.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import type { EditionDraft } from '#app/domain/publications/edition-draft.ts';
import { addPublication } from '#app/operations/add-publication.ts';
import { confirmEdition } from '#app/operations/confirm-edition.ts';
import { haveReadAgain, noteCorrection } from '#app/operations/correct-edition.ts';
import {
  addEdition,
  announceEdition,
  changeConfirmedEdition,
  changeEdition,
} from '#app/operations/save-edition.ts';
import { evidenceFiles, waitingFiles } from '#db/schema.ts';
import { write } from '#tests/support/people.ts';
import {
  addRequirement,
  addTeacher,
  auditLength,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
} from './support.ts';

let ground: Ground;
let teacherId: number;
let requirementId: number;
let publicationId: number;
let editionId: number;

const KCSIE: EditionDraft = {
  title: 'KCSIE 2025',
  inForceFrom: day('2025-09-01'),
  state: 'announced',
  link: null,
  whatChanged: 'Mostly technical',
  source: null,
  parts: ['Part one', 'Annex B'],
  reads: [{ parts: ['Annex B'], audience: { categories: [], kinds: ['dsl'] } }],
  checkTopics: [],
};
const NO_FILE = { tokens: [], dropsFile: false };

beforeEach(async () => {
  ground = freshGround();
  teacherId = addTeacher(ground);
  const title = 'Keeping children safe in education';
  publicationId = (await addPublication(ground.act, { title })).publicationId;
  ({ editionId } = await addEdition(ground.act, { publicationId, draft: KCSIE, ...NO_FILE }));
  const cycle = { kind: 'edition', publication: keyOf() } as const;
  requirementId = addRequirement(ground, { key: 'kcsie-reading', cycle });
});

const keyOf = () => findPublication(ground.database, ground.schoolId, publicationId)?.key ?? '';
const edition = (id = editionId): EditionDetails => {
  const found = findEdition(ground.database, ground.schoolId, id);
  if (!found) throw new Error('There is no such edition');
  return found;
};
const statusOn = (text: string, personId = teacherId) => {
  const { rows } = schoolStandings(ground.database, ground.schoolId, on(text));
  return rows.find(({ person }) => person.id === personId)?.standings[0]?.status;
};
const declared = (id: number, completedOn: string) =>
  write(ground.database, (transaction) => {
    raiseFactsVersion(transaction, ground.schoolId);
    addCompletion(transaction, {
      personId: teacherId,
      requirementId,
      editionId: id,
      completedOn: on(completedOn),
      evidence: 'declaration',
      recordedAt: '2026-11-01T09:00:00.000Z',
    });
  });

test('a publication is known by a key of its own, and by no title twice', async () => {
  expect(keyOf()).toBe('keeping-children-safe-in-education');
  const again = await refusalOf(
    addPublication(ground.act, { title: 'keeping children SAFE in education' }),
  );
  expect(again).toMatchObject({ kind: 'wrong', field: 'title' });
});

describe('an edition that is not confirmed', () => {
  test('is asked of nobody, and is changed freely', async () => {
    expect(edition()).toMatchObject({ ...KCSIE, key: 'kcsie-2025', notes: [], file: null });
    expect(statusOn('2026-11-16')).toBe('not-required');
    const draft = { ...KCSIE, parts: ['Part one'], reads: [] };
    await changeEdition(ground.act, { editionId, draft, ...NO_FILE });
    expect(edition()).toMatchObject({ parts: ['Part one'], reads: [] });
    expect(lastAudit(ground)).toMatchObject({ action: 'edition.changed' });
  });

  test('a draft is announced once', async () => {
    const draft = { ...KCSIE, title: 'KCSIE 2026', state: 'draft' as const };
    const added = await addEdition(ground.act, { publicationId, draft, ...NO_FILE });
    await announceEdition(ground.act, added);
    expect(edition(added.editionId).state).toBe('announced');
    expect(await refusalOf(announceEdition(ground.act, added))).toMatchObject({
      kind: 'conflict',
    });
  });

  test('has a title that no other has, and is not another school’s', async () => {
    const twice = addEdition(ground.act, { publicationId, draft: KCSIE, ...NO_FILE });
    expect(await refusalOf(twice)).toMatchObject({ kind: 'wrong', field: 'title' });
    const { act } = otherGround(ground);
    for (const acting of [
      addEdition(act, { publicationId, draft: { ...KCSIE, title: 'Other' }, ...NO_FILE }),
      changeEdition(act, { editionId, draft: KCSIE, ...NO_FILE }),
      announceEdition(act, { editionId }),
      confirmEdition(act, { editionId, dueBy: on('2026-12-01') }),
      noteCorrection(act, { editionId, words: 'A page' }),
    ]) {
      expect(await refusalOf(acting)).toMatchObject({ kind: 'not-found' });
    }
    expect(edition().title).toBe('KCSIE 2025');
  });
});

describe('confirming', () => {
  test('asks it of those already here up to the due-by day', async () => {
    await confirmEdition(ground.act, { editionId, dueBy: on('2026-11-30') });
    expect(edition()).toMatchObject({ state: 'confirmed', confirmedOn: '2026-11-16' });
    expect(
      ['2026-11-15', '2026-11-16', '2026-11-30', '2026-12-01'].map((at) => statusOn(at)),
    ).toEqual(['not-required', 'not-yet-due', 'not-yet-due', 'overdue']);
    expect(lastAudit(ground)).toMatchObject({
      action: 'edition.confirmed',
      contents: { after: { dueBy: '2026-11-30' } },
    });
  });

  test('is refused with a day before today, and twice; nothing is written then', async () => {
    const before = auditLength(ground);
    const early = confirmEdition(ground.act, { editionId, dueBy: on('2026-11-15') });
    expect(await refusalOf(early)).toMatchObject({ kind: 'wrong', field: 'dueBy' });
    expect(edition().state).toBe('announced');
    expect(auditLength(ground)).toBe(before);
    await confirmEdition(ground.act, { editionId, dueBy: on('2026-11-16') });
    const again = confirmEdition(ground.act, { editionId, dueBy: on('2026-12-16') });
    expect(await refusalOf(again)).toMatchObject({ kind: 'conflict' });
    expect(edition().dueBy).toBe('2026-11-16');
  });

  test('one form sent twice confirms once', async () => {
    const act = { ...ground.act, formKey: '11111111-1111-4111-8111-111111111111' };
    const command = { editionId, dueBy: on('2026-11-30') };
    expect(await confirmEdition(act, command)).toEqual(await confirmEdition(act, command));
  });

  test('a confirmed one keeps its title and parts; its due-by day moves, not into the past', async () => {
    await confirmEdition(ground.act, { editionId, dueBy: on('2026-11-30') });
    const whole = changeEdition(ground.act, { editionId, draft: KCSIE, ...NO_FILE });
    expect(await refusalOf(whole)).toMatchObject({ kind: 'conflict' });
    const change = { link: 'https://example.org/kcsie', whatChanged: null, checkTopics: ['fgm'] };
    const moved = (dueBy: string) =>
      changeConfirmedEdition(ground.act, {
        editionId,
        change: { ...change, dueBy: on(dueBy) },
        ...NO_FILE,
      });
    expect(await refusalOf(moved('2026-11-15'))).toMatchObject({ field: 'dueBy' });
    await moved('2026-12-18');
    expect(edition()).toMatchObject({ ...change, dueBy: '2026-12-18', parts: KCSIE.parts });
    expect(statusOn('2026-12-18')).toBe('not-yet-due');
  });
});

describe('an edition that is confirmed before it comes into force', () => {
  let coming: number;
  beforeEach(async () => {
    await confirmEdition(ground.act, { editionId, dueBy: on('2026-11-30') });
    declared(editionId, '2026-11-16');
    const draft = { ...KCSIE, title: 'KCSIE 2027', inForceFrom: day('2027-01-01') };
    coming = (await addEdition(ground.act, { publicationId, draft, ...NO_FILE })).editionId;
    await confirmEdition(ground.act, { editionId: coming, dueBy: on('2027-01-31') });
  });

  test.each([
    ['2026-12-31', 'in-date'],
    ['2027-01-01', 'not-yet-due'],
    ['2027-01-02', 'not-yet-due'],
    ['2027-01-30', 'not-yet-due'],
    ['2027-01-31', 'not-yet-due'],
    ['2027-02-01', 'overdue'],
  ])('on %s, for who read the one before: %s', (at, status) => {
    expect(statusOn(at)).toBe(status);
  });

  test.each([
    ['the day before it was confirmed', '2026-11-15', 'overdue'],
    ['the day it was confirmed', '2026-11-16', 'in-date'],
    ['the day after', '2026-11-17', 'in-date'],
    ['the last day before it is in force', '2026-12-31', 'in-date'],
    ['the due-by day', '2027-01-31', 'in-date'],
    ['the day after the due-by day', '2027-02-01', 'in-date'],
  ])('read on %s', (_, readOn, status) => {
    declared(coming, readOn);
    expect(statusOn('2026-12-31')).toBe('in-date');
    expect(statusOn('2027-02-01')).toBe(status);
  });

  test('has a due-by day that is not before there is something to read', async () => {
    const draft = { ...KCSIE, title: 'KCSIE 2028', inForceFrom: day('2028-01-01') };
    const { editionId: later } = await addEdition(ground.act, { publicationId, draft, ...NO_FILE });
    const confirms = (dueBy: string) =>
      confirmEdition(ground.act, { editionId: later, dueBy: on(dueBy) });
    expect(await refusalOf(confirms('2027-12-31'))).toMatchObject({ field: 'dueBy' });
    await confirms('2028-01-01');
    expect(edition(later)).toMatchObject({ state: 'confirmed', dueBy: '2028-01-01' });
  });
});

describe('a correction', () => {
  beforeEach(async () => {
    await confirmEdition(ground.act, { editionId, dueBy: on('2026-11-30') });
    declared(editionId, '2026-11-16');
  });
  const correction = {
    inForceFrom: day('2026-11-10'),
    dueBy: day('2026-12-10'),
    whatChanged: 'The checks in Part three',
    link: null,
  };

  test('that is noted asks nothing of anybody', async () => {
    await noteCorrection(ground.act, { editionId, words: 'A page was missing' });
    expect(edition().notes).toEqual([{ notedOn: '2026-11-16', words: 'A page was missing' }]);
    expect(statusOn('2026-11-16')).toBe('in-date');
    expect(lastAudit(ground)).toMatchObject({ action: 'edition.noted' });
  });

  test('that is read again is an edition of its own; what was declared stays where it was', async () => {
    const again = await haveReadAgain(ground.act, { editionId, correction, ...NO_FILE });
    expect(edition(again.editionId)).toMatchObject({
      key: 'kcsie-2025-2',
      title: 'KCSIE 2025, corrected 10 November 2026',
      state: 'confirmed',
      correctsId: editionId,
      parts: KCSIE.parts,
      reads: KCSIE.reads,
    });
    expect(statusOn('2026-11-16')).toBe('not-yet-due');
    expect(statusOn('2026-12-10')).toBe('not-yet-due');
    expect(statusOn('2026-12-11')).toBe('overdue');
    declared(again.editionId, '2026-11-16');
    expect(statusOn('2026-12-11')).toBe('in-date');
  });

  test('of one that is not in force can be noted, and not read again', async () => {
    const { editionId: newer } = await haveReadAgain(ground.act, {
      editionId,
      correction,
      ...NO_FILE,
    });
    await noteCorrection(ground.act, { editionId, words: 'A page' });
    const again = haveReadAgain(ground.act, { editionId, correction, ...NO_FILE });
    expect(await refusalOf(again)).toMatchObject({ kind: 'conflict' });
    const [all] = listPublicationsShown(ground.database, ground.schoolId);
    expect(all?.editions.map(({ id }) => id)).toEqual([editionId, newer]);
  });
});

describe('the file of an edition', () => {
  const waiting = (mediaType: 'application/pdf' | 'image/png', accountId = ground.accountId) => {
    const sha256 = mediaType === 'image/png' ? 'b'.repeat(64) : 'a'.repeat(64);
    const token = `${mediaType}-${accountId}`;
    write(ground.database, (transaction) => {
      const storedAt = ground.act.now;
      transaction.insert(evidenceFiles).values({ sha256, mediaType, bytes: 9, storedAt }).run();
      const row = { token, accountId, sha256, name: 'kcsie.pdf', handedInAt: storedAt };
      transaction.insert(waitingFiles).values(row).run();
    });
    return { tokens: [token], dropsFile: false };
  };
  const draft = { ...KCSIE, whatChanged: null };

  test('is kept with its name and hash, and stays until it is taken off', async () => {
    await changeEdition(ground.act, { editionId, draft, ...waiting('application/pdf') });
    expect(edition().file).toMatchObject({ name: 'kcsie.pdf', sha256: 'a'.repeat(64) });
    await changeEdition(ground.act, { editionId, draft, ...NO_FILE });
    expect(edition().file).not.toBeNull();
    await changeEdition(ground.act, { editionId, draft, tokens: [], dropsFile: true });
    expect(edition().file).toBeNull();
  });

  test('is a PDF, and the one who sends the form brought it', async () => {
    const picture = changeEdition(ground.act, { editionId, draft, ...waiting('image/png') });
    expect(await refusalOf(picture)).toMatchObject({ kind: 'wrong', field: 'files' });
    const other = otherGround(ground);
    const theirs = waiting('application/pdf', other.accountId);
    await changeEdition(ground.act, { editionId, draft, ...theirs });
    expect(edition().file).toBeNull();
  });
});
