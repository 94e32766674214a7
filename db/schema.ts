/**
 * The tables. Days are TEXT `YYYY-MM-DD`, instants TEXT in ISO 8601, UTC. Facts about training
 * (completions, checks, withdrawals) and the audit are only ever added to. No table holds anything
 * about a child. The migrations make every table STRICT.
 */

import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Day } from '#app/domain/days.ts';
import type { AskedField } from '#app/domain/evidence/asked.ts';
import type { ReturnReason } from '#app/domain/evidence/returns.ts';
import type { Reads } from '#app/domain/publications/edition.ts';
import type { QuestionAnswer, QuestionOption, QuestionType } from '#app/domain/quiz/question.ts';
import type { QuizPart } from '#app/domain/quiz/quiz.ts';
import type { MopUpOutcome, SessionKind } from '#app/domain/sessions/session.ts';
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
  /** Does a quiz certificate, when its code is looked up, show the initials of its holder? */
  showsInitials: flag('shows_initials'),
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
    whatChanged: text('what_changed'),
    /** Where it is read: an address, or a file that the school keeps here. */
    link: text('link'),
    fileSha256: text('file_sha256').references(() => evidenceFiles.sha256),
    fileName: text('file_name'),
    /** Where its days and its parts are known from. */
    source: text('source'),
    /** What it has to read, in its own words: "Part one", "Annex A". Empty: it is read as a whole. */
    parts: text('parts', { mode: 'json' }).$type<string[]>().notNull().default([]),
    /** Which audience reads which of the parts; the school's choice for this edition. */
    reads: text('reads', { mode: 'json' }).$type<Reads[]>().notNull().default([]),
    /** The edition that this one puts right, where it is to be read again because of that. */
    correctsId: integer('corrects_id').references((): AnySQLiteColumn => editions.id),
    /** Topics of questions from which a check of understanding is drawn. */
    checkTopics: text('check_topics', { mode: 'json' }).$type<string[]>().notNull().default([]),
  },
  (table) => [uniqueIndex('editions_key').on(table.publicationId, table.key)],
);

/** Append-only: what was put right in an edition that need not be read again for it. */
export const editionNotes = sqliteTable(
  'edition_notes',
  {
    id: id(),
    editionId: integer('edition_id')
      .notNull()
      .references(() => editions.id),
    notedOn: dayColumn('noted_on').notNull(),
    words: text('words').notNull(),
    notedAt: instant('noted_at').notNull(),
    notedBy: integer('noted_by').references(() => accounts.id),
  },
  (table) => [index('edition_notes_edition').on(table.editionId)],
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
    /** What is asked of a certificate beside its day; missing, it is not accepted. */
    asksFor: text('asks_for', { mode: 'json' }).$type<AskedField[]>().notNull().default([]),
    /** How long somebody has to be there for a session to count; null: not said. */
    minutesNeeded: integer('minutes_needed'),
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
    /** The day in school on which it was recorded; null: before that was kept. */
    recordedOn: dayColumn('recorded_on'),
    /** Handed in by the person themselves. */
    isHandedIn: flag('is_handed_in'),
    level: text('level'),
    /** How many days the training took. */
    trainingDays: real('training_days'),
  },
  (table) => [index('completions_person').on(table.personId, table.requirementId)],
);

/**
 * What is kept of a file that was handed in, by the SHA-256 of what is kept. It lies in
 * DATA_DIR/evidence, and is there before its row is.
 */
export const evidenceFiles = sqliteTable('evidence_files', {
  sha256: text('sha256').primaryKey(),
  mediaType: text('media_type').$type<'image/jpeg' | 'image/png' | 'application/pdf'>().notNull(),
  bytes: integer('bytes').notNull(),
  /** Of a PDF. */
  pages: integer('pages'),
  /** The picture of a PDF's first page, to be looked at. */
  previewSha256: text('preview_sha256').references((): AnySQLiteColumn => evidenceFiles.sha256),
  storedAt: instant('stored_at').notNull(),
});

