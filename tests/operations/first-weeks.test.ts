import { beforeEach, describe, expect, test } from 'vitest';
import { addAccount, linkPerson } from '#app/data/accounts.ts';
import { findPersonFacts, schoolPolicy } from '#app/data/facts.ts';
import { listInductionLists } from '#app/data/induction-lists.ts';
import { listTicks } from '#app/data/induction-ticks.ts';
import { replaceTerms } from '#app/data/school-settings.ts';
import { firstWeeksOfPerson, listStarterTasks, schoolInduction } from '#app/data/starters.ts';
import type { Day } from '#app/domain/days.ts';
import type { Side } from '#app/domain/induction-list/list.ts';
import type { Act } from '#app/operations/act.ts';
import { loadTicks } from '#app/operations/load-ticks.ts';
import {
  addInductionList,
  beginInductionLists,
  changeInductionList,
} from '#app/operations/save-induction-list.ts';
import {
  addInductionStep,
  changeInductionStep,
  retireInductionStep,
} from '#app/operations/save-induction-step.ts';
import { tickSteps } from '#app/operations/tick-steps.ts';
import { makePerson, write } from '#tests/support/people.ts';
import {
  addRequirement,
  auditLength,
  freshGround,
  type Ground,
  lastAudit,
  on,
  otherGround,
  refusalOf,
  TODAY,
} from './support.ts';

const STAFF = { categories: ['staff' as const], kinds: [] };
const STEP = { words: 'Met the lead', within: 7, requirementId: null, responsible: 'dsl' };

let ground: Ground;
let listId: number;
let stepId: number;
/** Theo, who began a week ago and has an account; Patrick, who has none. */
let theo: number;
let patrick: number;
let asTheo: Act;
let asLead: Act;
let asDeputy: Act;
let asOffice: Act;

beforeEach(async () => {
  ground = freshGround();
  theo = begin('Theo Baptiste', [{ kind: 'teaching-assistant', from: '2026-11-09' }]);
  patrick = begin('Patrick Keogh', [{ kind: 'lunchtime', from: '2026-11-09' }]);
  asTheo = actOf(theo, 'Theo Baptiste');
  asLead = actOf(begin('Bronwen Sayle', [{ kind: 'dsl' }]), 'Bronwen Sayle');
  asDeputy = actOf(begin('Leanne Okoro', [{ kind: 'deputy-dsl' }]), 'Leanne Okoro');
  asOffice = actOf(begin('Gillian Pask', [{ kind: 'office' }]), 'Gillian Pask');
  const draft = { name: 'Staff', audience: STAFF, startsOn: on('2026-11-01') };
  ({ listId } = await addInductionList(asLead, draft));
  ({ stepId } = await addInductionStep(
    { ...asLead, today: on('2026-11-02') },
    { listId, ...STEP },
  ));
});

function begin(name: string, held: Parameters<typeof makePerson>[3]): number {
  return makePerson(ground.database, ground.schoolId, name, held);
}

function actOf(personId: number, name: string): Act {
  const accountId = write(ground.database, (transaction) => {
    const email = `${name.replace(' ', '.')}@example.org`;
    const added = addAccount(transaction, { email, name });
    linkPerson(transaction, added, personId);
    return added;
  });
  return { ...ground.act, actor: { accountId, personId, name } };
}

type More = { personId?: number; isDone?: boolean; tickedOn?: Day; stepIds?: number[] };

function tick(act: Act, side: Side, more: More = {}) {
  const command = { personId: theo, stepIds: [stepId], side, isDone: true, tickedOn: act.today };
  return tickSteps(act, { ...command, ...more });
}

function stateOf(personId = theo): string | undefined {
  const { database, schoolId } = ground;
  const person = findPersonFacts(database, schoolId, personId)!;
  return firstWeeksOfPerson(database, schoolId, person, TODAY)?.steps[0]?.state;
}

