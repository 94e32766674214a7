import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { anniversaryLoss, datePreview, policyChangePreview } from '#app/domain/preview.ts';
import { cycleInWords } from '#app/domain/statuses.ts';
import {
  BY_31_OCTOBER,
  completion,
  held,
  kcsie,
  line,
  MONTHS_24,
  person,
  policy,
  READ_KCSIE,
  requirement,
  version,
} from './support.ts';

const ON = day('2026-11-16');
const TEACHERS = { categories: [], kinds: ['teacher'] };
const KEEPS = { kind: 'months' as const, months: 12, keepAnniversaryDays: 60 };

describe('before a change is saved', () => {
  test('says who is added, who is dropped and who becomes overdue', () => {
    const teacher = person({ completions: [completion('2025-06-01')] });
    const cook = person({ appointments: [held('cook', '2015-09-01')] });
    const before = policy([requirement([line(MONTHS_24, { audience: TEACHERS })])]);
    const cooks = { categories: [], kinds: ['cook'] };
    const swapped = policy([requirement([line(MONTHS_24, { audience: cooks })])]);
    expect(policyChangePreview(before, swapped, [teacher, cook], ON)).toMatchObject([
      { added: [cook], dropped: [teacher], becomeOverdue: [cook] },
    ]);
    const shorter = policy([
      requirement([line({ kind: 'months', months: 12 }, { audience: TEACHERS })]),
    ]);
    expect(policyChangePreview(before, shorter, [teacher, cook], ON)).toMatchObject([
      { added: [], dropped: [], becomeOverdue: [teacher] },
    ]);
    expect(policyChangePreview(before, before, [teacher, cook], ON)).toEqual([]);
  });

  test('a requirement that is new or gone adds or drops everyone it is for', () => {
    const asked = policy([requirement([line(MONTHS_24)])]);
    const who = person();
    expect(policyChangePreview(policy([]), asked, [who], ON)[0]?.added).toEqual([who]);
    expect(policyChangePreview(asked, policy([]), [who], ON)[0]?.dropped).toEqual([who]);
  });
});

describe('for a typed day', () => {
  const preview = (
    cycle: Parameters<typeof line>[0],
    on: string,
    printed: string | null = null,
  ) => {
    const asked = requirement([line(cycle)]);
    return datePreview(policy([asked]), asked, day(on), printed === null ? null : day(printed))[0];
  };

  test.each([
    [
      MONTHS_24,
      '2025-09-01',
      null,
      '2027-09-01',
      'Completed on 1 September 2025, renewed every 24 months: valid to 1 September 2027.',
    ],
    [
      MONTHS_24,
      '2025-09-01',
      '2026-01-01',
      '2026-01-01',
      'Completed on 1 September 2025: valid to 1 January 2026, the day printed on the certificate; renewed every 24 months alone would reach 1 September 2027.',
    ],
    [
      BY_31_OCTOBER,
      '2026-08-25',
      null,
      '2027-10-31',
      'Completed on 25 August 2026, once each academic year, by 31 October: valid to 31 October 2027.',
    ],
    [
      { kind: 'once' } as const,
      '2026-08-25',
      null,
      null,
      'Completed on 25 August 2026: done once, it does not run out.',
    ],
    [
      { kind: 'not-stated' } as const,
      '2026-08-25',
      null,
      null,
      'Completed on 25 August 2026: no interval set, it does not run out.',
    ],
    [
      READ_KCSIE,
      '2026-09-25',
      null,
      null,
      'Completed on 25 September 2026: counts while the edition that was read is the one in force.',
    ],
  ])('%o on %s: until when it counts, and why', (cycle, on, printed, validTo, sentence) => {
    expect(preview(cycle, on, printed)).toMatchObject({ validTo, sentence });
  });

  test('an earlier day is reckoned by the version it was made under', () => {
    const yearly = version('2026-09-01', line({ kind: 'months', months: 12 }));
    const asked = requirement([], { versions: [version('2010-09-01', line(MONTHS_24)), yearly] });
    const validTo = (on: string) => datePreview(policy([asked]), asked, day(on), null)[0]?.validTo;
    expect(validTo('2026-08-31')).toBe('2028-08-31');
    expect(validTo('2026-09-01')).toBe('2027-09-01');
  });
});

describe('a renewal before its window', () => {
  const asked = requirement([line(KEEPS)]);
  const who = person({ completions: [completion('2025-10-20')] });
  const loss = (on: string) => anniversaryLoss(policy([asked]), who, asked, day(on));

  test('loses the days that it is early', () => {
    expect(loss('2026-08-20')).toEqual({
      daysLost: 61,
      windowOpensOn: '2026-08-21',
      validTo: '2027-08-20',
      validToIfKept: '2027-10-20',
    });
  });

  test('loses nothing within the window, after it, or where no anniversary is kept', () => {
    expect(loss('2026-08-21')).toBeNull();
    expect(loss('2026-10-21')).toBeNull();
    const plain = requirement([line(MONTHS_24)]);
    expect(anniversaryLoss(policy([plain]), who, plain, day('2026-01-01'))).toBeNull();
  });

  test('loses nothing where a printed expiry leaves no window', () => {
    const printed = person({
      completions: [completion('2025-10-20', { printedExpiryOn: day('2026-08-01') })],
    });
    expect(anniversaryLoss(policy([asked]), printed, asked, day('2026-07-01'))).toBeNull();
  });
});

describe('a cycle in words', () => {
  test.each([
    [MONTHS_24, 'renewed every 24 months'],
    [{ kind: 'months', months: 1 } as const, 'renewed every month'],
    [KEEPS, 'renewed every 12 months, keeping its day when renewed in the last 60 days'],
    [BY_31_OCTOBER, 'once each academic year, by 31 October'],
    [READ_KCSIE, 'each new edition of KCSIE'],
    [{ kind: 'once' } as const, 'done once'],
    [{ kind: 'not-stated' } as const, 'no interval set'],
  ])('%o', (cycle, words) => expect(cycleInWords(cycle, [kcsie()])).toBe(words));
});
