import { beforeEach, describe, expect, it } from 'vitest';
import { linkPerson } from '#app/data/accounts.ts';
import { checkQueue } from '#app/data/checks.ts';
import { historyOf } from '#app/data/history.ts';
import type { Act } from '#app/operations/act.ts';
import { checkCompletion } from '#app/operations/check-completion.ts';
import { handIn } from '#app/operations/hand-in.ts';
import { recordCompletions } from '#app/operations/record-completions.ts';
import { withdrawCompletion } from '#app/operations/withdraw-completion.ts';
import { makePerson, write } from '#tests/support/people.ts';
import {
  type EvidenceGround,
  evidenceGround,
  handIn as given,
  NOTHING_READ,
  waitingFile,
} from './evidence-ground.ts';
import { auditLength, lastAudit, on, otherGround, refusalOf, TODAY } from './support.ts';

let ground: EvidenceGround;
let completionId: number;

async function begin(asks: Parameters<typeof evidenceGround>[0] = {}, more = {}) {
  ground = evidenceGround(asks);
  const tokens = [waitingFile(ground, ground.zoe.accountId)];
  ({ completionId } = await handIn(ground.zoe.act, given(ground, { tokens, ...more })));
}

beforeEach(() => begin());

const accepts = (act: Act, read = {}) =>
  checkCompletion(act, { completionId, outcome: 'accepted', read: { ...NOTHING_READ, ...read } });
const returns = (act: Act, note: string | null = null, returnedFor = 'day-differs' as const) =>
  checkCompletion(act, { completionId, outcome: 'returned', returnedFor, note });
const history = () => historyOf(ground.database, ground.zoe.personId);
const waiting = () => checkQueue(ground.database, ground.schoolId, TODAY);

describe('a check', () => {
  it('that accepts makes it count, by whom and on which day, and takes it out of the queue', async () => {
    expect(await accepts(ground.bronwen.act)).toEqual({ completionId, outcome: 'accepted' });
    expect(history()).toMatchObject([
      { state: 'counts', checks: [{ outcome: 'accepted', by: 'Bronwen Sayle', on: TODAY }] },
    ]);
    expect(waiting()).toEqual([]);
    expect(lastAudit(ground)?.action).toBe('completion.accepted');
    auditLength(ground);
  });

  it('that returns says why, and what was handed in stays, beside what is handed in again', async () => {
    await returns(ground.bronwen.act, 'It says 6 October');
    expect(lastAudit(ground)?.contents?.why).toBe(
      'The day on it is not the day that was typed. It says 6 October.',
    );
    const again = waitingFile(ground, ground.zoe.accountId, 'again.jpg');
    await handIn(ground.zoe.act, given(ground, { tokens: [again], completedOn: on('2026-10-06') }));
    expect(history()).toMatchObject([
      { completedOn: '2026-11-10', state: 'returned', files: [{ name: 'photo.jpg' }] },
      { completedOn: '2026-10-06', state: 'awaiting-check', files: [{ name: 'again.jpg' }] },
    ]);
  });

  it('that returns for something else says what', async () => {
    const returned = { completionId, outcome: 'returned' as const, returnedFor: 'other' as const };
    const silent = checkCompletion(ground.bronwen.act, { ...returned, note: null });
    expect((await refusalOf(silent)).field).toBe('note');
    await checkCompletion(ground.bronwen.act, { ...returned, note: 'Upside down' });
    expect(lastAudit(ground)?.contents?.why).toBe('Upside down.');
  });

  it('of two at once, the second is told who was faster, and changes nothing', async () => {
    await accepts(ground.leanne.act);
    const second = await refusalOf(returns(ground.bronwen.act));
    expect(second.kind).toBe('conflict');
    expect(second.message).toMatch(/^Leanne Okoro has accepted this already/);
    expect(history()).toMatchObject([{ state: 'counts', checks: [{ by: 'Leanne Okoro' }] }]);
  });

  it('finds neither what was withdrawn nor what another school has', async () => {
    await withdrawCompletion(ground.bronwen.act, { completionId, reason: 'Wrong' });
    expect((await refusalOf(accepts(ground.bronwen.act))).kind).toBe('conflict');
    expect((await refusalOf(accepts(otherGround(ground).act))).kind).toBe('not-found');
  });
});

describe('what the requirement asks for', () => {
  it('stops the acceptance while it is missing, and is read off by whoever looks', async () => {
    await begin({ asksFor: ['provider', 'number'] }, { provider: 'County' });
    const missing = await refusalOf(accepts(ground.bronwen.act));
    expect(missing).toMatchObject({ kind: 'wrong', field: 'reference' });
    expect(waiting()).toHaveLength(1);
    await accepts(ground.bronwen.act, { reference: 'PRV-1', provider: 'Somebody else' });
    // What was typed stays.
    expect(history()).toMatchObject([{ provider: 'County', reference: 'PRV-1', state: 'counts' }]);
    expect(lastAudit(ground)?.contents?.after).toEqual({
      completion: completionId,
      reference: 'PRV-1',
    });
  });

  it('keeps nobody from returning it', async () => {
    await begin({ asksFor: ['days'] });
    await returns(ground.bronwen.act);
    expect(history()).toMatchObject([{ state: 'returned' }]);
  });
});

/** Each road by which something of one's own might come to count without anybody else. */
describe('nobody checks their own', () => {
  it('what was handed in', async () => {
    expect((await refusalOf(accepts(ground.zoe.act))).kind).toBe('not-allowed');
    expect((await refusalOf(returns(ground.zoe.act))).kind).toBe('not-allowed');
  });

  it('what a lead recorded for themselves', async () => {
    const { bronwen, preventId } = ground;
    const facts = { ...given(ground), personIds: [bronwen.personId], requirementId: preventId };
    const { personId: _, ...own } = facts;
    const recorded = { ...own, edition: null, earnedElsewhere: false };
    const [id = 0] = (await recordCompletions(bronwen.act, recorded)).completionIds;
    completionId = id;
    expect((await refusalOf(accepts(bronwen.act))).kind).toBe('not-allowed');
    await accepts(ground.leanne.act);
    expect(historyOf(ground.database, bronwen.personId)).toMatchObject([{ state: 'counts' }]);
  });

  it('what concerns another record that one’s account opens', async () => {
    const { database, schoolId, bronwen, leanne } = ground;
    const volunteer = makePerson(database, schoolId, 'B Sayle', [{ kind: 'volunteer' }]);
    write(database, (tx) => linkPerson(tx, bronwen.accountId, volunteer));
    const tokens = [waitingFile(ground, bronwen.accountId)];
    const asVolunteer = { ...bronwen.act, actor: { ...bronwen.act.actor, personId: volunteer } };
    const handedIn = given(ground, { personId: volunteer, tokens });
    ({ completionId } = await handIn(asVolunteer, handedIn));
    // Whichever of the two records is open.
    for (const act of [bronwen.act, asVolunteer]) {
      expect((await refusalOf(accepts(act))).kind).toBe('not-allowed');
      expect((await refusalOf(returns(act))).kind).toBe('not-allowed');
    }
    await accepts(leanne.act);
    expect(historyOf(database, volunteer)).toMatchObject([{ state: 'counts' }]);
  });

  it('by a command on the machine, which is nobody', async () => {
    const nobody = { ...ground.act, actor: { accountId: null, personId: null, name: 'A command' } };
    expect((await refusalOf(accepts(nobody))).kind).toBe('not-allowed');
    expect(history()).toMatchObject([{ state: 'awaiting-check' }]);
  });
});