describe('ticking', () => {
  test('takes the starter and whoever answers for it, each told in the audit', async () => {
    await tick(asTheo, 'starter');
    expect(stateOf()).toBe('open');
    expect(lastAudit(ground)).toMatchObject({
      action: 'induction-step.ticked',
      personId: theo,
      contents: { by: 'Theo Baptiste', about: 'Met the lead, Theo Baptiste' },
    });
    await tick(asLead, 'responsible');
    expect(stateOf()).toBe('done');
    expect(lastAudit(ground)?.contents).toMatchObject({ after: { side: 'responsible' } });
    expect(lastAudit(ground)?.contents?.onBehalfOf).toBeUndefined();
  });

  test('is taken back by its own side, and what was said stays', async () => {
    await tick(asTheo, 'starter');
    await tick(asLead, 'responsible');
    await tick(asTheo, 'starter', { isDone: false });
    expect(stateOf()).toBe('open');
    const ticks = listTicks(ground.database, ground.schoolId).get(theo) ?? [];
    expect(ticks.map(({ side, isDone }) => [side, isDone])).toEqual([
      ['starter', true],
      ['responsible', true],
      ['starter', false],
    ]);
    expect(lastAudit(ground)?.action).toBe('induction-step.taken-back');
  });

  test('nothing in the program changes or deletes what was ticked', async () => {
    await tick(asTheo, 'starter');
    const { $client } = ground.database;
    expect(() => $client.exec('UPDATE induction_ticks SET is_done = 0')).toThrow(/append-only/);
    expect(() => $client.exec('DELETE FROM induction_ticks')).toThrow(/append-only/);
  });

  test('what is ticked already is left alone, whoever presses', async () => {
    await tick(asLead, 'responsible');
    const before = auditLength(ground);
    expect(await tick(asDeputy, 'responsible')).toEqual({ ticked: 0 });
    expect(await tick(asTheo, 'starter', { isDone: false })).toEqual({ ticked: 0 });
    expect(auditLength(ground)).toBe(before);
  });

  test('a form sent twice is done once', async () => {
    const formKey = '0b9c7a52-2f3e-4d57-9a51-0a4a5f1d9a11';
    await tick({ ...asTheo, formKey }, 'starter');
    await tick({ ...asTheo, formKey }, 'starter', { isDone: false });
    expect(listTicks(ground.database, ground.schoolId).get(theo)).toHaveLength(1);
  });
});

describe('nobody ticks both sides', () => {
  test('not the starter', async () => {
    await tick(asTheo, 'starter');
    const refusal = await refusalOf(tick(asTheo, 'responsible'));
    expect(refusal).toMatchObject({ kind: 'not-allowed' });
    expect(refusal.message).toMatch(/your own first weeks/);
  });

  test('not a lead who starts', async () => {
    const own = begin('Nia Rees', [{ kind: 'deputy-dsl', from: '2026-11-09' }]);
    const asNia = actOf(own, 'Nia Rees');
    await tick(asNia, 'starter', { personId: own });
    expect(await refusalOf(tick(asNia, 'responsible', { personId: own }))).toMatchObject({
      kind: 'not-allowed',
    });
    await tick(asLead, 'responsible', { personId: own });
    expect(stateOf(own)).toBe('done');
  });

  test('not a lead for somebody with an account', async () => {
    expect(await refusalOf(tick(asLead, 'starter'))).toMatchObject({ kind: 'not-allowed' });
  });

  test('not whoever enters a signed sheet, in whichever order', async () => {
    await tick(asLead, 'starter', { personId: patrick });
    expect(lastAudit(ground)?.contents).toMatchObject({
      by: 'Bronwen Sayle',
      onBehalfOf: 'Patrick Keogh',
    });
    expect((await refusalOf(tick(asLead, 'responsible', { personId: patrick }))).message).toMatch(
      /ticked by you/,
    );
    await tick(asDeputy, 'responsible', { personId: patrick });
    expect(stateOf(patrick)).toBe('done');
    await tick(asLead, 'starter', { personId: patrick, isDone: false });
    await refusalOf(tick(asDeputy, 'starter', { personId: patrick }));
    expect(stateOf(patrick)).toBe('open');
  });

  test('nor is it told from the form who somebody is', async () => {
    const crafted = { ...asTheo, actor: { ...asTheo.actor, personId: asLead.actor.personId } };
    expect(await refusalOf(tick(crafted, 'responsible'))).toMatchObject({ kind: 'not-allowed' });
  });
});

