import { beforeEach, describe, expect, it } from 'vitest';
import { addAccount, linkPerson } from '#app/data/accounts.ts';
import { listDeclarations } from '#app/data/declarations.ts';
import { listCompletionFiles } from '#app/data/evidence.ts';
import { findEditionAtSchool } from '#app/data/own-reading.ts';
import { listReadings } from '#app/data/signers.ts';
import { signersOf } from '#app/domain/publications/signers.ts';
import { declareOnBehalf } from '#app/operations/declare-on-behalf.ts';
import { evidenceFiles, waitingFiles } from '#db/schema.ts';
import { makePerson, write } from '#tests/support/people.ts';
import { addReading, changeEdition, type ReadingGround } from '#tests/support/reading.ts';
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

const SHA = 'a'.repeat(64);
const SINCE = [{ kind: 'lunchtime', from: '2025-09-01' }];

let ground: Ground;
let reading: ReadingGround;
let clodagh: number;
let dot: number;
beforeEach(() => {
  ground = freshGround();
  reading = addReading(ground);
  clodagh = makePerson(ground.database, ground.schoolId, 'Clodagh Sheehan', SINCE, 'L1');
  dot = makePerson(ground.database, ground.schoolId, 'Dot Farrow', SINCE, 'L2');
});

function readings(of = ground) {
  const at = findEditionAtSchool(of.database, of.schoolId, reading.edition2026);
  if (!at) throw new Error('No edition');
  return listReadings(of.database, of.schoolId, at, TODAY);
}

function shownOf(personId: number): string {
  return readings().find(({ person }) => person.id === personId)?.confirmable.shown ?? '';
}

/** A photograph of the sheet that waits for a form of this account. Answers its token. */
function photograph(accountId = ground.accountId, token = 'token-1'): string {
  write(ground.database, (transaction) => {
    const storedAt = '2026-11-16T09:00:00.000Z';
    const file = { sha256: SHA, mediaType: 'image/jpeg' as const, bytes: 9, storedAt };
    transaction.insert(evidenceFiles).values(file).onConflictDoNothing().run();
    const waiting = { token, accountId, sha256: SHA, name: 'sheet.jpg', handedInAt: storedAt };
    transaction.insert(waitingFiles).values(waiting).onConflictDoNothing().run();
  });
  return token;
}

function enters(personIds: number[], more: Partial<Parameters<typeof declareOnBehalf>[1]> = {}) {
  const people = personIds.map((personId) => ({ personId, shown: shownOf(personId) }));
  const sheet = { signedOn: on('2026-11-12'), people, tokens: [photograph()] };
  return declareOnBehalf(ground.act, { editionId: reading.edition2026, ...sheet, ...more });
}

const kept = (personId: number) => listDeclarations(ground.database, personId);

/** Lets somebody sign in; without a password the invitation has not been taken up. */
function accountFor(personId: number, passwordHash: string | null): void {
  write(ground.database, (transaction) => {
    const account = { email: `p${personId}@example.org`, name: 'Somebody', passwordHash };
    linkPerson(transaction, addAccount(transaction, account), personId);
  });
}

