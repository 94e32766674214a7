import { beforeEach, describe, expect, test } from 'vitest';
import { listAppointmentKinds, listTerms } from '#app/data/policy.ts';
import { findSchool } from '#app/data/schools.ts';
import {
  addAppointmentKind,
  changeAppointmentKind,
  removeAppointmentKind,
} from '#app/operations/add-appointment-kind.ts';
import { changeSchoolSettings, setTerms } from '#app/operations/change-school-settings.ts';
import { makeQuiz } from '#tests/support/quizzes.ts';
import { published } from './offer-ground.ts';
import {
  auditLength,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
} from './support.ts';

let ground: Ground;

beforeEach(() => {
  ground = freshGround();
});

describe('kinds of appointment', () => {
  const kitchen = { label: 'Head of kitchen', category: 'staff' as const };
  const keys = () => listAppointmentKinds(ground.database, ground.schoolId).map(({ key }) => key);

  test('a school adds its own, with a group', async () => {
    await addAppointmentKind(ground.act, kitchen);
    expect(keys()).toContain('head-of-kitchen');
    expect(lastAudit(ground)?.contents).toMatchObject({ after: kitchen });
  });

  test('the same name again is refused; a name that only looks the same in a key is not', async () => {
    await addAppointmentKind(ground.act, kitchen);
    const shouted = { ...kitchen, label: 'HEAD OF KITCHEN' };
    expect((await refusalOf(addAppointmentKind(ground.act, shouted))).field).toBe('label');
    await addAppointmentKind(ground.act, { ...kitchen, label: 'Head of (kitchen)' });
    expect(keys()).toContain('head-of-kitchen-2');
  });

  test('a name without a letter that a key can have gets a key all the same', async () => {
    await addAppointmentKind(ground.act, { ...kitchen, label: '給食' });
    expect(keys()).toContain('appointment');
  });

  test('it is renamed and keeps its key', async () => {
    const { kindId } = await addAppointmentKind(ground.act, kitchen);
    await changeAppointmentKind(ground.act, { kindId, label: 'Chef' });
    const kind = listAppointmentKinds(ground.database, ground.schoolId).at(-1);
    expect(kind).toMatchObject({ key: 'head-of-kitchen', label: 'Chef' });
  });

  test('it is taken away while nobody holds it, and not otherwise', async () => {
    const { kindId } = await addAppointmentKind(ground.act, kitchen);
    await removeAppointmentKind(ground.act, { kindId });
    const used = removeAppointmentKind(ground.act, { kindId: ground.kinds.teacher });
    expect((await refusalOf(used)).kind).toBe('conflict');
  });

  test.each<[string, (kinds: string[]) => Promise<unknown> | unknown]>([
    [
      'a quiz is for it',
      (kinds) =>
        makeQuiz(ground.database, ground.schoolId, { audience: { categories: [], kinds } }),
    ],
    [
      'a section of the offer is chiefly for it',
      (kinds) => published(ground, { audience: { categories: ['staff'], kinds } }),
    ],
    ['it answers for a section', ([owner = '']) => published(ground, { owner })],
  ])('it is not taken away while %s', async (_what, name) => {
    const { kindId } = await addAppointmentKind(ground.act, kitchen);
    await name(['head-of-kitchen']);
    const refusal = await refusalOf(removeAppointmentKind(ground.act, { kindId }));
    expect(refusal).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/a quiz/) });
    expect(keys()).toContain('head-of-kitchen');
  });

  test("another school's kind is not found", async () => {
    const { kinds } = otherGround(ground);
    const theirs = changeAppointmentKind(ground.act, { kindId: kinds.dsl, label: 'Mine' });
    expect((await refusalOf(theirs)).kind).toBe('not-found');
  });
});

describe('the school', () => {
  test('changes its name and its days, with before and after', async () => {
    const settings = {
      name: 'Grange Primary',
      shortName: 'Grange',
      noticeDays: 30,
      gapDays: 60,
      returnDays: 14,
    };
    await changeSchoolSettings(ground.act, settings);
    expect(findSchool(ground.database, ground.schoolId)).toMatchObject(settings);
    expect(lastAudit(ground)?.contents).toMatchObject({
      before: { noticeDays: 60 },
      after: { noticeDays: 30 },
    });
  });

  test('its terms are entered all at once, in any order', async () => {
    const autumn = { name: 'Autumn', from: on('2026-09-01'), to: on('2026-12-18') };
    const spring = { name: 'Spring', from: on('2027-01-04'), to: on('2027-03-26') };
    await setTerms(ground.act, [spring, autumn]);
    expect(listTerms(ground.database, ground.schoolId)).toEqual([autumn, spring]);
    await setTerms(ground.act, [autumn]);
    expect(listTerms(ground.database, ground.schoolId)).toEqual([autumn]);
    expect(auditLength(ground)).toBe(2);
  });

  test.each([
    ['overlap', '2026-12-18', '2027-03-26'],
    ['end before they begin', '2027-03-27', '2027-03-26'],
  ])('terms that %s are refused and nothing is changed', async (_, from, to) => {
    const autumn = { name: 'Autumn', from: on('2026-09-01'), to: on('2026-12-18') };
    const spring = { name: 'Spring', from: on(from), to: on(to) };
    expect((await refusalOf(setTerms(ground.act, [autumn, spring]))).kind).toBe('wrong');
    expect(listTerms(ground.database, ground.schoolId)).toEqual([]);
  });
});
