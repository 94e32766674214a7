import { STANDARD_APPOINTMENT_KINDS } from '#app/domain/appointment-kinds.ts';
import { type Day, day } from '#app/domain/days.ts';
import type {
  EditionOnFile,
  PolicyFile,
  RequirementOnFile,
} from '#app/domain/import/policy-file.ts';
import { type Audience, CATEGORIES, type Category, type Cycle } from '#app/domain/types.ts';
import type { SchoolSize } from './sizes.ts';

/** Of whom something is asked, and how often. */
export type Asked = { key: string; name: string; audience: Audience; cycle: Cycle };

const EVERYBODY: Category[] = ['staff', 'governor', 'volunteer', 'supply'];
const months = (count: number): Cycle => ({ kind: 'months', months: count });
const ONCE: Cycle = { kind: 'once' };
const of = (...categories: Category[]): Audience => ({ categories, kinds: [] });
const held = (...kinds: string[]): Audience => ({ categories: [], kinds });

const BY_AUDIENCE: [Audience, [string, Cycle][]][] = [
  [
    of(...EVERYBODY),
    [
      ['Safeguarding induction', ONCE],
      ['Safeguarding update', { kind: 'academic-year', dueBy: '10-31', earlyDays: 60 }],
      ['Prevent', months(24)],
      ['Data protection', months(24)],
      ['Code of conduct', months(12)],
    ],
  ],
  [
    of('staff', 'supply'),
    [
      ['Keeping children safe in education', { kind: 'edition', publication: 'kcsie' }],
      ['Online safety', months(12)],
      ['Fire safety', months(24)],
      ['Health and safety', months(36)],
      ['Anaphylaxis', months(24)],
      ['Female genital mutilation', months(24)],
      ['Child exploitation', months(24)],
    ],
  ],
  [
    of('staff'),
    [
      ['Manual handling', months(36)],
      ['Equality', months(24)],
      ['Cyber security', months(12)],
      ['Lone working', months(36)],
      ['Recording concerns', months(36)],
    ],
  ],
  [held('teacher', 'teaching-assistant', 'supply'), [['Behaviour and restraint', months(36)]]],
  [held('teaching-assistant'), [['Intimate care', months(36)]]],
  [held('teacher'), [['Educational visits', months(36)]]],
  [
    of('governor'),
    [
      ['Safeguarding for governors', months(24)],
      ['Safer recruitment', months(60)],
      ['Allegations', months(36)],
    ],
  ],
  [held('lunchtime'), [['Food hygiene', months(36)]]],
  [held('office'), [['Display screens', months(24)]]],
  [held('site'), [['Asbestos and legionella', months(12)]]],
  [held('pastoral'), [['Mental health first aid', months(36)]]],
  [
    held('dsl', 'deputy-dsl'),
    [
      ['Designated safeguarding lead', months(24)],
      ['Working together', months(12)],
    ],
  ],
  [held('dsl', 'headteacher'), [['Managing allegations', months(24)]]],
];

/** The thirty requirements of every school; in a dense trust each is for everybody. */
export function askedOf(isDense: boolean): Asked[] {
  return BY_AUDIENCE.flatMap(([audience, asked]) =>
    asked.map(([name, cycle]) => ({
      key: name.toLowerCase().replaceAll(' ', '-'),
      name,
      audience: isDense ? of(...CATEGORIES) : audience,
      cycle,
    })),
  );
}

const YEARS = [2021, 2022, 2023, 2024, 2025, 2026];

/** Editions of what is read each September, by the day from which they are in force. */
export const EDITIONS = YEARS.map((year) => ({
  key: `kcsie-${year}`,
  inForceFrom: day(`${year}-09-01`),
}));

/** Before anything that is recorded. */
const RULES_FROM = day('2016-09-01');

/** What a school of the benchmark asks. */
export function benchPolicy(school: SchoolSize, isDense: boolean): PolicyFile {
  const { key, name } = school;
  return {
    school: { key, name, shortName: name.replace('School ', '') },
    settings: { noticeDays: 60, gapDays: 90, returnDays: 7 },
    terms: [2025, 2026].map((year) => ({
      name: `Autumn term ${year}`,
      from: day(`${year}-09-01`),
      to: day(`${year}-12-18`),
    })),
    appointmentKinds: [...STANDARD_APPOINTMENT_KINDS],
    publications: [
      {
        key: 'kcsie',
        title: 'Keeping children safe in education',
        editions: EDITIONS.map((edition) => editionOf(edition)),
      },
    ],
    requirements: askedOf(isDense).map(requirementOf),
    cover: [],
  };
}

function editionOf({ key, inForceFrom }: { key: string; inForceFrom: Day }): EditionOnFile {
  const year = inForceFrom.slice(0, 4);
  return {
    key,
    title: `KCSIE ${year}`,
    inForceFrom,
    state: 'confirmed',
    confirmedOn: inForceFrom,
    dueBy: day(`${year}-10-31`),
    whatChanged: null,
    link: null,
    source: null,
    parts: [],
    reads: [],
    corrects: null,
    checkTopics: [],
    notes: [],
  };
}

function requirementOf({ key, name, audience, cycle }: Asked): RequirementOnFile {
  const basis = { kind: 'school-policy' as const, document: 'Training policy', place: name };
  const line = { key: 'all', audience, cycle, startWithin: 30, rollOutOn: null, basis };
  return {
    key,
    name,
    whatCounts: `${name}: the course, or the session in school.`,
    whereToGo: null,
    siteSpecific: false,
    handedInCounts: 'when-checked',
    noticeDays: null,
    retiredFrom: null,
    metBy: [],
    asksFor: [],
    minutesNeeded: null,
    versions: [
      { startsOn: RULES_FROM, appliesToEarlier: false, lines: [{ ...line, suggestion: null }] },
    ],
  };
}