/** Handed in with a form that is not done yet, so that nobody chooses a file twice. Swept after a day. */
export const waitingFiles = sqliteTable(
  'waiting_files',
  {
    token: text('token').primaryKey(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    sha256: text('sha256')
      .notNull()
      .references(() => evidenceFiles.sha256),
    /** As it was called where it came from; only ever shown. */
    name: text('name').notNull(),
    handedInAt: instant('handed_in_at').notNull(),
  },
  (table) => [index('waiting_files_account').on(table.accountId)],
);

/** Append-only: the files behind a completion, in order. */
export const completionFiles = sqliteTable(
  'completion_files',
  {
    completionId: integer('completion_id')
      .notNull()
      .references(() => completions.id),
    position: integer('position').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => evidenceFiles.sha256),
    name: text('name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.completionId, table.position] }),
    index('completion_files_file').on(table.sha256),
  ],
);

/** Append-only: what somebody declared to have read, word for word. */
export const declarations = sqliteTable('declarations', {
  completionId: integer('completion_id')
    .primaryKey()
    .references(() => completions.id),
  words: text('words').notNull(),
  parts: text('parts', { mode: 'json' }).$type<string[]>().notNull(),
  /** Of the file that was read, where the school keeps it here. */
  fileSha256: text('file_sha256'),
  link: text('link'),
  /** Entered by a lead from a sheet that the person signed. */
  isOnBehalf: flag('is_on_behalf'),
});

/** What somebody asks the lead about something to read, and the answer. */
export const readingQuestions = sqliteTable(
  'reading_questions',
  {
    id: id(),
    editionId: integer('edition_id')
      .notNull()
      .references(() => editions.id),
    personId: personId(),
    words: text('words').notNull(),
    askedOn: dayColumn('asked_on').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: text('answer'),
    answeredOn: dayColumn('answered_on'),
    answeredAt: instant('answered_at'),
    answeredBy: integer('answered_by').references(() => accounts.id),
  },
  (table) => [
    index('reading_questions_person').on(table.personId),
    index('reading_questions_edition').on(table.editionId),
  ],
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
    /** Which of the reasons of the list it was returned for. */
    returnedFor: text('returned_for').$type<ReturnReason>(),
    checkedOn: dayColumn('checked_on'),
    /** What was not typed when it was handed in, read off the evidence by whoever accepted it. */
    provider: text('provider'),
    level: text('level'),
    reference: text('reference'),
    trainingDays: real('training_days'),
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

/** What the school calls its offer, and where the local authority's front door is. */
export const offers = sqliteTable('offers', {
  schoolId: integer('school_id')
    .primaryKey()
    .references(() => schools.id),
  /** "Early help offer", "Family help". */
  name: text('name').notNull(),
  frontDoorName: text('front_door_name'),
  frontDoorTelephone: text('front_door_telephone'),
  frontDoorOutOfHours: text('front_door_out_of_hours'),
  /** When it answers, in words. */
  frontDoorHours: text('front_door_hours'),
  frontDoorCheckedOn: dayColumn('front_door_checked_on'),
});

/** A section of the school's offer. What it says stands in its revisions. */
export const offerSections = sqliteTable(
  'offer_sections',
  {
    id: id(),
    schoolId: schoolId(),
    /** By which questions know it, and its address. */
    topic: text('topic').notNull(),
    position: integer('position').notNull(),
    /** First day on which it is no longer part of the offer. */
    retiredFrom: dayColumn('retired_from'),
  },
  (table) => [uniqueIndex('offer_sections_topic').on(table.schoolId, table.topic)],
);

/** A draft until it is published, and then as it is for ever. A section has one draft at most. */
export const offerRevisions = sqliteTable(
  'offer_revisions',
  {
    id: id(),
    sectionId: integer('section_id')
      .notNull()
      .references(() => offerSections.id),
    /** 1, 2, 3…: the published one with the highest is what is read. */
    number: integer('number').notNull(),
    title: text('title').notNull(),
    /** One line for the list of contents. */
    summary: text('summary').notNull(),
    /** Markdown. */
    body: text('body').notNull(),
    /** SHA-256 of title and body: by it a question knows that what it rests on has changed. */
    wordsHash: text('words_hash').notNull(),
    audience: text('audience', { mode: 'json' }).$type<Audience>().notNull(),
    sourceDocument: text('source_document').notNull(),
    sourcePlace: text('source_place').notNull(),
    checkedOn: dayColumn('checked_on').notNull(),
    /** Last day before it is to be looked at again. */
    reviewBy: dayColumn('review_by').notNull(),
    /** The kind of appointment whose holder answers for it. */
    owner: text('owner').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: integer('saved_by').references(() => accounts.id),
    publishedAt: instant('published_at'),
    publishedBy: integer('published_by').references(() => accounts.id),
  },
  (table) => [uniqueIndex('offer_revisions_number').on(table.sectionId, table.number)],
);

/** What is out of date or wrong in the school's own document, and what to do about it. */
export const offerWarnings = sqliteTable(
  'offer_warnings',
  {
    id: id(),
    schoolId: schoolId(),
    key: text('key').notNull(),
    /** Where in the document, in words. */
    place: text('place').notNull(),
    says: text('says').notNull(),
    problem: text('problem').notNull(),
    action: text('action').notNull(),
    dealtWithOn: dayColumn('dealt_with_on'),
    /** What was done. */
    dealtWith: text('dealt_with'),
  },
  (table) => [uniqueIndex('offer_warnings_key').on(table.schoolId, table.key)],
);

/** A question of a school's own, or of all the schools of a trust: one of the two ids is set. */
export const questions = sqliteTable(
  'questions',
  {
    id: id(),
    trustId: integer('trust_id').references(() => trusts.id),
    schoolId: integer('school_id').references(() => schools.id),
    key: text('key').notNull(),
  },
  (table) => [
    uniqueIndex('questions_of_trust').on(table.trustId, table.key),
    uniqueIndex('questions_of_school').on(table.schoolId, table.key),
  ],
);

/** What a question says; never changed. The one with the highest number is what is drawn. */
export const questionRevisions = sqliteTable(
  'question_revisions',
  {
    id: id(),
    questionId: integer('question_id')
      .notNull()
      .references(() => questions.id),
    number: integer('number').notNull(),
    topic: text('topic').notNull(),
    /** The topic of the section of the offer that it cites. */
    section: text('section').notNull(),
    type: text('type').$type<QuestionType>().notNull(),
    mustPass: flag('must_pass'),
    story: text('story'),
    text: text('text').notNull(),
    options: text('options', { mode: 'json' }).$type<QuestionOption[]>().notNull(),
    extras: text('extras', { mode: 'json' }).$type<string[]>().notNull(),
    sourceDocument: text('source_document').notNull(),
    sourcePlace: text('source_place').notNull(),
    savedAt: instant('saved_at').notNull(),
    savedBy: integer('saved_by').references(() => accounts.id),
  },
  (table) => [uniqueIndex('question_revisions_number').on(table.questionId, table.number)],
);

/** Append-only: a school's decisions about a question; the last one holds. */
export const questionDecisions = sqliteTable(
  'question_decisions',
  {
    id: id(),
    schoolId: schoolId(),
    questionId: integer('question_id')
      .notNull()
      .references(() => questions.id),
    decision: text('decision').$type<'confirmed' | 'set-aside'>().notNull(),
    /** What was confirmed: these words of the question against those of the section. */
    revisionId: integer('revision_id')
      .notNull()
      .references(() => questionRevisions.id),
    /** The section's `words_hash`; null where the school's offer has no such section. */
    sectionWords: text('section_words'),
    why: text('why'),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: integer('decided_by').references(() => accounts.id),
  },
  (table) => [index('question_decisions_question').on(table.schoolId, table.questionId)],
);

export const quizzes = sqliteTable(
  'quizzes',
  {
    id: id(),
    schoolId: schoolId(),
    key: text('key').notNull(),
    title: text('title').notNull(),
    about: text('about').notNull(),
    /** How many questions from which topics, in order. */
    parts: text('parts', { mode: 'json' }).$type<QuizPart[]>().notNull(),
    passMark: integer('pass_mark').notNull(),
    /** At least so many of the questions drawn are must-pass ones. */
    mustPassAtLeast: integer('must_pass_at_least').notNull().default(0),
    audience: text('audience', { mode: 'json' }).$type<Audience>().notNull(),
    /** What a pass completes; null: nothing. */
    requirementId: integer('requirement_id').references(() => requirements.id),
    allowsPractice: flag('allows_practice'),
    retry: text('retry').$type<'at-once' | 'next-day'>().notNull(),
    position: integer('position').notNull(),
    retiredFrom: dayColumn('retired_from'),
  },
  (table) => [uniqueIndex('quizzes_key').on(table.schoolId, table.key)],
);

/** One person's go at a quiz, with what the quiz asked when it began. Fixed once it is submitted. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: id(),
    quizId: integer('quiz_id')
      .notNull()
      .references(() => quizzes.id),
    personId: personId(),
    kind: text('kind').$type<'counts' | 'practice'>().notNull(),
    /** From which questions and the order of their options were drawn. */
    seed: integer('seed').notNull(),
    quizTitle: text('quiz_title').notNull(),
    passMark: integer('pass_mark').notNull(),
    /** Comes with the form that submits it; good for one submission. */
    submitToken: text('submit_token').notNull().unique(),
    startedOn: dayColumn('started_on').notNull(),
    startedAt: instant('started_at').notNull(),
    submittedOn: dayColumn('submitted_on'),
    submittedAt: instant('submitted_at'),
    score: integer('score'),
    hasPassed: integer('has_passed', { mode: 'boolean' }),
    completionId: integer('completion_id').references(() => completions.id),
  },
  (table) => [
    index('attempts_person').on(table.personId, table.quizId),
    index('attempts_quiz').on(table.quizId),
    // In two tabs or on two devices it is one attempt.
    uniqueIndex('attempts_open')
      .on(table.personId, table.quizId, table.kind)
      .where(sql`submitted_at IS NULL`),
  ],
);

