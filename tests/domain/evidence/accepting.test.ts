import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import { effectsInWords, effectsOfAccepting } from '#app/domain/evidence/accepting.ts';
import { standingOf } from '#app/domain/standing.ts';
import { someCompletion, someDay, somePerson, someRequirement } from '../arbitraries.ts';
import { completion, line, MONTHS_24, person, policy, requirement } from '../support.ts';
import { TODAY } from './support.ts';

const level3 = requirement([line(MONTHS_24)], { id: 1, name: 'Level 3' });
const session = requirement([line(MONTHS_24)], { id: 2, name: 'Session', metBy: [1] });
const SCHOOL = policy([level3, session]);
const waiting = completion('2026-11-05', { check: 'awaiting-check' });

describe('what accepting does', () => {
  it('is said for the requirement itself, and for those that it meets', () => {
    const effects = effectsOfAccepting(
      SCHOOL,
      person({ completions: [waiting] }),
      waiting.id,
      TODAY,
    );
    expect(effects).toMatchObject([
      {
        name: 'Level 3',
        sentence: expect.stringMatching(/^In date to 5 November 2028/),
        changes: true,
      },
      {
        name: 'Session',
        sentence: expect.stringMatching(/^In date to 5 November 2028/),
        changes: true,
      },
    ]);
    expect(effectsInWords(effects)).toMatch(
      /^Level 3: in date to 5 November 2028.* Session: in date/,
    );
  });

  it('is nothing where something else reaches further', () => {
    const newer = completion('2026-11-10');
    const who = person({ completions: [waiting, newer] });
    expect(effectsOfAccepting(policy([level3]), who, waiting.id, TODAY)).toMatchObject([
      { changes: false, sentence: expect.stringMatching(/^In date to 10 November 2028/) },
    ]);
  });

  it('is told honestly where it has run out already', () => {
    const old = completion('2024-01-01', { check: 'awaiting-check' });
    const [effect] = effectsOfAccepting(SCHOOL, person({ completions: [old] }), old.id, TODAY);
    expect(effect?.sentence).toMatch(/^Overdue since .*ran out on 1 January 2026/);
  });

  it('is nothing for what is not there', () => {
    expect(effectsOfAccepting(SCHOOL, person(), 99, day('2026-11-16'))).toEqual([]);
  });

  it('never worsens a status, whatever the rule and whatever else is recorded', () => {
    const RANK: Record<string, number> = {
      overdue: 0,
      'not-yet-due': 1,
      'due-soon': 2,
      'in-date': 3,
    };
    fc.assert(
      fc.property(someRequirement, somePerson, someCompletion, someDay, (asked, who, added, on) => {
        const school = policy([asked]);
        const statusWith = (check: 'awaiting-check' | 'counts') => {
          const completions = [...who.completions, { ...added, check }];
          return RANK[standingOf(school, { ...who, completions }, asked, on).status] ?? 9;
        };
        expect(statusWith('counts')).toBeGreaterThanOrEqual(statusWith('awaiting-check'));
      }),
      { numRuns: 500 },
    );
  });
});
