import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import { ownAnswer, ownOf, personAnswer } from '#app/domain/own.ts';
import { standingsOf } from '#app/domain/standing.ts';
import type { PersonFacts } from '#app/domain/types.ts';
import {
  completion,
  line,
  MONTHS_24,
  person,
  policy,
  requirement,
  teacher,
  time,
  version,
} from './support.ts';

const RULES = policy([
  requirement([line(MONTHS_24)]),
  requirement([line({ kind: 'once' })], { id: 2, key: 'induction' }),
  requirement([], { id: 3, key: 'later', versions: [version('2027-01-04', line(MONTHS_24))] }),
]);
const INDUCTED = completion('2020-01-01', { requirementId: 2 });

function own(more: Partial<PersonFacts>) {
  return ownOf(standingsOf(RULES, person(more), day('2026-11-16')));
}

describe('One’s own page', () => {
  it('says until when everything is in date: the first to run out', () => {
    const mine = own({ completions: [completion('2025-09-01'), INDUCTED] });
    expect(ownAnswer(mine)).toBe('You are in date for everything until 1 September 2027.');
    expect(personAnswer(mine)).toBe('In date for everything until 1 September 2027.');
  });

  it('says how many things there are to do, the first due first', () => {
    const mine = own({ completions: [completion('2024-12-01')] });
    expect(ownAnswer(mine)).toBe('You have 2 things to do, 1 of them overdue.');
    expect(mine.toDo.map(({ requirement: { key } }) => key)).toEqual(['induction', 'level-3']);
  });

  it('gives nothing to do to somebody whose certificate waits', () => {
    const waiting = completion('2026-11-05', { check: 'awaiting-check' });
    const mine = own({ completions: [waiting, INDUCTED] });
    expect(ownAnswer(mine)).toBe('You have nothing to do: what you handed in waits for a check.');
  });

  it('tells what is coming, and asks for nothing while somebody is away', () => {
    const mine = own({ absences: [time('2026-11-01', '2026-12-31')] });
    expect(mine.comingUp.map(({ requirement: { key } }) => key)).toEqual([
      'level-3',
      'induction',
      'later',
    ]);
    expect(ownAnswer(mine)).toBe('Nothing is asked of you today.');
  });

  it('does not ask for what falls due after the last day', () => {
    const mine = own({
      appointments: [teacher('2015-09-01', '2026-11-20')],
      completions: [completion('2024-12-01'), INDUCTED],
    });
    expect(mine.toDo).toEqual([]);
  });
});
