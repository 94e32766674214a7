import { stringify } from 'yaml';
import { z } from 'zod';
import { STANDARD_APPOINTMENT_KINDS } from '#app/domain/appointment-kinds.ts';
import { parseDay } from '#app/domain/days.ts';
import { ASKED_FIELDS } from '#app/domain/evidence/asked.ts';
import {
  type EditionOnFile,
  findPolicyFaults,
  type PolicyFile,
} from '#app/domain/import/policy-file.ts';
import { BASIS_KINDS, CATEGORIES } from '#app/domain/types.ts';
import { readYamlText } from './yaml-text.ts';
import { audience, day, key, maybe, words } from './yaml-types.ts';

const days = z.number().int().min(0).max(3_660);

const cycle = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('months'),
    months: z.number().int().min(1).max(240),
    keepAnniversaryDays: z.number().int().min(1).max(366).optional(),
  }),
  z.strictObject({
    kind: z.literal('academic-year'),
    dueBy: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .refine((text) => parseDay(`2027-${text}`) !== null, 'enter a month and day, like 10-31'),
    earlyDays: z.number().int().min(0).max(120).default(14),
  }),
  z.strictObject({ kind: z.literal('edition'), publication: key }),
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('not-stated') }),
]);

const line = z.strictObject({
  key,
  audience,
  cycle,
  startWithin: days,
  rollOutOn: maybe(day),
  basis: z.strictObject({
    kind: z.enum(BASIS_KINDS),
    document: words,
    place: words,
    says: words.optional(),
    url: z.url({ protocol: /^https?$/ }).optional(),
  }),
  suggestion: maybe(words),
});

const requirement = z.strictObject({
  key,
  name: words,
  whatCounts: words,
  whereToGo: maybe(words),
  siteSpecific: z.boolean().default(false),
  handedInCounts: z.enum(['when-checked', 'at-once']).default('when-checked'),
  metBy: z.array(key).default([]),
  asksFor: z.array(z.enum(ASKED_FIELDS)).default([]),
  minutesNeeded: maybe(z.number().int().min(1).max(1_440)),
  noticeDays: maybe(days),
  retiredFrom: maybe(day),
  versions: z
    .array(
      z.strictObject({
        startsOn: day,
        appliesToEarlier: z.boolean().default(false),
        lines: z.array(line).min(1, 'a version has at least one line'),
      }),
    )
    .min(1, 'a requirement has at least one version'),
});

const part = words.max(100);

const edition = z
  .strictObject({
    key,
    title: words,
    inForceFrom: day,
    state: z.enum(['draft', 'announced', 'confirmed']),
    confirmedOn: maybe(day),
    dueBy: maybe(day),
    corrects: maybe(key),
    whatChanged: maybe(words),
    link: maybe(z.url({ protocol: /^https?$/ })),
    source: maybe(words),
    parts: z.array(part).max(20).default([]),
    reads: z.array(z.strictObject({ parts: z.array(part).min(1), audience })).default([]),
    checkTopics: z.array(key).default([]),
    notes: z.array(z.strictObject({ notedOn: day, words })).default([]),
  })
  .refine(({ state, dueBy }) => state !== 'confirmed' || dueBy !== null, {
    message: 'a confirmed edition has a due-by day',
    path: ['dueBy'],
  });

const policy = z.strictObject({
  school: z.strictObject({ key, name: words, shortName: words }),
  settings: z
    .strictObject({
      noticeDays: days.default(60),
      gapDays: days.default(90),
      returnDays: days.default(7),
    })
    .prefault({}),
  terms: z
    .array(
      z
        .strictObject({ name: words, startsOn: day, endsOn: day })
        .transform(({ name, startsOn, endsOn }) => ({ name, from: startsOn, to: endsOn }))
        .refine(({ from, to }) => from <= to, 'the term ends before it begins'),
    )
    .default([]),
  appointmentKinds: z
    .array(z.strictObject({ key, label: words, category: z.enum(CATEGORIES) }))
    .default([])
    .transform(withStandardKinds),
  publications: z
    .array(z.strictObject({ key, title: words, editions: z.array(edition).default([]) }))
    .default([]),
  requirements: z.array(requirement),
  cover: z
    .array(
      z.strictObject({
        key,
        name: words,
        requirement: key,
        parts: z
          .array(
            z.strictObject({
              name: words,
              kinds: z.array(key).min(1),
              atLeast: z.number().int().min(1).max(100),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
});

export type ReadPolicy = { ok: true; policy: PolicyFile } | { ok: false; faults: string[] };

/** A school's policy file (YAML), or what is wrong with it, each with its place in the file. */
export function readPolicy(text: string): ReadPolicy {
  const read = readYamlText(text);
  if (!read.ok) return read;
  const parsed = policy.safeParse(read.value);
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map(tellIssue) };
  const faults = findPolicyFaults(parsed.data);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, policy: parsed.data };
}

function tellIssue({ path, message }: { path: PropertyKey[]; message: string }): string {
  return path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;
}

/** The standard kinds first, as the file may word them, then the school's own. */
function withStandardKinds(own: PolicyFile['appointmentKinds']): PolicyFile['appointmentKinds'] {
  const named = new Set(own.map(({ key }) => key));
  return [...STANDARD_APPOINTMENT_KINDS.filter(({ key }) => !named.has(key)), ...own];
}

/** The same file again, for an export: what stands at its default is left out. */
export function writePolicy(policy: PolicyFile): string {
  return stringify(fileOf(policy), { lineWidth: 100 });
}

function fileOf({ terms, appointmentKinds, publications, requirements, ...policy }: PolicyFile) {
  return withoutEmpty({
    ...policy,
    publications: publications.map(({ editions, ...publication }) => ({
      ...publication,
      editions: editions.map(editionOf),
    })),
    requirements: requirements.map(({ asksFor, ...requirement }) => ({
      ...requirement,
      asksFor: unlessNone(asksFor),
    })),
    terms: terms.map(({ name, from, to }) => ({ name, startsOn: from, endsOn: to })),
    appointmentKinds: appointmentKinds.filter((kind) => !isStandard(kind)),
  });
}

function editionOf({ parts, reads, checkTopics, notes, ...edition }: EditionOnFile) {
  return {
    ...edition,
    parts: unlessNone(parts),
    reads: unlessNone(reads),
    checkTopics: unlessNone(checkTopics),
    notes: unlessNone(notes),
  };
}

function unlessNone<T>(list: T[]): T[] | null {
  return list.length === 0 ? null : list;
}

function isStandard(kind: PolicyFile['appointmentKinds'][number]): boolean {
  return STANDARD_APPOINTMENT_KINDS.some(
    ({ key, label, category }) =>
      key === kind.key && label === kind.label && category === kind.category,
  );
}

/** Nulls say nothing in a file. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (value === null || typeof value !== 'object') return value;
  const said = Object.entries(value).filter(([, one]) => one !== null && one !== undefined);
  return Object.fromEntries(said.map(([name, one]) => [name, withoutEmpty(one)]));
}
