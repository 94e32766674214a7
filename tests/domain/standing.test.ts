import { describe, expect, test } from 'vitest';
import { day } from '#app/domain/days.ts';
import { sentenceOf } from '#app/domain/sentence.ts';
import { isAskedByGuidance, standingOf, standingsOf } from '#app/domain/standing.ts';
import type { Basis, PersonFacts, Requirement } from '#app/domain/types.ts';
import {
  BY_31_OCTOBER,
  completion,
  edition,
  held,
  kcsie,
  line,
  MONTHS_24,
  person,
  policy,
  READ_KCSIE,
  read,
  requirement,
  standing,
  status,
  teacher,
  time,
  version,
} from './support.ts';

const LAW: Basis = { kind: 'law', document: 'Act', place: 's1' };
const OWN: Basis = { kind: 'school-policy', document: 'Policy', place: 'p1' };
const LEADS = { categories: [], kinds: ['dsl', 'deputy-dsl'] };

function sentence(asked: Requirement, who: PersonFacts, on: string): string {
  return sentenceOf(policy([asked]), standing(asked, who, on));
}

describe('what is not required', () => {
  const level3 = requirement([line(MONTHS_24)]);

  test('is what no line is for, and nothing at all after the last day', () => {
    const cook = person({
      appointments: [{ ...held('cook', '2020-01-01'), category: 'volunteer' }],
    });
    expect(sentence(level3, cook, '2026-11-16')).toBe(
      'Not required: not for the roles held on 16 November 2026.',
    );
    const leaver = person({ appointments: [teacher('2020-01-01', '2026-11-13')] });
    expect(status(level3, leaver, '2026-11-13')).toBe('overdue');
    expect(sentence(level3, leaver, '2026-11-14')).toBe(
      'Not required: not in post on 14 November 2026.',
    );
  });

  test('begins with its first version, and says so before', () => {
    const coming = requirement([], { versions: [version('2027-01-04', line(MONTHS_24))] });
    const before = standing(coming, person(), '2027-01-03');
    expect(before.status).toBe('not-required');
    expect(before.comingOn).toBe('2027-01-04');
    expect(sentence(coming, person(), '2027-01-03')).toBe('Required from 4 January 2027.');
    expect(status(coming, person(), '2027-01-04')).toBe('not-yet-due');
    expect(standing(coming, person(), '2027-01-04').dueOn).toBe('2027-01-11');
  });

  test('ends on the day on which it is retired, with nothing to come', () => {
    const retired = { ...level3, retiredFrom: day('2026-11-16') };
    expect(status(retired, person(), '2026-11-15')).toBe('overdue');
    expect(status(retired, person(), '2026-11-16')).toBe('not-required');
    expect(standing(retired, person(), '2026-11-16').comingOn).toBeNull();
    const never = { ...retired, versions: [version('2027-01-04', line(MONTHS_24))] };
    expect(standing(never, person(), '2026-11-01').comingOn).toBeNull();
  });

  test('says from when, where a line or an appointment begins later', () => {
    const leads = line(MONTHS_24, { audience: LEADS });
    const widened = requirement([], {
      versions: [
        version('2020-09-01', leads),
        version('2027-01-04', leads, line(MONTHS_24, { key: 'b' })),
      ],
    });
    expect(standing(widened, person(), '2026-11-16').comingOn).toBe('2027-01-04');
    const promoted = person({
      appointments: [teacher('2015-09-01'), held('deputy-dsl', '2026-12-01')],
    });
    expect(standing(widened, promoted, '2026-11-16').comingOn).toBe('2026-12-01');
    const leaving = person({ appointments: [teacher('2015-09-01', '2026-12-31')] });
    expect(standing(widened, leaving, '2026-11-16').comingOn).toBeNull();
  });
});

