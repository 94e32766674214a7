import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { beginningOf } from '#app/domain/offer/editing.ts';
import {
  foundInWords,
  offerAnswer,
  questionsToCheckInWords,
  type SectionStanding,
  stateInWords,
  stateOfSection,
  warningsAnswer,
} from '#app/domain/offer/overview.ts';
import { isPastReview, pastReviewWords, usualReviewBy } from '#app/domain/offer/section.ts';

const TODAY = day('2026-11-16');

function standing(more: Partial<SectionStanding> = {}): SectionStanding {
  return {
    retiredFrom: null,
    published: { reviewBy: day('2027-08-31') },
    hasDraft: false,
    ...more,
  };
}
const past = standing({ published: { reviewBy: day('2026-10-31') } });

describe('a section past its review', () => {
  test.each([
    ['2026-11-15', true],
    ['2026-11-16', false],
    ['2026-11-17', false],
  ])('to be looked at by %s: %s', (reviewBy, expected) => {
    expect(isPastReview({ reviewBy: day(reviewBy) }, TODAY)).toBe(expected);
  });

  test('says by when it was to be looked at, and whom to ask', () => {
    expect(pastReviewWords({ reviewBy: day('2026-10-31') }, TODAY)).toBe(
      'This was to be looked at again by 31 October 2026. Ask the DSL before you rely on it.',
    );
    expect(pastReviewWords({ reviewBy: TODAY }, TODAY)).toBeNull();
  });

  test.each([
    ['2026-11-16', '2027-08-31'],
    ['2027-06-01', '2027-08-31'],
    ['2027-06-02', '2028-08-31'],
    ['2027-08-31', '2028-08-31'],
    ['2027-09-01', '2028-08-31'],
  ])('checked on %s, it is usually looked at again by %s', (on, reviewBy) => {
    expect(usualReviewBy(day(on))).toBe(reviewBy);
  });
});

test.each([
  [standing(), 'current', 'Published, good until 31 August 2027'],
  [past, 'past-review', 'Past its review since 31 October 2026'],
  [standing({ published: null, hasDraft: true }), 'not-published', 'Not published yet'],
  [standing({ retiredFrom: TODAY }), 'retired', 'Retired since 16 November 2026'],
  [standing({ retiredFrom: day('2026-11-17') }), 'current', 'Published, good until 31 August 2027'],
] as const)('a section stands as it does: %j is %s, "%s"', (section, state, words) => {
  expect(stateOfSection(section, TODAY)).toBe(state);
  expect(stateInWords(section, TODAY)).toBe(words);
});

test.each([
  [[], 0, 'No sections.'],
  [[standing()], 0, '1 section; none is past its review.'],
  [[past, past, standing()], 1, '3 sections; 2 are past their review; 1 warning is open.'],
  [
    [past, standing({ hasDraft: true }), standing({ retiredFrom: TODAY })],
    3,
    '2 sections; 1 is past its review; 1 draft waits to be published; 3 warnings are open.',
  ],
  [
    [standing({ published: null, hasDraft: true })],
    0,
    'No sections; 1 draft waits to be published.',
  ],
])('the offer in one sentence', (sections, warnings, answer) => {
  expect(offerAnswer(sections, warnings, TODAY)).toBe(answer);
});

test.each([
  [0, 0, 'Nothing is noted here.'],
  [0, 9, 'None of 9 is dealt with yet.'],
  [1, 9, '1 of 9 is dealt with.'],
  [3, 9, '3 of 9 are dealt with.'],
  [9, 9, 'All 9 are dealt with.'],
  [1, 1, 'It is dealt with.'],
])('%i of %i warnings: %s', (dealtWith, all, words) => {
  expect(warningsAnswer(dealtWith, all)).toBe(words);
});

test.each([
  [0, 'No section says anything about “prevent”.'],
  [1, '1 section says something about “prevent”.'],
  [3, '3 sections say something about “prevent”.'],
])('%i found: %s', (found, words) => {
  expect(foundInWords(found, 'prevent')).toBe(words);
});

test.each([
  [0, 0, null],
  [1, 0, '1 question cites this section and stays in use: the title and the text are the same.'],
  [4, 0, '4 questions cite this section and stay in use: the title and the text are the same.'],
  [
    1,
    1,
    '1 question cites this section. It is marked “check me”, and not asked until somebody has held it against the new words.',
  ],
  [
    4,
    4,
    '4 questions cite this section. They are marked “check me”, and not asked until somebody has held them against the new words.',
  ],
  [
    4,
    3,
    '4 questions cite this section. 3 of them are marked “check me”, and not asked until somebody has held them against the new words.',
  ],
])('%i questions in use, %i to check', (inUse, toCheck, words) => {
  expect(questionsToCheckInWords({ inUse, toCheck })).toBe(words);
});

test('whoever begins to write begins from the draft, or else from what is read', () => {
  const draft = { id: 7, savedAt: '2026-11-16T09:00:00.000Z' };
  const published = { id: 5, savedAt: '2026-11-01T09:00:00.000Z' };
  expect(beginningOf({ draft, published })).toBe('7 2026-11-16T09:00:00.000Z');
  expect(beginningOf({ draft: null, published })).toBe('5 2026-11-01T09:00:00.000Z');
  // The same row saved again is another beginning.
  expect(beginningOf({ draft: { ...draft, savedAt: 'later' }, published })).toBe('7 later');
  expect(beginningOf({ draft: null, published: null })).toBe('');
});
