import { beforeEach, describe, expect, test } from 'vitest';
import { linkPerson } from '#app/data/accounts.ts';
import { addCheck, addCompletion } from '#app/data/completions.ts';
import { addCompletionFiles } from '#app/data/evidence.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { findAccountOf } from '#app/data/people.ts';
import { carryOverCompletion, listCarriable } from '#app/operations/carry-over-completion.ts';
import { evidenceFiles } from '#db/schema.ts';
import { write } from '#tests/support/people.ts';
import {
  addRequirement,
  addTeacher,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
  TODAY,
} from './support.ts';

let here: Ground;
let there: Ground;
/** The administrator of the other school, who also teaches here. */
let personId: number;
let requirementId: number;

beforeEach(() => {
  here = freshGround();
  there = otherGround(here);
  personId = addTeacher(here);
  write(here.database, (transaction) => linkPerson(transaction, there.accountId, personId));
  requirementId = addRequirement(here, { key: 'prevent' });
});

type Done = Partial<Parameters<typeof addCompletion>[1]> & { key?: string; siteSpecific?: boolean };

function doneThere({ key = 'prevent', siteSpecific = false, ...more }: Done = {}): number {
  const done = addRequirement(there, { key, siteSpecific });
  return write(there.database, (transaction) =>
    addCompletion(transaction, {
      personId: there.actorId,
      requirementId: done,
      completedOn: on('2026-03-01'),
      evidence: 'certificate',
      provider: 'A provider',
      recordedAt: '2026-03-01T12:00:00.000Z',
      ...more,
    }),
  );
}

const offered = () =>
  listCarriable(here.database, { schoolId: here.schoolId, personId, today: TODAY });

describe('carrying over', () => {
  test('records here what is still valid there, as earned elsewhere', async () => {
    const completionId = doneThere();
    expect(offered()).toMatchObject([
      {
        schoolName: 'Parkside Primary School',
        validTo: '2028-03-01',
        requirement: { key: 'prevent' },
      },
    ]);
    await carryOverCompletion(here.act, { personId, completionId, requirementId });
    expect(findPersonFacts(here.database, here.schoolId, personId)?.completions).toMatchObject([
      {
        requirementId,
        completedOn: '2026-03-01',
        provider: 'A provider',
        earnedElsewhere: true,
        check: 'counts',
      },
    ]);
    expect(lastAudit(here)).toMatchObject({ action: 'completion.carried-over', personId });
    expect(offered()).toEqual([]);
  });

  test('takes along the certificate, and what whoever looked there read off it', async () => {
    const completionId = doneThere({ needsCheck: true, level: 'Level 2' });
    const { database } = there;
    write(database, (tx) => {
      const said = { completionId, outcome: 'accepted' as const, reference: 'PRV-7' };
      addCheck(tx, { ...said, checkedAt: '2026-03-02T12:00:00.000Z', checkedBy: there.accountId });
      const sha256 = 'a'.repeat(64);
      const file = { sha256, mediaType: 'image/jpeg' as const, bytes: 10, storedAt: here.act.now };
      tx.insert(evidenceFiles).values(file).run();
      addCompletionFiles(tx, completionId, [{ sha256, name: 'photo.jpg' }]);
    });
    const carried = await carryOverCompletion(here.act, { personId, completionId, requirementId });
    expect(historyOf(database, personId)).toMatchObject([
      {
        level: 'Level 2',
        reference: 'PRV-7',
        files: [{ name: 'photo.jpg', href: `/evidence/completions/${carried.completionId}/1` }],
      },
    ]);
    expect(lastAudit(here)?.contents?.after).toMatchObject({ files: ['photo.jpg'] });
    expect(historyOf(database, there.actorId)).toMatchObject([{ files: [{ name: 'photo.jpg' }] }]);
  });

  test('waits for a check where the person does it', async () => {
    const completionId = doneThere();
    expect(findAccountOf(here.database, personId)?.id).toBe(there.accountId);
    const own = { ...here.act, actor: { accountId: there.accountId, personId, name: 'Ada' } };
    await carryOverCompletion(own, { personId, completionId, requirementId });
    const person = findPersonFacts(here.database, here.schoolId, personId);
    expect(person?.completions[0]?.check).toBe('awaiting-check');
  });

  test.each<[string, Done]>([
    ['what has run out', { completedOn: on('2024-11-15') }],
    ['a declaration', { evidence: 'declaration' }],
    ['what waits for a check', { needsCheck: true }],
    ['what belongs to that site', { siteSpecific: true }],
    ['what this school does not ask', { key: 'swimming' }],
  ])('does not offer %s, and refuses it', async (_, done) => {
    const completionId = doneThere(done);
    expect(offered()).toEqual([]);
    const carrying = carryOverCompletion(here.act, { personId, completionId, requirementId });
    expect((await refusalOf(carrying)).kind).toBe('conflict');
  });

  test("somebody else's completion cannot be taken", async () => {
    const completionId = doneThere();
    const stranger = addTeacher(here, 'T2');
    const taking = { personId: stranger, completionId, requirementId };
    expect((await refusalOf(carryOverCompletion(here.act, taking))).kind).toBe('conflict');
  });
});