describe('exemptions and absences', () => {
  const level3 = requirement([line(MONTHS_24)]);
  const exemption = {
    requirementId: 1,
    ...time('2026-11-10', '2026-11-17'),
    reason: 'course moved',
  };

  test('an exemption covers its first and its last day and no other requirement', () => {
    const who = person({ exemptions: [{ ...exemption, to: day('2026-11-17') }] });
    expect(status(level3, who, '2026-11-09')).toBe('overdue');
    expect(status(level3, who, '2026-11-10')).toBe('exempt');
    expect(status(level3, who, '2026-11-17')).toBe('exempt');
    expect(status(level3, who, '2026-11-18')).toBe('overdue');
    expect(status({ ...level3, id: 2 }, who, '2026-11-10')).toBe('overdue');
  });

  test('says what comes after, with the reason, up to the end of what touches', () => {
    const exemptions = [
      { ...exemption, to: day('2026-11-12') },
      { ...exemption, from: day('2026-11-13'), to: day('2026-11-17') },
    ];
    const who = person({ exemptions, completions: [completion('2024-11-15')] });
    expect(sentence(level3, who, '2026-11-10')).toBe(
      'Exempt until 17 November 2026 (course moved). After that: not yet due: ran out on 15 November 2026 (completed on 15 November 2024, renewed every 24 months), to be renewed by 25 November 2026, 7 days after the day of return, 18 November 2026.',
    );
  });

  test('an exemption from something else moves no due day', () => {
    const other = { ...exemption, requirementId: 2 };
    const who = person({
      exemptions: [{ ...other, to: day('2026-11-17') }],
      completions: [completion('2024-11-15')],
    });
    expect(standing(level3, who, '2026-11-16').overdueSince).toBe('2026-11-16');
  });

  test('being exempt comes before being away, and after it the absence is told', () => {
    const who = person({
      exemptions: [{ ...exemption, to: day('2026-11-17') }],
      absences: [time('2026-11-01', '2026-11-30')],
    });
    const found = standing(level3, who, '2026-11-10');
    expect([found.status, found.next?.status, found.next?.next?.status]).toEqual([
      'exempt',
      'away',
      'overdue',
    ]);
  });

  test('what was overdue before an absence is overdue again after it, since its first day', () => {
    const who = person({
      completions: [completion('2024-08-30')],
      absences: [time('2026-09-01', '2026-09-30')],
    });
    expect(status(level3, who, '2026-09-15')).toBe('away');
    expect(standing(level3, who, '2026-10-01').overdueSince).toBe('2026-08-31');
  });

  test('looking back from an absence, what was completed later is not told as to come', () => {
    const who = person({
      completions: [completion('2020-01-01'), completion('2026-09-20')],
      absences: [time('2026-09-01', '2026-09-30')],
    });
    expect(standing(level3, who, '2026-09-10').next?.status).toBe('overdue');
    expect(standing(level3, who, '2026-09-21').next?.status).toBe('in-date');
  });
});