/** The questions of an attempt in their order, with what was answered so far. */
export const attemptQuestions = sqliteTable(
  'attempt_questions',
  {
    attemptId: integer('attempt_id')
      .notNull()
      .references(() => attempts.id),
    position: integer('position').notNull(),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => questionRevisions.id),
    answer: text('answer', { mode: 'json' }).$type<QuestionAnswer>(),
    answeredAt: instant('answered_at'),
    isRight: integer('is_right', { mode: 'boolean' }),
  },
  (table) => [
    primaryKey({ columns: [table.attemptId, table.position] }),
    index('attempt_questions_revision').on(table.revisionId),
  ],
);

/** What is printed for a pass; its code tells nothing about the person. */
export const quizCertificates = sqliteTable('quiz_certificates', {
  id: id(),
  code: text('code').notNull().unique(),
  attemptId: integer('attempt_id')
    .notNull()
    .unique()
    .references(() => attempts.id),
  /** As it was when the quiz was passed. */
  personName: text('person_name').notNull(),
});

/** That a lead talked with somebody who had failed a quiz several times. Never what was said. */
export const quizTalks = sqliteTable(
  'quiz_talks',
  {
    id: id(),
    personId: personId(),
    quizId: integer('quiz_id')
      .notNull()
      .references(() => quizzes.id),
    talkedOn: dayColumn('talked_on').notNull(),
    notedAt: instant('noted_at').notNull(),
    notedBy: integer('noted_by').references(() => accounts.id),
  },
  (table) => [index('quiz_talks_person').on(table.personId, table.quizId)],
);

