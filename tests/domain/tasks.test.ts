import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import { type MopUpFigures, mopUpFigures } from '#app/domain/sessions/mop-up.ts';
import { standingsOf } from '#app/domain/standing.ts';
import { partsOf } from '#app/domain/task-parts.ts';
import { answerOf, taskShown } from '#app/domain/task-words.ts';
import { overdueFigures, tasksOf, tasksOfDeputy } from '#app/domain/tasks.ts';
import type { BasisKind, PersonFacts, Policy } from '#app/domain/types.ts';
import { handedIn, named, queue } from './evidence/support.ts';
import { completion, line, MONTHS_24, person, policy, requirement, version } from './support.ts';

const TODAY = day('2026-11-16');

function asked(id: number, kind: BasisKind, cycle = line(MONTHS_24).cycle) {
  const basis = { kind, document: 'A document', place: 'Part two' };
  return requirement([line(cycle, { basis })], { id, key: `r${id}`, name: `Thing ${id}` });
}

type Someone = PersonFacts & { leftWithoutDay?: boolean };

function rowsOf(rules: Policy, people: Someone[]) {
  return people.map((one) => ({
    person: { id: one.id, name: `Person ${one.id}`, leftWithoutDay: one.leftWithoutDay ?? false },
    standings: standingsOf(rules, one, TODAY),
  }));
}

function tasks(rules: Policy, people: Someone[]) {
  return tasksOf({ policy: rules, rows: rowsOf(rules, people), covers: [], on: TODAY });
}

function answer(rules: Policy, people: Someone[]) {
  return answerOf(tasks(rules, people), overdueFigures(rowsOf(rules, people)), TODAY);
}