describe('several lines', () => {
  const everyone = line({ kind: 'not-stated' }, { basis: OWN });
  const leads = line(MONTHS_24, { key: 'leads', audience: LEADS });
  const prevent = requirement([everyone, leads]);
  const lead = (completed: string) =>
    person({
      appointments: [teacher('2015-09-01'), held('dsl', '2020-01-01')],
      completions: [completion(completed)],
    });

  test('the one with the earliest due day rules; one that never falls due comes last', () => {
    const found = standing(prevent, lead('2023-05-01'), '2026-11-16');
    expect(found.status).toBe('overdue');
    expect(found.line?.key).toBe('leads');
    expect(found.lines).toHaveLength(2);
    expect(found.noInterval).toBe(false);
  });

  test('the same completions count for somebody who fits only the other', () => {
    const found = standing(
      prevent,
      person({ completions: [completion('2023-05-01')] }),
      '2026-11-16',
    );
    expect([found.status, found.noInterval]).toEqual(['in-date', true]);
  });

  test('on a tie the heavier basis rules', () => {
    const twice = requirement([
      line(MONTHS_24, { basis: OWN }),
      line(MONTHS_24, { key: 'law', basis: LAW }),
    ]);
    expect(standing(twice, person(), '2026-11-16').line?.key).toBe('law');
  });

  test('an earlier due day that is kept rules over a later one that is not met yet', () => {
    const both = requirement([
      line(MONTHS_24),
      line(READ_KCSIE, { key: 'edition', rollOutOn: null }),
    ]);
    const who = person({ completions: [completion('2024-12-01')] });
    const school = policy([both], {
      publications: [kcsie(edition('2026', { dueBy: day('2027-03-31') }))],
    });
    const sooner = standingOf(school, who, both, day('2026-11-16'));
    expect([sooner.status, sooner.line?.key]).toEqual(['due-soon', 'all']);
  });

  test('the heaviest basis among the overdue lines is what is broken', () => {
    const both = requirement([
      line({ kind: 'months', months: 12 }, { basis: OWN }),
      line(MONTHS_24, { key: 'law', basis: LAW }),
    ]);
    const broken = (on: string) =>
      standing(both, person({ completions: [completion(on)] }), '2026-11-16').breaks;
    expect(broken('2024-01-01')).toBe('law');
    expect(broken('2025-01-01')).toBe('school-policy');
    expect(broken('2026-01-01')).toBeNull();
  });

  test('can be looked at by those alone that law and guidance ask for', () => {
    const ofLaw = standingOf(
      policy([prevent]),
      lead('2023-05-01'),
      prevent,
      day('2026-11-16'),
      (it) => it.key === 'all',
    );
    expect(ofLaw.status).toBe('in-date');
    expect(isAskedByGuidance(line(MONTHS_24, { basis: LAW }))).toBe(true);
    expect(isAskedByGuidance(leads)).toBe(true);
    expect(isAskedByGuidance(everyone)).toBe(false);
    const partnership = { ...OWN, kind: 'local-partnership' as const };
    expect(isAskedByGuidance(line(MONTHS_24, { basis: partnership }))).toBe(false);
  });
});