describe('who answers for a step', () => {
  beforeEach(async () => {
    await changeInductionStep(asLead, { listId, stepId, ...STEP, responsible: 'office' });
  });

  test('is whoever holds its kind, or a lead or deputy in their stead; nobody else', async () => {
    const asTeacher = ground.act;
    expect(await refusalOf(tick(asTeacher, 'responsible'))).toMatchObject({ kind: 'not-allowed' });
    await tick(asOffice, 'responsible');
    await tick(asOffice, 'responsible', { isDone: false });
    await tick(asDeputy, 'responsible');
    await tick(asTheo, 'starter');
    expect(stateOf()).toBe('done');
  });

  test('on the day, and not after they have left', async () => {
    const gone = begin('Ada Gone', [{ kind: 'office', to: '2026-11-15' }]);
    expect(await refusalOf(tick(actOf(gone, 'Ada Gone'), 'responsible'))).toMatchObject({
      kind: 'not-allowed',
    });
  });

  test('and is of this school', async () => {
    const other = otherGround(ground);
    const asStranger = { ...asLead, schoolId: other.schoolId };
    expect(await refusalOf(tick(asStranger, 'responsible'))).toMatchObject({ kind: 'not-found' });
  });
});

describe('where no lead is left', () => {
  test('the headteacher ticks for the school, and nobody else', async () => {
    ground = freshGround();
    const only = begin('Nia Rees', [{ kind: 'dsl', from: '2026-11-09' }]);
    const asOnly = actOf(only, 'Nia Rees');
    const asHead = actOf(begin('Owen Hale', [{ kind: 'headteacher' }]), 'Owen Hale');
    const asSchoolOffice = actOf(begin('Gil Pask', [{ kind: 'office' }]), 'Gil Pask');
    const draft = { name: 'Staff', audience: STAFF, startsOn: on('2026-11-01') };
    ({ listId } = await addInductionList(asOnly, draft));
    const act = { ...asOnly, today: on('2026-11-02') };
    ({ stepId } = await addInductionStep(act, { listId, ...STEP }));
    await tick(asOnly, 'starter', { personId: only });
    const theirs = { personId: only };
    for (const one of [asOnly, asSchoolOffice]) {
      expect(await refusalOf(tick(one, 'responsible', theirs))).toMatchObject({
        kind: 'not-allowed',
      });
    }
    await tick(asHead, 'responsible', theirs);
    expect(stateOf(only)).toBe('done');
    begin('Lea Orr', [{ kind: 'deputy-dsl' }]);
    expect(
      await refusalOf(tick(asHead, 'responsible', { ...theirs, isDone: false })),
    ).toMatchObject({ kind: 'not-allowed' });
  });
});

describe('what cannot be ticked', () => {
  test('a step that a requirement decides, or one of another list', async () => {
    const requirementId = addRequirement(ground, { key: 'training' });
    const act = { ...asLead, today: on('2026-11-02') };
    const added = await addInductionStep(act, {
      listId,
      ...STEP,
      words: 'Training',
      requirementId,
    });
    expect(await refusalOf(tick(asTheo, 'starter', { stepIds: [added.stepId] }))).toMatchObject({
      kind: 'wrong',
    });
    expect(await refusalOf(tick(asTheo, 'starter', { stepIds: [99] }))).toMatchObject({
      kind: 'not-found',
    });
  });

  test('all or nothing of a sheet', async () => {
    const before = auditLength(ground);
    await refusalOf(tick(asLead, 'starter', { personId: patrick, stepIds: [stepId, 99] }));
    expect(auditLength(ground)).toBe(before);
    expect(stateOf(patrick)).toBe('open');
  });

  test('the first weeks of somebody who began before the list', async () => {
    expect(
      await refusalOf(tick(asLead, 'responsible', { personId: ground.actorId })),
    ).toMatchObject({ kind: 'not-found' });
  });

  test.each([
    ['2026-11-17', /today or in the past/],
    ['2026-08-10', /11 August 2026 or later/],
  ])('a day like %s', async (day, message) => {
    const refusal = await refusalOf(tick(asLead, 'responsible', { tickedOn: on(day) }));
    expect(refusal).toMatchObject({ kind: 'wrong', field: 'tickedOn' });
    expect(refusal.message).toMatch(message);
  });
});