/** What is to be said at the next briefing, and when it was. */
export const briefingPoints = sqliteTable(
  'briefing_points',
  {
    id: id(),
    schoolId: schoolId(),
    /** The question that it came from. */
    revisionId: integer('revision_id').references(() => questionRevisions.id),
    words: text('words').notNull(),
    addedOn: dayColumn('added_on').notNull(),
    saidOn: dayColumn('said_on'),
    /** What was said. */
    said: text('said'),
  },
  (table) => [index('briefing_points_school').on(table.schoolId)],
);

/** A training event, or a short update: what it credits, who gives it, whom it is for. */
export const trainingSessions = sqliteTable(
  'training_sessions',
  {
    id: id(),
    schoolId: schoolId(),
    kind: text('kind').$type<SessionKind>().notNull(),
    title: text('title').notNull(),
    about: text('about'),
    /** As it stands on the register; the record beside it where it is somebody of the school. */
    trainer: text('trainer'),
    trainerPersonId: integer('trainer_person_id').references(() => people.id),
    /** What the trainer is to hold in date on the day of each sitting. */
    trainerHoldsId: integer('trainer_holds_id').references(() => requirements.id),
    audience: text('audience', { mode: 'json' }).$type<Audience>().notNull(),
    /** For those who missed it: the recording, and the quiz that shows it was understood. */
    recordingLink: text('recording_link'),
    recordingQuizId: integer('recording_quiz_id').references(() => quizzes.id),
    plannedOn: dayColumn('planned_on').notNull(),
    plannedAt: instant('planned_at').notNull(),
    plannedBy: integer('planned_by').references(() => accounts.id),
    /** The day on which the list of those who missed it was begun. */
    closedOn: dayColumn('closed_on'),
    calledOffOn: dayColumn('called_off_on'),
  },
  (table) => [index('training_sessions_school').on(table.schoolId)],
);

