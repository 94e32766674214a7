import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { trainerStands } from '#app/domain/sessions/cascade.ts';
import type { Cycle, PersonFacts } from '#app/domain/types.ts';
import {
  completion,
  held,
  line,
  MONTHS_24,
  person,
  policy,
  requirement,
  time,
} from '../support.ts';

const LEADS = { categories: [], kinds: ['dsl'] };
const asked = (cycle: Cycle) => requirement([line(cycle, { audience: LEADS })]);
const LEVEL_3 = asked(MONTHS_24);

function marcus(more: Partial<PersonFacts> = {}) {
  const appointments = [held('dsl', '2020-09-01')];
  return { ...person({ appointments, ...more }), name: 'Marcus Ellwood' };
}

function stands(who: ReturnType<typeof marcus>, on: string, what = LEVEL_3) {
  return trainerStands(policy([what]), { person: who, name: who.name }, what, day(on));
}

describe('does the trainer hold it in date on that day', () => {
  test('in date, with the sentence that says until when', () => {
    const who = marcus({ completions: [completion('2025-06-10')] });
    expect(stands(who, '2026-09-01')).toEqual({
      holds: true,
      sentence:
        'Marcus Ellwood holds Level 3 in date on 1 September 2026. In date to 10 June 2027: Level 3 completed on 10 June 2025, renewed every 24 months.',
    });
  });

  test('on its last day still, the day after no longer', () => {
    const who = marcus({ completions: [completion('2025-06-10')] });
    expect(stands(who, '2027-06-10').holds).toBe(true);
    expect(stands(who, '2027-06-11')).toEqual({
      holds: false,
      sentence:
        'Marcus Ellwood does not hold Level 3 in date on 11 June 2027. Overdue since 11 June 2027: ran out on 10 June 2027 (completed on 10 June 2025, renewed every 24 months).',
    });
  });

  test('not yet due is not held', () => {
    const who = marcus({ appointments: [held('dsl', '2026-08-31')] });
    expect(stands(who, '2026-09-01').holds).toBe(false);
  });

  test('what waits for a check does not hold', () => {
    const waits = completion('2025-06-10', { check: 'awaiting-check' });
    expect(stands(marcus({ completions: [waits] }), '2026-09-01').holds).toBe(false);
  });

  test('somebody of whom it is not asked holds it while it is valid', () => {
    const appointments = [held('teacher', '2015-09-01')];
    const who = marcus({ appointments, completions: [completion('2025-06-10')] });
    expect(stands(who, '2027-06-10').holds).toBe(true);
    expect(stands(who, '2027-06-11')).toEqual({
      holds: false,
      sentence:
        'Marcus Ellwood does not hold Level 3 in date on 11 June 2027. It is not asked of them, and nothing that they did is valid.',
    });
  });

  test('somebody of whom it is not asked does not hold it before it was done, or past its printed day', () => {
    const appointments = [held('teacher', '2015-09-01')];
    const printed = completion('2025-06-10', { printedExpiryOn: day('2026-06-10') });
    const who = marcus({ appointments, completions: [printed] });
    expect(stands(who, '2025-06-09').holds).toBe(false);
    expect(stands(who, '2026-06-11').holds).toBe(false);
    expect(stands(who, '2026-06-10').holds).toBe(true);
  });

  test('of whom it is not asked, it is reckoned as for whom it is: chains and printed days too', () => {
    const appointments = [held('teacher', '2015-09-01')];
    const renewed = { ...MONTHS_24, keepAnniversaryDays: 60 };
    const done = [completion('2023-10-20'), completion('2025-09-05')];
    const who = marcus({ appointments, completions: done });
    expect(stands(who, '2027-10-20', asked(renewed)).holds).toBe(true);
    expect(stands(who, '2027-10-21', asked(renewed)).holds).toBe(false);
    const suggested = completion('2025-06-10', { printedExpiryOn: day('2026-06-10') });
    const own = marcus({ appointments, completions: [suggested] });
    expect(stands(own, '2026-06-11', asked({ kind: 'not-stated' })).holds).toBe(true);
  });

  test('by several lines, it has to be valid by each', () => {
    const yearly = line({ kind: 'months', months: 12 }, { key: 'yearly', audience: LEADS });
    const both = requirement([line(MONTHS_24, { audience: LEADS }), yearly]);
    const who = marcus({
      appointments: [held('teacher', '2015-09-01')],
      completions: [completion('2025-06-10')],
    });
    expect(stands(who, '2026-06-10', both).holds).toBe(true);
    expect(stands(who, '2026-06-11', both).holds).toBe(false);
  });

  test('away, what is valid is held all the same', () => {
    const absences = [time('2026-08-31', '2026-09-02')];
    const done = [completion('2025-06-10')];
    expect(stands(marcus({ absences, completions: done }), '2026-09-01').holds).toBe(true);
    expect(stands(marcus({ absences }), '2026-09-01').holds).toBe(false);
  });

  test('of a trainer from outside nothing is known here', () => {
    const outside = { person: null, name: 'Jane Roe, Prevent team' };
    expect(trainerStands(policy([LEVEL_3]), outside, LEVEL_3, day('2026-09-01'))).toEqual({
      holds: null,
      sentence:
        'Whether Jane Roe, Prevent team holds Level 3 in date on 1 September 2026 is not known here.',
    });
  });
});