describe('the figure and what to do follow', () => {
  const figure = (day: string) => {
    const found = schoolInduction(ground.database, ground.schoolId, on(day));
    return found && [found.onTime, found.of];
  };

  test('on the last day nothing has fallen due; a day later whoever is half ticked is not on time', async () => {
    const autumn = { name: 'Autumn', from: on('2026-09-01'), to: on('2026-12-18') };
    write(ground.database, (tx) => replaceTerms(tx, ground.schoolId, [autumn]));
    await tick(asTheo, 'starter');
    await tick(asLead, 'responsible');
    await tick(asLead, 'starter', { personId: patrick });
    const tasks = listStarterTasks(ground.database, ground.schoolId, on('2026-11-17'));
    expect(tasks.map(({ person, steps }) => [person.name, steps.late.length])).toEqual([
      ['Patrick Keogh', 1],
    ]);
    expect(figure('2026-11-16')?.[1]).toBe(0);
    expect(figure('2026-11-17')).toEqual([1, 2]);
  });
});

describe('the lists of a school', () => {
  test('a list is called like no other', async () => {
    const draft = { name: 'STAFF', audience: STAFF, startsOn: null };
    expect(await refusalOf(addInductionList(asLead, draft))).toMatchObject({ field: 'name' });
    await changeInductionList(asLead, { listId, ...draft });
    expect(lastAudit(ground)?.contents).toMatchObject({ before: { name: 'Staff' } });
  });

  test('a new step is for those who join from today on', async () => {
    const { stepId: later } = await addInductionStep(asLead, { listId, ...STEP, words: 'Later' });
    const [list] = listInductionLists(ground.database, ground.schoolId);
    expect(list?.steps.find(({ id }) => id === later)).toMatchObject({
      key: 'later',
      startsOn: TODAY,
    });
    expect(await refusalOf(tick(asTheo, 'starter', { stepIds: [later] }))).toMatchObject({
      kind: 'not-found',
    });
  });

  test('a step is there once, for a kind and a requirement that the school has', async () => {
    const again = await refusalOf(addInductionStep(asLead, { listId, ...STEP }));
    expect(again).toMatchObject({ field: 'words' });
    const draft = { listId, ...STEP, words: 'Other' };
    expect(
      await refusalOf(addInductionStep(asLead, { ...draft, responsible: 'wizard' })),
    ).toMatchObject({ field: 'responsible' });
    expect(
      await refusalOf(addInductionStep(asLead, { ...draft, requirementId: 999 })),
    ).toMatchObject({ field: 'requirement' });
    const other = otherGround(ground);
    expect(
      await refusalOf(addInductionStep({ ...asLead, schoolId: other.schoolId }, draft)),
    ).toMatchObject({ kind: 'not-found' });
  });

  test('what is taken out is asked of nobody, and asked again with its ticks', async () => {
    await tick(asTheo, 'starter');
    await retireInductionStep(asLead, { listId, stepId, isRetired: true });
    expect(stateOf()).toBeUndefined();
    await retireInductionStep(asLead, { listId, stepId, isRetired: false });
    await tick(asLead, 'responsible');
    expect(stateOf()).toBe('done');
  });

  test('a school without lists begins with those of the guidance; one that has some does not', async () => {
    const other = otherGround(ground);
    const steps = [
      {
        key: 'met',
        words: 'Met',
        within: 0,
        requirement: 'unknown',
        responsible: 'dsl',
        startsOn: null,
      },
    ];
    const files = [{ key: 'staff', name: 'Staff', audience: STAFF, startsOn: TODAY, steps }];
    await beginInductionLists(other.act, files);
    expect(listInductionLists(other.database, other.schoolId)).toMatchObject([
      { name: 'Staff', startsOn: TODAY, steps: [{ requirementId: null }] },
    ]);
    expect(await refusalOf(beginInductionLists(other.act, files))).toMatchObject({
      kind: 'conflict',
    });
  });
});

