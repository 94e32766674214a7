import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { editionInForce } from '#app/domain/editions.ts';
import type { EditionDetails } from '#app/domain/publications/edition.ts';
import {
  confirmed,
  correctedEdition,
  hasRollOut,
  problemsOfConfirming,
  problemsOfReadingAgain,
  waitsToBeConfirmed,
} from '#app/domain/publications/edition-rules.ts';
import { announced, details, publication } from './support.ts';

const TODAY = day('2026-11-16');

describe('confirming', () => {
  const problems = (edition: EditionDetails, dueBy: string, ...others: EditionDetails[]) =>
    problemsOfConfirming(publication(...others, edition), edition, day(dueBy), TODAY);

  test.each([
    ['2026-11-15', 'dueBy'],
    ['2026-11-16', null],
    ['2026-11-30', null],
  ])('the due-by day %s of one whose day has come', (dueBy, field) => {
    const [problem] = problems(announced('2026'), dueBy, details('2025'));
    expect(problem?.field ?? null).toBe(field);
  });

  test.each([
    ['2026-12-31', 'dueBy'],
    ['2027-01-01', null],
  ])('the due-by day %s of one from 1 January', (dueBy, field) => {
    const coming = announced('2026', { inForceFrom: day('2027-01-01') });
    expect(problems(coming, dueBy, details('2025'))[0]?.field ?? null).toBe(field);
  });

  test('is refused for what is confirmed, and for what would never be the one to read', () => {
    expect(problems(details('2026'), '2026-11-30')).toHaveLength(1);
    const old = announced('2024', { key: 'old' });
    expect(problems(old, '2026-11-30', details('2025'))[0]?.message).toMatch(/KCSIE 2025 is in/);
  });

  test('is not hindered by one that comes later', () => {
    const later = details('2027', { confirmedOn: day('2026-11-01') });
    expect(problems(announced('2026'), '2026-11-30', later)).toEqual([]);
  });

  test('makes it the one in force from today, not before', () => {
    const now = confirmed(announced('2026'), day('2026-11-30'), TODAY);
    const both = publication(details('2025'), now);
    expect(editionInForce(both, day('2026-11-15'))?.key).toBe('2025');
    expect(editionInForce(both, TODAY)?.key).toBe('2026');
  });
});

describe('waiting to be confirmed', () => {
  const waits = (edition: EditionDetails, on: string, ...others: EditionDetails[]) =>
    waitsToBeConfirmed(publication(...others, edition), edition, day(on));

  test.each([
    ['2026-08-31', false],
    ['2026-09-01', true],
    ['2026-09-02', true],
  ])('of what is announced from 1 September, on %s: %s', (on, isWaiting) => {
    expect(waits(announced('2026'), on, details('2025'))).toBe(isWaiting);
  });

  test('is over once it is confirmed, and has not begun with a draft', () => {
    expect(waits(details('2026'), '2026-11-16')).toBe(false);
    expect(waits(announced('2026', { state: 'draft' }), '2026-11-16')).toBe(false);
  });

  test('is nothing for what would never be the one to read: nobody could end it', () => {
    const old = announced('2024', { key: 'old' });
    expect(waits(old, '2026-11-16', details('2025'))).toBe(false);
    const later = details('2027', { confirmedOn: day('2026-11-01') });
    expect(waits(announced('2026'), '2026-11-16', later)).toBe(true);
  });
});

describe('reading again', () => {
  const correction = (inForceFrom: string, dueBy = '2026-12-16') => ({
    inForceFrom: day(inForceFrom),
    dueBy: day(dueBy),
    whatChanged: 'The checks in Part three',
  });
  const problems = (inForceFrom: string, dueBy?: string, ...others: EditionDetails[]) =>
    problemsOfReadingAgain(
      publication(details('2025'), ...others),
      details('2025'),
      correction(inForceFrom, dueBy),
      TODAY,
    );

  test.each([
    ['2025-09-01', 'inForceFrom'],
    ['2025-09-02', null],
    ['2026-11-16', null],
    ['2026-12-16', null],
    ['2026-12-17', 'dueBy'],
  ])('from %s', (inForceFrom, field) => {
    expect(problems(inForceFrom)[0]?.field ?? null).toBe(field);
  });

  test('comes before what is announced, so that a later confirmation takes its place', () => {
    expect(problems('2026-09-01', undefined, announced('2026'))[0]?.message).toMatch(
      /before 1 September 2026, when KCSIE 2026/,
    );
    expect(problems('2026-08-31', undefined, announced('2026'))).toEqual([]);
  });

  test('is for the edition in force alone', () => {
    const both = publication(details('2024'), details('2025'));
    const found = problemsOfReadingAgain(both, details('2024'), correction('2024-10-01'), TODAY);
    expect(found[0]?.message).toMatch(/not the edition in force/);
  });

  test('is an edition of its own, with the same parts for the same people', () => {
    const reads = [{ parts: ['Part one'], audience: { categories: [], kinds: ['dsl'] } }];
    const edition = details('2025', { parts: ['Part one'], reads });
    const first = correctedEdition(publication(edition), edition, correction('2026-01-18'), TODAY);
    expect(first).toMatchObject({
      key: '2025-2',
      title: 'KCSIE 2025, corrected 18 January 2026',
      state: 'confirmed',
      confirmedOn: TODAY,
      dueBy: '2026-12-16',
      correctsId: 2025,
      parts: ['Part one'],
      reads,
    });
    const once = { ...first, id: 7 };
    const twice = correctedEdition(
      publication(edition, once),
      once,
      correction('2026-11-16'),
      TODAY,
    );
    expect(twice).toMatchObject({
      key: '2025-3',
      title: 'KCSIE 2025, corrected 16 November 2026',
      correctsId: 7,
    });
  });
});

test('a roll-out is of moment while its edition is in force, or to come', () => {
  const all = [details('2024'), details('2025'), details('2027'), announced('2026')];
  const shown = publication(...all);
  expect(all.map((one) => hasRollOut(shown, one, TODAY))).toEqual([false, true, true, false]);
});
