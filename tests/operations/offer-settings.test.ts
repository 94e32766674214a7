import { beforeEach, describe, expect, test } from 'vitest';
import { findOffer } from '#app/data/offer.ts';
import { listWarnings } from '#app/data/offer-warnings.ts';
import { changeOffer } from '#app/operations/change-offer.ts';
import { addWarning, dealWithWarning, reopenWarning } from '#app/operations/offer-warnings.ts';
import {
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

const DOOR = {
  name: 'Children and Families Hub',
  telephone: '01632 960 001',
  outOfHours: null,
  hours: 'Monday to Friday, 9 am to 5 pm',
  checkedOn: on('2026-11-03'),
};

test('an offer that nobody named has a name all the same, and no front door', () => {
  expect(findOffer(ground.database, ground.schoolId)).toEqual({
    name: 'Early help offer',
    frontDoor: null,
  });
});

test('name and front door are the school’s own, and can be taken out again', async () => {
  const other = otherGround(ground);
  await changeOffer(ground.act, { name: 'Family help', frontDoor: DOOR });
  expect(findOffer(ground.database, ground.schoolId)).toEqual({
    name: 'Family help',
    frontDoor: DOOR,
  });
  expect(findOffer(ground.database, other.schoolId).frontDoor).toBeNull();
  await changeOffer(ground.act, { name: 'Family help', frontDoor: null });
  expect(findOffer(ground.database, ground.schoolId).frontDoor).toBeNull();
  expect(lastAudit(ground)).toMatchObject({
    action: 'offer.changed',
    contents: { before: { frontDoor: { telephone: '01632 960 001' } } },
  });
});

describe('a warning', () => {
  const WARNING = {
    place: 'The list of links',
    says: 'It links to a site that has gone.',
    problem: 'Nobody finds anything there.',
    action: 'Take the link out.',
  };
  const warnings = () => listWarnings(ground.database, ground.schoolId);

  test('is noted, dealt with and opened again, each told in the audit', async () => {
    const { warningId } = await addWarning(ground.act, WARNING);
    expect(warnings()).toMatchObject([{ ...WARNING, dealtWithOn: null, dealtWith: null }]);
    await dealWithWarning(ground.act, { warningId, how: 'Taken out' });
    expect(warnings()).toMatchObject([{ dealtWithOn: TODAY, dealtWith: 'Taken out' }]);
    expect(lastAudit(ground)).toMatchObject({
      action: 'warning.dealt-with',
      contents: { about: 'The list of links', after: { whatWasDone: 'Taken out' } },
    });
    const twice = dealWithWarning(ground.act, { warningId, how: 'Again' });
    expect((await refusalOf(twice)).kind).toBe('conflict');
    await reopenWarning(ground.act, { warningId });
    expect(warnings()).toMatchObject([{ dealtWithOn: null, dealtWith: null }]);
    expect((await refusalOf(reopenWarning(ground.act, { warningId }))).kind).toBe('conflict');
  });

  test('that says the same as another is another', async () => {
    await addWarning(ground.act, WARNING);
    await addWarning(ground.act, WARNING);
    expect(new Set(warnings().map(({ key }) => key)).size).toBe(2);
  });

  test('of another school is not found', async () => {
    const { warningId } = await addWarning(ground.act, WARNING);
    const { act } = otherGround(ground);
    for (const acting of [
      dealWithWarning(act, { warningId, how: 'x' }),
      reopenWarning(act, { warningId }),
    ]) {
      expect((await refusalOf(acting)).kind).toBe('not-found');
    }
    expect(listWarnings(ground.database, act.schoolId ?? 0)).toEqual([]);
  });
});
