import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { completedBy, whyNotCompletable } from '#app/domain/quiz/completable.ts';
import { passInWords } from '#app/domain/quiz/pass-words.ts';
import type { Requirement } from '#app/domain/types.ts';
import {
  completion,
  line,
  MONTHS_24,
  person,
  policy,
  READ_KCSIE,
  requirement,
  teacher,
  version,
} from '../support.ts';

const ON = day('2026-11-16');
const asked = requirement([line(MONTHS_24)]);
const read = requirement([line(READ_KCSIE)]);

describe('a requirement', () => {
  test.each<[string, Requirement, ReturnType<typeof whyNotCompletable>]>([
    ['that is asked for', asked, null],
    ['that is retired from tomorrow', { ...asked, retiredFrom: day('2026-11-17') }, null],
    ['that is retired from today', { ...asked, retiredFrom: ON }, 'retired'],
    ['that is read by edition', read, 'by-edition'],
    ['of which one line is read by edition', twoLines(), 'by-edition'],
    ['that was read by edition until yesterday', changed(READ_KCSIE, MONTHS_24), null],
    ['that is read by edition from today', changed(MONTHS_24, READ_KCSIE), 'by-edition'],
    [
      'that begins later',
      requirement([], { versions: [version('2027-01-01', line(MONTHS_24))] }),
      null,
    ],
  ])('%s', (_, one, why) => {
    expect(whyNotCompletable(one, ON)).toBe(why);
    expect(completedBy({ requirementId: 1 }, [one], ON)).toBe(why === null ? one : null);
  });

  test('that a quiz does not name is not completed by it', () => {
    expect(completedBy({ requirementId: null }, [asked], ON)).toBeNull();
    expect(completedBy({ requirementId: 2 }, [asked], ON)).toBeNull();
  });
});

function twoLines() {
  return requirement([line(MONTHS_24), line(READ_KCSIE, { key: 'leads' })]);
}

function changed(before: typeof MONTHS_24, after: typeof MONTHS_24) {
  const versions = [version('2010-09-01', line(before)), version(ON, line(after))];
  return requirement([], { versions });
}

describe('of a pass', () => {
  const done = completion(ON, { evidence: 'quiz' });
  const zoe = person({ appointments: [teacher('2020-09-01')], completions: [done] });
  const completed = { requirementId: 1, completionId: done.id };
  const told = (one: Requirement, more = {}) => {
    const pass = { passedOn: ON, completed: null, requirementId: 1, ...more };
    return passInWords(policy([one]), zoe, pass, day('2026-12-01'));
  };

  test('it is told what it counts for and until when', () => {
    expect(told(asked, { completed })).toBe('It counts for Level 3 until 16 November 2028.');
  });

  test('it is told why it completes nothing', () => {
    expect(told({ ...asked, retiredFrom: ON })).toBe(
      'It completes nothing: Level 3 is no longer asked for.',
    );
    expect(told(read)).toBe(
      'It completes nothing: Level 3 is declared by whoever has read it, and not completed by a quiz.',
    );
  });

  test('nothing is told where its quiz was to complete nothing, or names something only now', () => {
    expect(told(asked, { requirementId: null })).toBeNull();
    expect(told(asked)).toBeNull();
  });

  test('that was earned before the requirement was retired, it is told that it counts', () => {
    const retired = { ...asked, retiredFrom: day('2026-11-30') };
    expect(told(retired, { completed })).toContain('It counts for Level 3');
    expect(told(retired)).toBeNull();
  });
});