describe('a change that makes starters late', () => {
  const SOONER = { ...STEP, within: 6 };

  test('is made by whoever was told how many, and not otherwise', async () => {
    const change = (more: object = {}) =>
      changeInductionStep(asLead, { listId, stepId, ...SOONER, ...more });
    const before = auditLength(ground);
    expect(await refusalOf(change())).toMatchObject({ kind: 'wrong', field: 'lateAgreed' });
    expect(await refusalOf(change({ lateAgreed: 1 }))).toMatchObject({
      kind: 'conflict',
      message: 'It is now 2 who would become late. Look again before you save',
    });
    expect(auditLength(ground)).toBe(before);
    await change({ lateAgreed: 2 });
    expect(stateOf()).toBe('late');
    await change();
  });

  test('asks again of what was taken out, and takes in whoever joined before', async () => {
    await changeInductionStep(asLead, { listId, stepId, ...SOONER, lateAgreed: 2 });
    const again = (isRetired: boolean, more: object = {}) =>
      retireInductionStep(asLead, { listId, stepId, isRetired, ...more });
    await again(true);
    expect(await refusalOf(again(false))).toMatchObject({ field: 'lateAgreed' });
    await again(false, { lateAgreed: 2 });
    const draft = { listId, name: 'Staff', audience: STAFF };
    await changeInductionList(asLead, { ...draft, startsOn: on('2026-11-10') });
    const earlier = { ...draft, startsOn: on('2026-11-01') };
    expect((await refusalOf(changeInductionList(asLead, earlier))).message).toBe(
      'Tick the box to say that 2 starters become late by it',
    );
    await changeInductionList(asLead, { ...earlier, lateAgreed: 2 });
    expect(stateOf(patrick)).toBe('late');
  });

  test('is not asked for where nobody does', async () => {
    await changeInductionStep(asLead, { listId, stepId, ...STEP, within: 8 });
    await tick(asTheo, 'starter');
    await tick(asDeputy, 'responsible');
    await tick(asLead, 'starter', { personId: patrick });
    await tick(asDeputy, 'responsible', { personId: patrick });
    await changeInductionStep(asLead, { listId, stepId, ...SOONER });
    expect(stateOf()).toBe('done');
  });
});

describe('what a file says was ticked', () => {
  const ref = () => findPersonFacts(ground.database, ground.schoolId, theo)!.ref;
  const row = () => {
    const side = 'starter' as const;
    return {
      ref: ref(),
      list: 'staff',
      step: 'met-the-lead',
      side,
      isDone: true,
      on: TODAY,
      by: null,
    };
  };

  test('stands as the starter’s own word, and a lead adds the other side', async () => {
    await loadTicks(asLead, [row()]);
    const [said] = listTicks(ground.database, ground.schoolId).get(theo) ?? [];
    expect(said).toMatchObject({ accountId: null, isOwn: true });
    await tick(asLead, 'responsible');
    expect(stateOf()).toBe('done');
  });

  test('names people and steps that are there, or nothing is loaded', async () => {
    const wrong = [row(), { ...row(), step: 'nothing' }];
    expect((await refusalOf(loadTicks(asLead, wrong))).message).toMatch(/no step nothing/);
    expect((await refusalOf(loadTicks(asLead, [{ ...row(), ref: 'X' }]))).message).toMatch(/X/);
    expect(listTicks(ground.database, ground.schoolId).size).toBe(0);
    expect(schoolPolicy(ground.database, ground.schoolId)).toBeDefined();
  });
});