describe('A signed sheet', () => {
  it('is entered for several at once, by a lead, with its photograph behind each', async () => {
    const { completionIds } = await enters([clodagh, dot]);
    for (const person of [clodagh, dot]) {
      expect(kept(person)).toMatchObject([
        {
          parts: ['Annex A'],
          declaredOn: '2026-11-12',
          isOnBehalf: true,
          enteredBy: 'Ada Min',
          enteredOn: '2026-11-16',
        },
      ]);
    }
    const files = listCompletionFiles(ground.database, completionIds);
    expect([...files.values()].map(([file]) => file?.name)).toEqual(['sheet.jpg', 'sheet.jpg']);
    expect(lastAudit(ground)?.action).toBe('reading.declared-on-behalf');
  });

  it('sent twice is entered once', async () => {
    const people = [{ personId: clodagh, shown: shownOf(clodagh) }];
    const act = { ...ground.act, formKey: 'b9c1f6f4-6a6a-4c2b-9f5e-2f1f9d7f7a10' };
    const sheet = { signedOn: on('2026-11-12'), people, tokens: [photograph()] };
    const command = { editionId: reading.edition2026, ...sheet };
    const first = await declareOnBehalf(act, command);
    expect(await declareOnBehalf(act, command)).toEqual(first);
    expect(kept(clodagh)).toHaveLength(1);
  });

  it('needs its photograph, and one of whoever enters it', async () => {
    expect(await refusalOf(enters([clodagh], { tokens: [] }))).toMatchObject({
      kind: 'wrong',
      field: 'files',
    });
    const foreign = otherGround(ground);
    const tokens = [photograph(foreign.accountId, 'token-of-somebody-else')];
    expect((await refusalOf(enters([clodagh], { tokens }))).field).toBe('files');
    expect(kept(clodagh)).toEqual([]);
  });

  it.each([
    ['on a day to come', '2026-11-17'],
    ['before reading it counted', '2026-08-31'],
  ])('is not entered as signed %s', async (_, signedOn) => {
    const refusal = await refusalOf(enters([clodagh], { signedOn: on(signedOn) }));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'signedOn' });
  });

  it('is not entered for whoever can sign in, and is for whoever never took it up', async () => {
    accountFor(dot, 'a hash');
    accountFor(clodagh, null);
    const refusal = await refusalOf(enters([clodagh, dot]));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'people' });
    expect(kept(clodagh)).toEqual([]);
    await enters([clodagh], { tokens: [photograph(ground.accountId, 'token-2')] });
    expect(kept(clodagh)).toHaveLength(1);
  });

  it('is entered by one of two leads who have it before them, and not by the other too', async () => {
    const people = [{ personId: clodagh, shown: shownOf(clodagh) }];
    await enters([], { people });
    const tokens = [photograph(ground.accountId, 'token-2')];
    const refusal = await refusalOf(enters([], { people, tokens }));
    expect(refusal).toMatchObject({
      field: 'people',
      message: expect.stringContaining('declared on 12 November 2026'),
    });
    expect(kept(clodagh)).toHaveLength(1);
  });

  it('is not entered for oneself', async () => {
    const refusal = await refusalOf(enters([ground.actorId]));
    expect(refusal.kind).toBe('not-allowed');
  });

  it('is refused whole where what one of them reads changed meanwhile', async () => {
    const people = [clodagh, dot].map((personId) => ({ personId, shown: shownOf(personId) }));
    changeEdition(ground, reading.edition2026, { reads: [] });
    const before = auditLength(ground);
    expect(await refusalOf(enters([], { people }))).toMatchObject({
      kind: 'conflict',
      field: 'people',
    });
    expect(auditLength(ground)).toBe(before);
  });

  it('finds nobody of another school, and no edition of another school', async () => {
    const other = otherGround(ground);
    const stranger = makePerson(other.database, other.schoolId, 'Sam Stranger', SINCE, 'S1');
    const people = [{ personId: stranger, shown: SHA }];
    expect((await refusalOf(enters([], { people }))).kind).toBe('not-found');
    const { edition2026: editionId } = addReading(other);
    const tokens = [photograph(ground.accountId, 'token-3')];
    expect((await refusalOf(enters([clodagh], { editionId, tokens }))).kind).toBe('not-found');
  });
});

describe('Who signs on paper', () => {
  it('stands under the words that they confirm; who does not, with the reason', async () => {
    const zoe = makePerson(ground.database, ground.schoolId, 'Zoë Marsh', [{ kind: 'teacher' }]);
    const may = makePerson(ground.database, ground.schoolId, 'May Lin', [{ kind: 'teacher' }]);
    const governor = makePerson(ground.database, ground.schoolId, 'Gail Vernor', [
      { kind: 'governor' },
    ]);
    accountFor(may, 'a hash');
    await enters([dot]);
    const { groups, others } = signersOf(readings());
    const names = groups.map(({ parts, people }) => [
      parts.join(' and '),
      people.map(({ name }) => name).sort(),
    ]);
    // The account of whoever acts here was never taken up.
    expect(Object.fromEntries(names)).toEqual({
      'Part one and Annex B': ['Ada Min', 'Zoë Marsh'],
      'Annex A': ['Clodagh Sheehan'],
    });
    expect(others).toEqual([
      { id: dot, name: 'Dot Farrow', why: 'declared on 12 November 2026' },
      { id: may, name: 'May Lin', why: 'can sign in, and declares it on their own page' },
    ]);
    const everybody = [...groups.flatMap(({ people }) => people), ...others].map(({ id }) => id);
    expect(everybody).not.toContain(governor);
    expect(everybody).toContain(zoe);
  });
});