describe('Do next', () => {
  const rules = policy([asked(1, 'school-policy'), asked(2, 'statutory-guidance')]);

  it('puts what guidance asks before what only the school asks, and the longest overdue first', () => {
    const schoolOnly = person({ completions: [completion('2026-01-01', { requirementId: 2 })] });
    const since2025 = person({
      completions: [
        completion('2026-01-01', { requirementId: 1 }),
        completion('2023-06-01', { requirementId: 2 }),
      ],
    });
    const sinceNovember = person({
      completions: [
        completion('2026-01-01', { requirementId: 1 }),
        completion('2024-11-10', { requirementId: 2 }),
      ],
    });
    const order = tasks(rules, [schoolOnly, sinceNovember, since2025]);
    expect(order.map((task) => 'person' in task && task.person.id)).toEqual([
      since2025.id,
      sinceNovember.id,
      schoolOnly.id,
    ]);
  });

  describe('what waits for a check', () => {
    const met = policy([
      asked(1, 'statutory-guidance'),
      { ...asked(2, 'statutory-guidance'), metBy: [1] },
    ]);
    const lead = named('Bronwen Sayle', ['dsl']);
    const deputy = named('Leanne Okoro', ['deputy-dsl']);
    const zoe = {
      ...named('Zoë Lytton', ['teacher']),
      completions: [completion('2026-11-05', { check: 'awaiting-check' })],
    };
    const waiting = queue([lead, deputy, zoe], [handedIn(zoe, '2026-11-11')]);
    const rows = rowsOf(met, [zoe]);
    const list = tasksOf({ policy: met, rows, covers: [], waiting, on: TODAY });

    it('is chased for nowhere, listed once, and told with its age', () => {
      expect(list.map(({ kind }) => kind)).toEqual(['check']);
      expect(answerOf(list, overdueFigures(rows), TODAY)).toBe(
        '1 of 1 person is overdue for something that law or statutory guidance asks, with everything handed in and waiting for a check. 1 certificate has waited for a check for 3 school days.',
      );
    });

    it('leads to the check of it, unless it is the reader’s own', () => {
      const reader = { policy: met, on: TODAY, ownIds: [lead.id], apart: new Map() };
      const shown = { kind: 'check', wait: 'for 3 school days', checkers: 'Bronwen Sayle' };
      expect(taskShown(list[0]!, reader)).toMatchObject({ ...shown, isOwn: false });
      expect(taskShown(list[0]!, { ...reader, ownIds: [zoe.id] })).toMatchObject({ isOwn: true });
    });

    it('is a deputy’s only once it has waited for long, or where it is their own', () => {
      expect(tasksOfDeputy(list, [deputy.id])).toEqual([]);
      expect(tasksOfDeputy(list, [zoe.id])).toEqual(list);
      const old = queue([lead, deputy, zoe], [handedIn(zoe, '2026-11-06')]);
      const late = tasksOf({ policy: met, rows, covers: [], waiting: old, on: TODAY });
      expect(tasksOfDeputy(late, [deputy.id])).toEqual(late);
    });
  });

  it('says that nobody is overdue or due soon when that is so', () => {
    const fine = person({
      completions: [
        completion('2026-01-01', { requirementId: 1 }),
        completion('2026-01-01', { requirementId: 2 }),
      ],
    });
    expect(tasks(rules, [fine])).toEqual([]);
    expect(answer(rules, [fine])).toBe('Nobody is overdue or due soon.');
  });

  it('asks for a decision where no interval is set, and tells of how many people', () => {
    const open = policy([asked(1, 'school-policy', { kind: 'not-stated' })]);
    const done = () => person({ completions: [completion('2020-01-01')] });
    expect(tasks(open, [done(), done()])).toMatchObject([{ kind: 'interval', people: 2 }]);
  });

  it('names whoever is marked as left without a last day, and whoever nothing is asked of', () => {
    const gone = { ...person({ completions: [] }), leftWithoutDay: true };
    const none = policy([]);
    expect(tasks(none, [gone]).map(({ kind }) => kind)).toEqual([
      'left-without-day',
      'nobody-fits',
    ]);
  });

  it('tells what will be required from a later day', () => {
    const later = { ...asked(1, 'law'), versions: [version('2027-01-04', line(MONTHS_24))] };
    expect(tasks(policy([later]), [])).toMatchObject([{ kind: 'coming', on: '2027-01-04' }]);
  });

  it.each([
    ['2027-02-14', 1, 'within 90 days'],
    ['2027-02-15', 0, 'a day more'],
  ])('warns of cover that fails on %s: %i task (%s)', (failsOn, many) => {
    const rule = { key: 'dsl', name: 'DSL cover', requirementId: 1, parts: [] };
    const covers = [{ rule, failsOn: day(failsOn), secureUntil: null }];
    expect(tasksOf({ policy: policy([]), rows: [], covers, on: TODAY })).toHaveLength(many);
  });

  it('asks for a look at sections of the offer past their review, after what concerns people', () => {
    const section = { id: 4, topic: 'prevent', title: 'Prevent', reviewBy: day('2026-10-31') };
    const list = tasksOf({
      policy: rules,
      rows: rowsOf(rules, [person({})]),
      covers: [],
      pastSections: [section],
      on: TODAY,
    });
    expect(partsOf(list).map(({ part }) => part)).toEqual(['guidance', 'offer']);
    const reader = { policy: rules, on: TODAY, ownIds: [], apart: new Map<number, string>() };
    expect(taskShown(list.at(-1)!, reader)).toEqual({ kind: 'section-review', ...section });
  });

  it('has the list of those who missed a session until nothing on it is open', () => {
    const reader = { policy: rules, on: TODAY, ownIds: [], apart: new Map<number, string>() };
    const session = { id: 7, title: 'September INSET' };
    const of = (more: Partial<MopUpFigures>) => {
      const mopUps = [{ session, figures: { ...mopUpFigures([]), ...more } }];
      return tasksOf({ policy: policy([]), rows: [], covers: [], mopUps, on: TODAY });
    };
    const [open] = of({ 'nothing-arranged': 3, arranged: 2, done: 5 });
    expect(taskShown(open!, reader)).toEqual({
      kind: 'mop-up',
      sessionId: 7,
      title: 'September INSET',
      open: '3 people have nothing arranged, 2 are arranged',
    });
    expect(of({ done: 5, 'not-required': 1, offered: 2, away: 1 })).toEqual([]);
  });

  it('has a register that is not final, and says what that keeps back', () => {
    const reader = { policy: rules, on: TODAY, ownIds: [], apart: new Map<number, string>() };
    const session = { id: 7, title: 'Whole-school safeguarding' };
    const sitting = { id: 9, heldOn: day('2026-09-01') };
    const wordsOf = (wasFinal: boolean) => {
      const openRegisters = [{ session, sitting, wasFinal }];
      const list = tasksOf({ policy: policy([]), rows: [], covers: [], openRegisters, on: TODAY });
      expect(partsOf(list).map(({ part }) => part)).toEqual(['register']);
      return taskShown(list[0]!, reader);
    };
    expect(wordsOf(false)).toEqual({
      kind: 'register-open',
      sessionId: 7,
      sittingId: 9,
      title: 'The register of Whole-school safeguarding, 1 September 2026',
      words: 'is not final: until it is, nobody who was there is recorded',
    });
    expect(wordsOf(true)).toMatchObject({
      words: 'was opened again and is not final: what it recorded before stands until it is',
    });
  });

  it('asks for the mop-up of a session that somebody missed, beside the lists that are begun', () => {
    const reader = { policy: rules, on: TODAY, ownIds: [], apart: new Map<number, string>() };
    const session = { id: 7, title: 'Whole-school safeguarding' };
    const of = (more: Partial<MopUpFigures>) => {
      const toClose = [{ session, figures: { ...mopUpFigures([]), ...more } }];
      return tasksOf({ policy: policy([]), rows: [], covers: [], toClose, on: TODAY });
    };
    const list = of({ 'nothing-arranged': 7, away: 1 });
    expect(partsOf(list).map(({ part }) => part)).toEqual(['mop-up']);
    expect(taskShown(list[0]!, reader)).toEqual({
      kind: 'mop-up-to-begin',
      sessionId: 7,
      words: '7 people missed Whole-school safeguarding: begin its mop-up',
    });
    expect(of({ away: 1, offered: 2, done: 50 })).toEqual([]);
  });

  it('counts those overdue among everybody, and those overdue by guidance among them', () => {
    const one = person({ completions: [completion('2026-01-01', { requirementId: 2 })] });
    const other = person({ completions: [completion('2026-01-01', { requirementId: 1 })] });
    const list = tasks(rules, [one, other]);
    expect(answer(rules, [one, other])).toBe(
      '2 of 2 people are overdue, 1 of them for something that law or statutory guidance asks.',
    );
    expect(partsOf(list).map(({ part }) => part)).toEqual(['guidance', 'school']);
  });

  it('names whoever is overdue for both once, under what guidance asks', () => {
    const list = tasks(rules, [person({})]);
    expect(partsOf(list)).toMatchObject([{ part: 'guidance', tasks: [{ kind: 'overdue' }] }]);
  });
});