describe('what counts', () => {
  const session = requirement([line(BY_31_OCTOBER)], { id: 2, name: 'The yearly session' });
  const cse = requirement([line(MONTHS_24)], { id: 1, name: 'CSE', metBy: [2] });

  test('what is met by another counts under its own cycle, one step and no further', () => {
    const third = requirement([line(MONTHS_24)], { id: 3, metBy: [1] });
    const who = person({ completions: [completion('2025-11-03', { requirementId: 2 })] });
    const school = policy([cse, session, third]);
    const found = standingsOf(school, who, day('2026-11-16'));
    expect(found.map((it) => it.status)).toEqual(['in-date', 'overdue', 'overdue']);
    expect(sentenceOf(school, found[0]!)).toBe(
      'In date to 3 November 2027: The yearly session, which counts here, completed on 3 November 2025, renewed every 24 months.',
    );
  });

  test('what was earned elsewhere counts, except declarations and what belongs to this site', () => {
    const elsewhere = { earnedElsewhere: true };
    const from = (more: object) =>
      person({ completions: [completion('2026-01-01', { ...elsewhere, ...more })] });
    const level3 = requirement([line(MONTHS_24)]);
    expect(status(level3, from({}), '2026-11-16')).toBe('in-date');
    expect(status(level3, from({ evidence: 'declaration' }), '2026-11-16')).toBe('overdue');
    expect(status({ ...level3, siteSpecific: true }, from({}), '2026-11-16')).toBe('overdue');
    const kcsieRead = requirement([line(READ_KCSIE)]);
    expect(
      status(
        kcsieRead,
        person({ completions: [read('2026', '2026-09-03', elsewhere)] }),
        '2026-11-16',
      ),
    ).toBe('overdue');
  });

  test('what belongs to another site counts for no other requirement either', () => {
    const induction = requirement([line(MONTHS_24)], { id: 2, siteSpecific: true });
    const met = requirement([line(MONTHS_24)], { metBy: [2] });
    const found = (earnedElsewhere: boolean) => {
      const done = completion('2026-01-01', { requirementId: 2, earnedElsewhere });
      const who = person({ completions: [done] });
      return standingOf(policy([met, induction]), who, met, day('2026-11-16')).status;
    };
    expect(found(false)).toBe('in-date');
    expect(found(true)).toBe('overdue');
  });

  test('an edition is met by no other requirement', () => {
    const kcsieRead = requirement([line(READ_KCSIE)], { metBy: [2] });
    const who = person({ completions: [read('2026', '2026-09-03', { requirementId: 2 })] });
    expect(status(kcsieRead, who, '2026-11-16')).toBe('overdue');
  });

  test('what waits for a check is said, beside a status that it does not change', () => {
    const level3 = requirement([line(MONTHS_24)]);
    const waiting = completion('2026-11-05', { check: 'awaiting-check' });
    const ranOut = person({ completions: [completion('2024-11-10'), waiting] });
    expect(standing(level3, ranOut, '2026-11-16').status).toBe('overdue');
    expect(sentence(level3, ranOut, '2026-11-16')).toBe(
      'Ran out on 10 November 2026; the certificate of 5 November 2026 waits for a check.',
    );
    expect(standing(level3, ranOut, '2026-11-04').awaitingCheck).toBeNull();
    const never = person({ appointments: [teacher('2026-10-01')], completions: [waiting] });
    expect(sentence(level3, never, '2026-11-16')).toBe(
      'Never done, due by 8 October 2026, within 7 days of joining on 1 October 2026; the certificate of 5 November 2026 waits for a check.',
    );
    const returned = person({ completions: [completion('2026-11-05', { check: 'returned' })] });
    expect(standing(level3, returned, '2026-11-16').awaitingCheck).toBeNull();
  });

  test('the nearest course that is booked is said, from its own day on no more', () => {
    const level3 = requirement([line(MONTHS_24)]);
    const booked = (on: string) => ({ requirementId: 1, on: day(on), provider: 'the county' });
    const who = person({
      appointments: [teacher('2026-11-01')],
      bookings: [booked('2026-12-09'), booked('2026-12-03'), booked('2026-11-15')],
    });
    expect(sentence(level3, who, '2026-11-16')).toBe(
      'Overdue since 9 November 2026: never done, due by 8 November 2026, within 7 days of joining on 1 November 2026; a course with the county is booked for 3 December 2026.',
    );
    expect(standing(level3, who, '2026-12-03').booked?.on).toBe('2026-12-03');
    expect(standing(level3, who, '2026-12-04').booked?.on).toBe('2026-12-09');
    expect(standing(level3, who, '2026-12-10').booked).toBeNull();
  });

  test('a printed expiry that wins is named', () => {
    const printed = completion('2025-09-01', { printedExpiryOn: day('2027-06-01') });
    const who = person({ completions: [printed] });
    expect(sentence(requirement([line(MONTHS_24)]), who, '2026-11-16')).toBe(
      'In date to 1 June 2027, the day printed on the certificate: Level 3 completed on 1 September 2025, renewed every 24 months, which alone would reach 1 September 2027.',
    );
  });
});

describe('the last day', () => {
  const level3 = requirement([line(MONTHS_24)]);
  const leaving = (lastDay: string) =>
    person({
      appointments: [teacher('2015-09-01', lastDay)],
      completions: [completion('2024-12-31')],
    });

  test('what falls due after it keeps its status and is not asked for', () => {
    const found = standing(level3, leaving('2026-12-30'), '2026-11-16');
    expect([found.status, found.asked]).toEqual(['due-soon', false]);
    expect(sentence(level3, leaving('2026-12-30'), '2026-11-16')).toBe(
      'Due soon: in date to 31 December 2026: Level 3 completed on 31 December 2024, renewed every 24 months; this falls after the last day here, 30 December 2026, and is not asked for.',
    );
  });

  test('what falls due on it is asked for, and so is all where somebody comes back soon', () => {
    expect(standing(level3, leaving('2026-12-31'), '2026-11-16').asked).toBe(true);
    const back = leaving('2026-12-30');
    back.appointments.push(teacher('2027-02-01'));
    expect(standing(level3, back, '2026-11-16').asked).toBe(true);
  });

  test('what does not run out is asked for whatever the last day', () => {
    const once = requirement([line({ kind: 'once' })]);
    expect(standing(once, leaving('2026-12-30'), '2026-11-16').asked).toBe(true);
  });
});
