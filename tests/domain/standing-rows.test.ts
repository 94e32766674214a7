import { expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { standingOf } from '#app/domain/standing.ts';
import { STANDING_COLUMNS, standingRows } from '#app/domain/standing-rows.ts';
import type { Cycle } from '#app/domain/types.ts';
import {
  BY_31_OCTOBER,
  completion,
  line,
  person,
  policy,
  requirement,
  version,
} from './support.ts';

const ONCE: Cycle = { kind: 'once' };

test('valid to is that of the rule which a completion was earned by, as in its sentence', () => {
  const asked = requirement([], {
    versions: [version('2020-09-01', line(BY_31_OCTOBER)), version('2026-09-01', line(ONCE))],
  });
  const of = (completedOn: string) => {
    const who = person({ completions: [completion(completedOn)] });
    const school = policy([asked]);
    const standing = standingOf(school, who, asked, day('2026-10-01'));
    const [row] = standingRows('Grange', school, { ref: 'GRA-001', name: 'Ada' }, [standing]);
    const cell = (name: (typeof STANDING_COLUMNS)[number]) => row![STANDING_COLUMNS.indexOf(name)];
    return [cell('status'), cell('valid_to'), cell('due_on'), cell('reason')];
  };
  expect(of('2025-11-03')).toEqual([
    'due-soon',
    '2026-10-31',
    '2026-10-31',
    'Due soon: in date to 31 October 2026: Level 3 completed on 3 November 2025, once each academic year, by 31 October.',
  ]);
  expect(of('2026-09-01')).toEqual([
    'in-date',
    null,
    null,
    'In date: Level 3 completed on 1 September 2026, done once.',
  ]);
});