/** What being there completes. */
export const sessionCredits = sqliteTable(
  'session_credits',
  {
    sessionId: integer('session_id')
      .notNull()
      .references(() => trainingSessions.id),
    requirementId: requirementId(),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.requirementId] })],
);

/** One dated delivery of a session. */
export const sittings = sqliteTable(
  'sittings',
  {
    id: id(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => trainingSessions.id),
    heldOn: dayColumn('held_on').notNull(),
    /** `HH:MM`. */
    startsAt: text('starts_at'),
    minutes: integer('minutes'),
    place: text('place'),
    isMopUp: flag('is_mop_up'),
    /** Null while its register is open. */
    finalisedAt: instant('finalised_at'),
    finalisedOn: dayColumn('finalised_on'),
    finalisedBy: integer('finalised_by').references(() => accounts.id),
  },
  (table) => [index('sittings_session').on(table.sessionId)],
);

/** Who is on a sitting's register where that differs from its audience, and who was there. */
export const sittingPeople = sqliteTable(
  'sitting_people',
  {
    sittingId: integer('sitting_id')
      .notNull()
      .references(() => sittings.id),
    personId: personId(),
    /** `added`: turned up, or comes to this one; `not-expected`: does not work that day, say. */
    expected: text('expected').$type<'expected' | 'added' | 'not-expected'>().notNull(),
    attendance: text('attendance').$type<'there' | 'in-part' | 'not-there'>(),
    /** How long, where somebody was there in part. */
    minutes: integer('minutes'),
  },
  (table) => [
    primaryKey({ columns: [table.sittingId, table.personId] }),
    index('sitting_people_person').on(table.personId),
  ],
);

/** Photographs of the signed sheet. */
export const sittingFiles = sqliteTable(
  'sitting_files',
  {
    sittingId: integer('sitting_id')
      .notNull()
      .references(() => sittings.id),
    position: integer('position').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => evidenceFiles.sha256),
    name: text('name').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sittingId, table.position] }),
    index('sitting_files_file').on(table.sha256),
  ],
);

