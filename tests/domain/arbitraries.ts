import fc from 'fast-check';
import { addDays, type Day, day } from '#app/domain/days.ts';
import type { Completion, Cycle, PersonFacts, Requirement } from '#app/domain/types.ts';
import { completion, line, person, requirement, teacher, time, version } from './support.ts';

const FIRST = day('2020-01-01');

/** Any day from 1900 to 2100. */
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: 0, max: 73_000 })
  .map((days) => addDays(day('1900-03-01'), days));

/** A day from 2020 to 2029, leap days and the ends of August more often than by chance. */
export const someDay: fc.Arbitrary<Day> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 3_600 }).map((days) => addDays(FIRST, days)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('2020-02-29', '2024-02-29', '2028-02-29').map((text) => day(text)),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('2025-08-31', '2025-09-01', '2026-08-17', '2026-08-18', '2026-10-31')
      .map((text) => day(text)),
  },
);

/** Every kind of cycle, with and without anniversaries. */
const someCycle: fc.Arbitrary<Cycle> = fc.oneof(
  fc.constantFrom(1, 12, 24, 36).map((months): Cycle => ({ kind: 'months', months })),
  fc
    .tuple(fc.constantFrom(12, 24), fc.constantFrom(0, 30, 60, 400))
    .map(
      ([months, keepAnniversaryDays]): Cycle => ({ kind: 'months', months, keepAnniversaryDays }),
    ),
  fc
    .constantFrom('10-31', '01-31', '02-29', '08-31')
    .map((dueBy): Cycle => ({ kind: 'academic-year', dueBy, earlyDays: 14 })),
  fc.constant<Cycle>({ kind: 'edition', publication: 'kcsie' }),
  fc.constant<Cycle>({ kind: 'once' }),
  fc.constant<Cycle>({ kind: 'not-stated' }),
);

/** Completions that count, wait or were returned; of this requirement, or of one that meets it. */
export const someCompletion: fc.Arbitrary<Completion> = fc
  .record({
    on: someDay,
    printed: fc.option(someDay),
    edition: fc.constantFrom(null, '2024', '2025', '2026'),
    requirementId: fc.constantFrom(1, 1, 1, 2),
    earnedElsewhere: fc.boolean(),
    check: fc.constantFrom('counts', 'counts', 'counts', 'awaiting-check', 'returned'),
  })
  .map(({ on, printed, ...more }) =>
    completion(on, { ...more, printedExpiryOn: printed } as Partial<Completion>),
  );

/** A requirement with one line in one to three versions. */
export const someRequirement: fc.Arbitrary<Requirement> = fc
  .record({
    versions: fc.uniqueArray(
      fc.record({ startsOn: someDay, cycle: someCycle, appliesToEarlier: fc.boolean() }),
      { minLength: 1, maxLength: 3, selector: ({ startsOn }) => startsOn },
    ),
    startWithin: fc.constantFrom(0, 7, 30),
    rollOutOn: fc.option(someDay),
    siteSpecific: fc.boolean(),
  })
  .map(({ versions, startWithin, rollOutOn, siteSpecific }) =>
    requirement([], {
      siteSpecific,
      metBy: [2],
      versions: [...versions]
        .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
        .map(({ startsOn, cycle, appliesToEarlier }) => ({
          ...version(startsOn, line(cycle, { startWithin, rollOutOn })),
          appliesToEarlier,
        })),
    }),
  );

const someTime = fc
  .tuple(someDay, fc.integer({ min: 0, max: 200 }))
  .map(([from, days]) => ({ from, to: addDays(from, days) }));

/** Somebody with appointments, absences and exemptions, who has completed a few things. */
export const somePerson: fc.Arbitrary<PersonFacts> = fc
  .record({
    joined: someDay,
    engagements: fc.array(someTime, { maxLength: 2 }),
    absences: fc.array(someTime, { maxLength: 2 }),
    exemptions: fc.array(someTime, { maxLength: 1 }),
    openAbsence: fc.option(someDay, { freq: 8 }),
    completions: fc.array(someCompletion, { maxLength: 6 }),
  })
  .map(({ joined, engagements, absences, exemptions, openAbsence, completions }) =>
    person({
      appointments: [teacher(joined), ...engagements.map(({ from, to }) => teacher(from, to))],
      absences: openAbsence === null ? absences : [...absences, time(openAbsence)],
      exemptions: exemptions.map((it) => ({ ...it, requirementId: 1, reason: 'agreed' })),
      completions,
    }),
  );
