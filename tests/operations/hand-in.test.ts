import { beforeEach, describe, expect, it } from 'vitest';
import { checkQueue } from '#app/data/checks.ts';
import { findPersonFacts } from '#app/data/facts.ts';
import { historyOf } from '#app/data/history.ts';
import { listWaiting } from '#app/data/waiting-files.ts';
import { handIn } from '#app/operations/hand-in.ts';
import {
  type EvidenceGround,
  evidenceGround,
  handIn as given,
  waitingFile,
} from './evidence-ground.ts';
import { addRequirement, lastAudit, on, refusalOf, TODAY } from './support.ts';

let ground: EvidenceGround;
beforeEach(() => {
  ground = evidenceGround({ asksFor: ['provider', 'number'] });
});

const file = (name?: string) => waitingFile(ground, ground.zoe.accountId, name);
const handsIn = (more: Parameters<typeof given>[1] = {}, act = ground.zoe.act) =>
  handIn(act, given(ground, more));
const history = () => historyOf(ground.database, ground.zoe.personId);

describe('handing in', () => {
  it('keeps the day, the files in their order and who did it, and waits for a check', async () => {
    const tokens = [file('front.jpg'), file('back.jpg')];
    expect(await handsIn({ tokens })).toMatchObject({ needsCheck: true });
    expect(history()).toMatchObject([
      {
        completedOn: '2026-11-10',
        recordedOn: TODAY,
        isHandedIn: true,
        state: 'awaiting-check',
        files: [{ name: 'front.jpg' }, { name: 'back.jpg' }],
      },
    ]);
    expect(listWaiting(ground.database, ground.zoe.accountId, tokens)).toEqual([]);
    expect(checkQueue(ground.database, ground.schoolId, TODAY)).toMatchObject([
      { person: { name: 'Zoë Lytton' }, handedInOn: TODAY, checkers: { names: ['Bronwen Sayle'] } },
    ]);
    expect(lastAudit(ground)).toMatchObject({
      action: 'completion.handed-in',
      contents: { after: { files: ['front.jpg', 'back.jpg'], needsCheck: true } },
    });
  });

  it('counts at once where the school chose so', async () => {
    ground = evidenceGround({ handedInCounts: 'at-once' });
    expect(await handsIn({ tokens: [file()] })).toMatchObject({ needsCheck: false });
    expect(history()).toMatchObject([{ state: 'counts', isHandedIn: true }]);
    expect(checkQueue(ground.database, ground.schoolId, TODAY)).toEqual([]);
  });

  it('is done without a certificate, with a note that says what was done', async () => {
    await handsIn({ evidence: 'self-reported', note: 'Read the bulletin at home' });
    expect(history()).toMatchObject([{ evidence: 'self-reported', files: [] }]);
    const silent = await refusalOf(handsIn({ evidence: 'self-reported' }));
    expect(silent.field).toBe('note');
  });

  it.each<[string, Parameters<typeof given>[1], string]>([
    ['a certificate without a file', {}, 'files'],
    ['a file that is no longer here', { tokens: ['swept'] }, 'files'],
    ['a day to come', { completedOn: on('2026-11-17') }, 'completedOn'],
    ['an expiry before the day', { printedExpiryOn: on('2026-11-09') }, 'printedExpiryOn'],
    ['something of no requirement', { requirementId: 999 }, 'requirement'],
  ])('refuses %s, and keeps nothing', async (_, wrong, field) => {
    const waits = file();
    const tokens = field === 'files' ? [] : [waits];
    expect((await refusalOf(handsIn({ tokens, ...wrong }))).field).toBe(field);
    expect(history()).toEqual([]);
    expect(listWaiting(ground.database, ground.zoe.accountId, [waits])).toHaveLength(1);
  });

  it('takes nobody else’s file, and no file a second time', async () => {
    const foreign = waitingFile(ground, ground.leanne.accountId);
    expect((await refusalOf(handsIn({ tokens: [foreign] }))).field).toBe('files');
    const own = file();
    await handsIn({ tokens: [own] });
    expect((await refusalOf(handsIn({ tokens: [own] }))).field).toBe('files');
    expect(history()).toHaveLength(1);
  });

  it('is refused for what is read, for what counts only here, and for somebody else', async () => {
    const reading = { kind: 'edition' as const, publication: 'kcsie' };
    const read = addRequirement(ground, { key: 'kcsie', cycle: reading });
    const here = addRequirement(ground, { key: 'induction', siteSpecific: true });
    for (const requirementId of [read, here]) {
      const refusal = await refusalOf(
        handsIn({ requirementId, tokens: [file(`${requirementId}`)] }),
      );
      expect(refusal.field).toBe('requirement');
    }
    const forZoe = await refusalOf(handsIn({ tokens: [] }, ground.leanne.act));
    expect(forZoe.kind).toBe('not-allowed');
  });

  it('sent twice is done once, with its files', async () => {
    const act = { ...ground.zoe.act, formKey: 'b9c1f6f4-6a6a-4c2b-9f5e-2f1f9d7f7a10' };
    const tokens = [file()];
    const first = await handsIn({ tokens }, act);
    expect(await handsIn({ tokens }, act)).toEqual(first);
    expect(history()).toMatchObject([{ files: [{ name: 'photo.jpg' }] }]);
  });

  it('changes no status before it is checked', async () => {
    await handsIn({ tokens: [file()] });
    const person = findPersonFacts(ground.database, ground.schoolId, ground.zoe.personId);
    expect(person?.completions).toMatchObject([{ check: 'awaiting-check' }]);
  });
});
