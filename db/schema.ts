/**
 * The tables. Days are TEXT `YYYY-MM-DD`, instants TEXT in ISO 8601, UTC. Facts about training
 * (completions, checks, withdrawals) and the audit are only ever added to. No table holds anything
 * about a child. The migrations make every table STRICT.
 */

import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Day } from '#app/domain/days.ts';
import type { Audience, Basis, Category, Cycle, EvidenceKind } from '#app/domain/types.ts';

const id = () => integer('id').primaryKey();
const dayColumn = (name: string) => text(name).$type<Day>();
const instant = (name: string) => text(name);
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull().default(false);
const schoolId = () =>
  integer('school_id')
    .notNull()
    .references(() => schools.id);
const personId = () =>
  integer('person_id')
    .notNull()
    .references(() => people.id);
const requirementId = () =>
  integer('requirement_id')
    .notNull()
    .references(() => requirements.id);

/** What this database is: `demo` or `real`, the set-up code's hash, and the like. */
export const marks = sqliteTable('marks', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

export const trusts = sqliteTable('trusts', { id: id(), name: text('name').notNull() });

export const schools = sqliteTable('schools', {
  id: id(),
  trustId: integer('trust_id')
    .notNull()
    .references(() => trusts.id),
  key: text('key').notNull().unique(),
  name: text('name').notNull(),
  shortName: text('short_name').notNull(),
  noticeDays: integer('notice_days').notNull().default(60),
  gapDays: integer('gap_days').notNull().default(90),
  returnDays: integer('return_days').notNull().default(7),
  /** Raised in the transaction of every change to this school's facts; what is derived is remembered by it. */
  factsVersion: integer('facts_version').notNull().default(0),
});

export const terms = sqliteTable('terms', {
  id: id(),
  schoolId: schoolId(),
  name: text('name').notNull(),
  startsOn: dayColumn('starts_on').notNull(),
  endsOn: dayColumn('ends_on').notNull(),
});

export const appointmentKinds = sqliteTable(
  'appointment_kinds',
  {
    id: id(),
    schoolId: schoolId(),
    key: text('key').notNull(),
    label: text('label').notNull(),
    category: text('category').$type<Category>().notNull(),
  },
  (table) => [uniqueIndex('appointment_kinds_key').on(table.schoolId, table.key)],
);

export const people = sqliteTable(
  'people',
  {
    id: id(),
    schoolId: schoolId(),
    /** The stable id by which imports know this person. */
    ref: text('ref').notNull(),
    /** Either may be empty, not both: some people have one name. */
    firstName: text('first_name').notNull(),
    lastName: text('last_name').notNull(),
    email: text('email'),
    /** Said to have left, with no last day entered. */
    leftWithoutDay: flag('left_without_day'),
  },
  (table) => [
    uniqueIndex('people_ref').on(table.schoolId, table.ref),
    index('people_name').on(table.schoolId, table.lastName, table.firstName),
  ],
);

export const appointments = sqliteTable(
  'appointments',
  {
    id: id(),
    personId: personId(),
    kindId: integer('kind_id')
      .notNull()
      .references(() => appointmentKinds.id),
    startsOn: dayColumn('starts_on').notNull(),
    endsOn: dayColumn('ends_on'),
  },
  (table) => [index('appointments_person').on(table.personId)],
);

export const absences = sqliteTable(
  'absences',
  {
    id: id(),
    personId: personId(),
    startsOn: dayColumn('starts_on').notNull(),
    endsOn: dayColumn('ends_on'),
  },
  (table) => [index('absences_person').on(table.personId)],
);

export const publications = sqliteTable(
  'publications',
  {
    id: id(),
    schoolId: schoolId(),
    key: text('key').notNull(),
    title: text('title').notNull(),
  },
  (table) => [uniqueIndex('publications_key').on(table.schoolId, table.key)],
);

export const editions = sqliteTable(
  'editions',
  {
    id: id(),
    publicationId: integer('publication_id')
      .notNull()
      .references(() => publications.id),
    key: text('key').notNull(),
    title: text('title').notNull(),
    inForceFrom: dayColumn('in_force_from').notNull(),
    state: text('state').$type<'draft' | 'announced' | 'confirmed'>().notNull(),
    confirmedOn: dayColumn('confirmed_on'),
    dueBy: dayColumn('due_by'),
  },
  (table) => [uniqueIndex('editions_key').on(table.publicationId, table.key)],
);

export const requirements = sqliteTable(
  'requirements',
  {
    id: id(),
    schoolId: schoolId(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    whatCounts: text('what_counts').notNull(),
    whereToGo: text('where_to_go'),
    siteSpecific: flag('site_specific'),
    handedInCounts: text('handed_in_counts')
      .$type<'when-checked' | 'at-once'>()
      .notNull()
      .default('when-checked'),
    /** Null: the school's own. */
    noticeDays: integer('notice_days'),
    retiredFrom: dayColumn('retired_from'),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('requirements_key').on(table.schoolId, table.key)],
);

export const requirementMetBy = sqliteTable(
  'requirement_met_by',
  {
    requirementId: requirementId(),
    metById: integer('met_by_id')
      .notNull()
      .references(() => requirements.id),
  },
  (table) => [primaryKey({ columns: [table.requirementId, table.metById] })],
);

export const requirementVersions = sqliteTable(
  'requirement_versions',
  {
    id: id(),
    requirementId: requirementId(),
    startsOn: dayColumn('starts_on').notNull(),
    appliesToEarlier: flag('applies_to_earlier'),
  },
  (table) => [uniqueIndex('requirement_versions_start').on(table.requirementId, table.startsOn)],
);

export const requirementLines = sqliteTable(
  'requirement_lines',
  {
    id: id(),
    versionId: integer('version_id')
      .notNull()
      .references(() => requirementVersions.id),
    key: text('key').notNull(),
    audience: text('audience', { mode: 'json' }).$type<Audience>().notNull(),
    cycle: text('cycle', { mode: 'json' }).$type<Cycle>().notNull(),
    startWithin: integer('start_within').notNull(),
    rollOutOn: dayColumn('roll_out_on'),
    basis: text('basis', { mode: 'json' }).$type<Basis>().notNull(),
    suggestion: text('suggestion'),
  },
  (table) => [uniqueIndex('requirement_lines_key').on(table.versionId, table.key)],
);

export const coverRules = sqliteTable(
  'cover_rules',
  {
    id: id(),
    schoolId: schoolId(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    requirementId: requirementId(),
    parts: text('parts', { mode: 'json' })
      .$type<{ name: string; kinds: string[]; atLeast: number }[]>()
      .notNull(),
  },
  (table) => [uniqueIndex('cover_rules_key').on(table.schoolId, table.key)],
);

/** Append-only. What undoes one is a withdrawal; what accepts or returns one is a check. */
export const completions = sqliteTable(
  'completions',
  {
    id: id(),
    personId: personId(),
    requirementId: requirementId(),
    completedOn: dayColumn('completed_on').notNull(),
    printedExpiryOn: dayColumn('printed_expiry_on'),
    editionId: integer('edition_id').references(() => editions.id),
    evidence: text('evidence').$type<EvidenceKind>().notNull(),
    provider: text('provider'),
    reference: text('reference'),
    note: text('note'),
    earnedElsewhere: flag('earned_elsewhere'),
    /** Counts only once a check accepts it. */
    needsCheck: flag('needs_check'),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: integer('recorded_by').references(() => accounts.id),
    importId: integer('import_id').references((): AnySQLiteColumn => imports.id),
  },
  (table) => [index('completions_person').on(table.personId, table.requirementId)],
);

export const checks = sqliteTable(
  'checks',
  {
    id: id(),
    completionId: integer('completion_id')
      .notNull()
      .references(() => completions.id),
    outcome: text('outcome').$type<'accepted' | 'returned'>().notNull(),
    reason: text('reason'),
    checkedAt: instant('checked_at').notNull(),
    checkedBy: integer('checked_by')
      .notNull()
      .references(() => accounts.id),
  },
  (table) => [index('checks_completion').on(table.completionId)],
);

export const withdrawals = sqliteTable('withdrawals', {
  completionId: integer('completion_id')
    .primaryKey()
    .references(() => completions.id),
  reason: text('reason').notNull(),
  withdrawnAt: instant('withdrawn_at').notNull(),
  withdrawnBy: integer('withdrawn_by').references(() => accounts.id),
});

export const exemptions = sqliteTable(
  'exemptions',
  {
    id: id(),
    personId: personId(),
    requirementId: requirementId(),
    startsOn: dayColumn('starts_on').notNull(),
    endsOn: dayColumn('ends_on').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [index('exemptions_person').on(table.personId)],
);

export const bookings = sqliteTable(
  'bookings',
  {
    id: id(),
    personId: personId(),
    requirementId: requirementId(),
    bookedOn: dayColumn('booked_on').notNull(),
    provider: text('provider'),
  },
  (table) => [index('bookings_person').on(table.personId)],
);

export const accounts = sqliteTable('accounts', {
  id: id(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** Null until the invitation is taken up. */
  passwordHash: text('password_hash'),
});

export const accountPeople = sqliteTable(
  'account_people',
  {
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    personId: personId(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.personId] }),
    uniqueIndex('account_people_person').on(table.personId),
  ],
);

/** What an account may do beside what its appointments say. One of the two ids is set. */
export const grants = sqliteTable(
  'grants',
  {
    id: id(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    role: text('role').$type<'administrator' | 'trust-lead'>().notNull(),
    schoolId: integer('school_id').references(() => schools.id),
    trustId: integer('trust_id').references(() => trusts.id),
  },
  (table) => [
    uniqueIndex('grants_school').on(table.accountId, table.role, table.schoolId),
    uniqueIndex('grants_trust').on(table.accountId, table.role, table.trustId),
  ],
);

export const signIns = sqliteTable(
  'sign_ins',
  {
    /** SHA-256 of the id that the browser holds. */
    idHash: text('id_hash').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    /** Which of the account's places is open: a person's record, or the trust's or school's as such. */
    personId: integer('person_id').references(() => people.id),
    /** The school opened by an administrator with no record of their own there. */
    schoolId: integer('school_id').references(() => schools.id),
    startedAt: instant('started_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** The demo's day for this browser. */
    travelDay: dayColumn('travel_day'),
  },
  (table) => [index('sign_ins_account').on(table.accountId)],
);

/** One-time links: to make an account, or to set a new password. */
export const invitations = sqliteTable('invitations', {
  id: id(),
  tokenHash: text('token_hash').notNull().unique(),
  accountId: integer('account_id')
    .notNull()
    .references(() => accounts.id),
  purpose: text('purpose').$type<'invitation' | 'reset'>().notNull(),
  expiresAt: instant('expires_at').notNull(),
  usedAt: instant('used_at'),
});

/** Failed sign-ins, by account and by address, so that a restart forgives nothing. */
export const failures = sqliteTable(
  'failures',
  {
    id: id(),
    key: text('key').notNull(),
    failedAt: instant('failed_at').notNull(),
  },
  (table) => [index('failures_key').on(table.key, table.failedAt)],
);

/** `contents` may be erased when their time is over; the chain over the digests holds. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: id(),
    /** One chain a school, by the school's id; 0: what concerns the trust and accounts as such. */
    chain: integer('chain').notNull(),
    sequence: integer('sequence').notNull(),
    at: instant('at').notNull(),
    actorAccountId: integer('actor_account_id'),
    action: text('action').notNull(),
    /** Whose record it is about, where it is about somebody's. */
    personId: integer('person_id'),
    importId: integer('import_id'),
    /** JSON: who, on whose behalf, what before and after, why. */
    contents: text('contents'),
    contentsDigest: text('contents_digest').notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('audit_entries_sequence').on(table.chain, table.sequence),
    index('audit_entries_person').on(table.personId),
  ],
);

export const imports = sqliteTable('imports', {
  id: id(),
  schoolId: schoolId(),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  fileHash: text('file_hash').notNull(),
  state: text('state').$type<'staged' | 'done' | 'undone'>().notNull(),
  startedAt: instant('started_at').notNull(),
  doneAt: instant('done_at'),
  actorAccountId: integer('actor_account_id').references(() => accounts.id),
  /** While staged: the rows as read and how their headings were mapped. */
  staged: text('staged'),
  summary: text('summary', { mode: 'json' }).$type<Record<string, number>>(),
});

/** What an import did, row by row, so that it can be undone. */
export const importChanges = sqliteTable(
  'import_changes',
  {
    id: id(),
    importId: integer('import_id')
      .notNull()
      .references(() => imports.id),
    tableName: text('table_name').notNull(),
    rowId: integer('row_id').notNull(),
    /** JSON of the row before; null where the import made it. */
    before: text('before'),
    after: text('after'),
  },
  (table) => [index('import_changes_import').on(table.importId)],
);

/** How a school's file headings were mapped last time, by the headings themselves. */
export const importMappings = sqliteTable(
  'import_mappings',
  {
    id: id(),
    schoolId: schoolId(),
    kind: text('kind').notNull(),
    headings: text('headings').notNull(),
    mapping: text('mapping').notNull(),
  },
  (table) => [
    uniqueIndex('import_mappings_headings').on(table.schoolId, table.kind, table.headings),
  ],
);

/** Forms that have been acted on: sent twice, done once. */
export const sentForms = sqliteTable('sent_forms', {
  key: text('key').primaryKey(),
  accountId: integer('account_id'),
  sentAt: instant('sent_at').notNull(),
  /** JSON of what the act answered, so that the second answer is the same. */
  answer: text('answer').notNull(),
});
