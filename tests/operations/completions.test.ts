import { describe, expect, it } from 'vitest';
import { listBookings } from '#app/data/bookings.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { findSchool } from '#app/data/schools.ts';
import type { EvidenceKind } from '#app/domain/types.ts';
import { bookCourse, cancelBooking } from '#app/operations/book-course.ts';
import { recordCompletions } from '#app/operations/record-completions.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';
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

function done(requirementId: number, personIds: number[], completedOn = '2026-11-02') {
  return {
    personIds,
    requirementId,
    completedOn: on(completedOn),
    printedExpiryOn: null,
    edition: null,
    evidence: 'certificate' as EvidenceKind,
    provider: 'NSPCC',
    reference: null,
    note: null,
    earnedElsewhere: false,
  };
}

function checkState(ground: Ground, personId: number): string | undefined {
  return findPersonFacts(ground.database, ground.schoolId, personId)?.completions[0]?.check;
}

describe('Recording completions', () => {
  it('records the same training for many people at once, each with an audit entry', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const people = ['T1', 'T2', 'T3'].map((ref) => addTeacher(ground, ref));
    const before = auditLength(ground);
    await recordCompletions(ground.act, done(requirementId, people));
    for (const person of people) expect(checkState(ground, person)).toBe('counts');
    expect(auditLength(ground) - before).toBe(3);
  });

  it('raises the facts version, so that nothing derived before is shown again', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const version = () => findSchool(ground.database, ground.schoolId)?.factsVersion ?? 0;
    const before = version();
    await recordCompletions(ground.act, done(requirementId, [addTeacher(ground)]));
    expect(version()).toBe(before + 1);
  });

  it('lets what concerns the actor wait for somebody else', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    await recordCompletions(ground.act, done(requirementId, [ground.actorId]));
    expect(checkState(ground, ground.actorId)).toBe('awaiting-check');
  });

  it('accepts today and refuses tomorrow', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const person = addTeacher(ground);
    await recordCompletions(ground.act, done(requirementId, [person], '2026-11-16'));
    const tomorrow = done(requirementId, [person], '2026-11-17');
    const refusal = await refusalOf(recordCompletions(ground.act, tomorrow));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'completedOn' });
  });

  it('records nobody where one of those chosen is at another school', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const person = addTeacher(ground);
    const foreign = addTeacher(otherGround(ground));
    const both = done(requirementId, [person, foreign]);
    const refusal = await refusalOf(recordCompletions(ground.act, both));
    expect(refusal.kind).toBe('not-found');
    expect(checkState(ground, person)).toBeUndefined();
  });

  it('refuses what was done elsewhere where it counts only here', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'site-induction', siteSpecific: true });
    const elsewhere = { ...done(requirementId, [addTeacher(ground)]), earnedElsewhere: true };
    const refusal = await refusalOf(recordCompletions(ground.act, elsewhere));
    expect(refusal.field).toBe('earnedElsewhere');
  });

  it('refuses a declaration without the edition that was read', async () => {
    const ground = freshGround();
    const cycle = { kind: 'edition' as const, publication: 'kcsie' };
    const requirementId = addRequirement(ground, { key: 'kcsie', cycle });
    const reading = done(requirementId, [addTeacher(ground)]);
    expect((await refusalOf(recordCompletions(ground.act, reading))).field).toBe('edition');
  });

  it('does the same form once, and answers it the same twice', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const person = addTeacher(ground);
    const act = { ...ground.act, formKey: 'b9c1f6f4-6a6a-4c2b-9f5e-2f1f9d7f7a10' };
    const first = await recordCompletions(act, done(requirementId, [person]));
    const second = await recordCompletions(act, done(requirementId, [person]));
    expect(second).toEqual(first);
    expect(historyOf(ground.database, person)).toHaveLength(1);
  });
});

describe('Withdrawing', () => {
  async function waiting(ground: Ground): Promise<number> {
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const own = done(requirementId, [ground.actorId]);
    const { completionIds } = await recordCompletions(ground.act, own);
    return completionIds[0] ?? 0;
  }

  it('takes a wrong completion out of what counts and leaves it in the history', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const person = addTeacher(ground);
    const recorded = await recordCompletions(ground.act, done(requirementId, [person]));
    const withdraw = { completionId: recorded.completionIds[0] ?? 0, reason: 'Wrong Zoë' };
    await withdrawCompletion(ground.act, withdraw);
    expect(checkState(ground, person)).toBeUndefined();
    expect(historyOf(ground.database, person)[0]).toMatchObject({
      state: 'withdrawn',
      withdrawnBecause: 'Wrong Zoë',
    });
    expect(lastAudit(ground)?.contents?.why).toBe('Wrong Zoë');
    expect((await refusalOf(withdrawCompletion(ground.act, withdraw))).kind).toBe('conflict');
  });

  it('does not find another school’s completion', async () => {
    const ground = freshGround();
    const completionId = await waiting(ground);
    const other = otherGround(ground);
    const withdraw = withdrawCompletion(other.act, { completionId, reason: 'x' });
    expect((await refusalOf(withdraw)).kind).toBe('not-found');
  });
});

describe('Booking a course', () => {
  it('notes it, changes no status, and takes it off again', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const personId = addTeacher(ground);
    const booking = { personId, requirementId, bookedOn: on('2026-11-16'), provider: null };
    const { bookingId } = await bookCourse(ground.act, booking);
    expect(listBookings(ground.database, personId)).toHaveLength(1);
    await cancelBooking(ground.act, { personId, bookingId });
    expect(listBookings(ground.database, personId)).toEqual([]);
  });

  it('refuses a day in the past', async () => {
    const ground = freshGround();
    const requirementId = addRequirement(ground, { key: 'prevent' });
    const personId = addTeacher(ground);
    const booking = { personId, requirementId, bookedOn: on('2026-11-15'), provider: null };
    expect((await refusalOf(bookCourse(ground.act, booking))).field).toBe('bookedOn');
  });
});
