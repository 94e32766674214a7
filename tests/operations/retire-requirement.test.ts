import { expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { retireRequirement } from '#app/operations/retire-requirement.ts';
import {
  addSession,
  complete,
  lastAudit,
  makeRequirementSchool,
  requirementOf,
} from './requirement-school.ts';

test('a requirement is retired from a day, and what was completed stays', async () => {
  const { act, people } = makeRequirementSchool();
  const requirementId = await addSession(act);
  await complete(act, requirementId, people, '2026-09-02');
  await retireRequirement(act, { requirementId, retiredFrom: day('2026-12-01') });
  expect(requirementOf(act, requirementId).retiredFrom).toBe('2026-12-01');
  expect(lastAudit(act)).toMatchObject({ action: 'requirement.retired' });
});

test('clearing the day asks it again', async () => {
  const { act } = makeRequirementSchool();
  const requirementId = await addSession(act);
  await retireRequirement(act, { requirementId, retiredFrom: day('2026-12-01') });
  await retireRequirement(act, { requirementId, retiredFrom: null });
  expect(requirementOf(act, requirementId).retiredFrom).toBeNull();
  expect(lastAudit(act)).toMatchObject({ action: 'requirement.asked-again' });
});

test('it is not asked again while another has its name', async () => {
  const { act } = makeRequirementSchool();
  const requirementId = await addSession(act);
  await retireRequirement(act, { requirementId, retiredFrom: day('2026-11-01') });
  await addSession(act);
  const again = retireRequirement(act, { requirementId, retiredFrom: null });
  await expect(again).rejects.toMatchObject({ kind: 'conflict' });
});

test('it cannot be retired before it began', async () => {
  const { act } = makeRequirementSchool();
  const requirementId = await addSession(act);
  const retiring = retireRequirement(act, { requirementId, retiredFrom: day('2021-08-31') });
  await expect(retiring).rejects.toMatchObject({ kind: 'wrong', field: 'retiredFrom' });
});

test('the requirement of another school is not found', async () => {
  const { act, otherAct } = makeRequirementSchool();
  const requirementId = await addSession(act);
  const retiring = retireRequirement(otherAct, { requirementId, retiredFrom: null });
  await expect(retiring).rejects.toMatchObject({ kind: 'not-found' });
});