/** Append-only: why a register that was final was opened again. */
export const sittingReopenings = sqliteTable(
  'sitting_reopenings',
  {
    id: id(),
    sittingId: integer('sitting_id')
      .notNull()
      .references(() => sittings.id),
    reason: text('reason').notNull(),
    reopenedAt: instant('reopened_at').notNull(),
    reopenedBy: integer('reopened_by').references(() => accounts.id),
  },
  (table) => [index('sitting_reopenings_sitting').on(table.sittingId)],
);

/** Append-only: what was decided for somebody who missed a session; the last one holds. */
export const mopUps = sqliteTable(
  'mop_ups',
  {
    id: id(),
    sessionId: integer('session_id')
      .notNull()
      .references(() => trainingSessions.id),
    personId: personId(),
    outcome: text('outcome').$type<MopUpOutcome>().notNull(),
    /** The later sitting. */
    sittingId: integer('sitting_id').references(() => sittings.id),
    /** One to one with whom. */
    withWhom: text('with_whom'),
    /** Why it is not required. */
    reason: text('reason'),
    decidedOn: dayColumn('decided_on').notNull(),
    decidedAt: instant('decided_at').notNull(),
    decidedBy: integer('decided_by').references(() => accounts.id),
  },
  (table) => [index('mop_ups_session').on(table.sessionId, table.personId)],
);

/** Append-only: which completions a register or a mop-up wrote, so that exactly those can be withdrawn. */
export const sessionCompletions = sqliteTable(
  'session_completions',
  {
    completionId: integer('completion_id')
      .primaryKey()
      .references(() => completions.id),
    sessionId: integer('session_id')
      .notNull()
      .references(() => trainingSessions.id),
    sittingId: integer('sitting_id').references(() => sittings.id),
    mopUpId: integer('mop_up_id').references(() => mopUps.id),
  },
  (table) => [index('session_completions_session').on(table.sessionId)],
);

/** What a starter of this audience does in the first weeks. */
export const inductionLists = sqliteTable(
  'induction_lists',
  {
    id: id(),
    schoolId: schoolId(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    audience: text('audience', { mode: 'json' }).$type<Audience>().notNull(),
    position: integer('position').notNull(),
    /** For those who join its audience on this day or later; null: whenever they joined. */
    startsOn: dayColumn('starts_on'),
  },
  (table) => [uniqueIndex('induction_lists_key').on(table.schoolId, table.key)],
);

export const inductionSteps = sqliteTable(
  'induction_steps',
  {
    id: id(),
    listId: integer('list_id')
      .notNull()
      .references(() => inductionLists.id),
    key: text('key').notNull(),
    words: text('words').notNull(),
    /** Days from joining; 0: by the end of the first day. */
    within: integer('within').notNull(),
    /** Done when this is met; then nobody ticks it. */
    requirementId: integer('requirement_id').references(() => requirements.id),
    /** The kind of appointment whose holder ticks it beside the starter. */
    responsible: text('responsible').notNull(),
    position: integer('position').notNull(),
    retiredFrom: dayColumn('retired_from'),
    /** For those who join on this day or later; null: for all of the list's. */
    startsOn: dayColumn('starts_on'),
  },
  (table) => [uniqueIndex('induction_steps_key').on(table.listId, table.key)],
);

/** Append-only: the last of a side rules; it is taken back by one that is not done. */
export const inductionTicks = sqliteTable(
  'induction_ticks',
  {
    id: id(),
    stepId: integer('step_id')
      .notNull()
      .references(() => inductionSteps.id),
    personId: personId(),
    side: text('side').$type<'starter' | 'responsible'>().notNull(),
    isDone: integer('is_done', { mode: 'boolean' }).notNull(),
    tickedOn: dayColumn('ticked_on').notNull(),
    tickedAt: instant('ticked_at').notNull(),
    tickedBy: integer('ticked_by').references(() => accounts.id),
  },
  (table) => [index('induction_ticks_person').on(table.personId, table.stepId)],
);
