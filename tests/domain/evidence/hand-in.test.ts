import { describe, expect, it } from 'vitest';
import { day } from '#app/domain/days.ts';
import {
  dayFault,
  handInWarnings,
  openToHandIn,
  takesHandIns,
} from '#app/domain/evidence/hand-in.ts';
import { standingsOf } from '#app/domain/standing.ts';
import {
  completion,
  line,
  MONTHS_24,
  person,
  policy,
  READ_KCSIE,
  requirement,
  version,
} from '../support.ts';
import { TODAY } from './support.ts';

const prevent = requirement([line(MONTHS_24)], { id: 1, name: 'Prevent' });

describe('what can be handed in', () => {
  it.each([
    ['a course', {}, true],
    ['what counts only when it is done here', { siteSpecific: true }, false],
    ['what is retired since today', { retiredFrom: TODAY }, false],
    ['what is retired from tomorrow', { retiredFrom: day('2026-11-17') }, true],
    ['what is read', { versions: [version('2020-09-01', line(READ_KCSIE))] }, false],
  ])('%s', (_, more, is) => {
    expect(takesHandIns({ ...prevent, ...more }, TODAY)).toBe(is);
  });

  it('is what is asked of them, in date or not, and what is coming', () => {
    const coming = { ...prevent, id: 2, versions: [version('2027-01-04', line(MONTHS_24))] };
    const audience = { categories: ['governor' as const], kinds: [] };
    const others = requirement([line(MONTHS_24, { audience })], { id: 3 });
    const school = policy([prevent, coming, others]);
    const inDate = person({ completions: [completion('2026-10-01')] });
    const open = openToHandIn(standingsOf(school, inDate, TODAY));
    expect(open.map(({ id }) => id)).toEqual([1, 2]);
  });
});

describe('the days', () => {
  it.each<[string, string | null, string | null, string]>([
    ['2026-11-16', null, null, 'today'],
    ['2026-11-17', null, 'completedOn', 'tomorrow'],
    ['2026-11-10', '2026-11-10', null, 'an expiry on the day itself'],
    ['2026-11-10', '2026-11-09', 'printedExpiryOn', 'an expiry the day before'],
  ])('%s with an expiry of %s: %s, %s', (on, expiry, field) => {
    const days = { completedOn: day(on), printedExpiryOn: expiry === null ? null : day(expiry) };
    expect(dayFault(days, TODAY)?.field ?? null).toBe(field);
  });

  it.each<[string, string | null, number, string]>([
    ['2024-11-15', null, 1, 'ran out yesterday'],
    ['2024-11-16', null, 0, 'runs out today'],
    ['2026-01-01', '2026-11-15', 1, 'by the day printed on it'],
    ['2026-01-01', '2026-11-16', 0, 'printed for today'],
  ])('done on %s, printed %s: %i warning, %s', (on, expiry, many) => {
    const days = { completedOn: day(on), printedExpiryOn: expiry === null ? null : day(expiry) };
    expect(handInWarnings(policy([prevent]), person(), prevent, days, TODAY)).toHaveLength(many);
  });

  it('of an early renewal say what is lost by it', () => {
    const keeps = { ...MONTHS_24, keepAnniversaryDays: 60 } as typeof MONTHS_24;
    const asked = requirement([line(keeps)], { id: 1 });
    const who = person({ completions: [completion('2025-03-01')] });
    const days = { completedOn: day('2026-11-10'), printedExpiryOn: null };
    expect(handInWarnings(policy([asked]), who, asked, days, TODAY)).toEqual([
      'This is early: it counts to 10 November 2028. Done on or after 31 December 2026 it would have counted to 1 March 2029, 111 days longer.',
    ]);
  });

  it('are reckoned by the lines that are the person’s own', () => {
    const yearly = { kind: 'months' as const, months: 12 };
    const leads = { categories: [], kinds: ['dsl'] };
    const both = requirement([line(yearly, { audience: leads, key: 'leads' }), line(MONTHS_24)]);
    const days = { completedOn: day('2025-06-01'), printedExpiryOn: null };
    expect(handInWarnings(policy([both]), person(), both, days, TODAY)).toEqual([]);
  });
});
