import { and, desc, eq } from 'drizzle-orm';
import type { AskedField, CertificateFields } from '#app/domain/evidence/asked.ts';
import {
  accounts,
  checks,
  completions,
  editions,
  people,
  publications,
  requirements,
  withdrawals,
} from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

export type NewCompletion = typeof completions.$inferInsert;

export function addCompletion(transaction: Transaction, completion: NewCompletion): number {
  const row = transaction
    .insert(completions)
    .values(completion)
    .returning({ id: completions.id })
    .get();
  return row.id;
}

type Row = typeof completions.$inferSelect;

export type CompletionRecord = CertificateFields &
  Pick<
    Row,
    | 'id'
    | 'personId'
    | 'requirementId'
    | 'completedOn'
    | 'printedExpiryOn'
    | 'evidence'
    | 'note'
    | 'needsCheck'
    | 'recordedBy'
    | 'isHandedIn'
  > & {
    requirementName: string;
    asksFor: AskedField[];
    withdrawn: boolean;
    /** What the last check said, and who looked. */
    outcome: 'accepted' | 'returned' | null;
    checkedBy: string | null;
  };

/** One completion of somebody at this school, or null. */
export function findCompletion(
  reader: Reader,
  schoolId: number,
  completionId: number,
): CompletionRecord | null {
  const row = reader
    .select({
      id: completions.id,
      personId: completions.personId,
      requirementId: completions.requirementId,
      requirementName: requirements.name,
      asksFor: requirements.asksFor,
      completedOn: completions.completedOn,
      printedExpiryOn: completions.printedExpiryOn,
      evidence: completions.evidence,
      provider: completions.provider,
      level: completions.level,
      reference: completions.reference,
      trainingDays: completions.trainingDays,
      note: completions.note,
      needsCheck: completions.needsCheck,
      recordedBy: completions.recordedBy,
      isHandedIn: completions.isHandedIn,
      withdrawn: withdrawals.completionId,
    })
    .from(completions)
    .innerJoin(people, eq(people.id, completions.personId))
    .innerJoin(requirements, eq(requirements.id, completions.requirementId))
    .leftJoin(withdrawals, eq(withdrawals.completionId, completions.id))
    .where(and(eq(completions.id, completionId), eq(people.schoolId, schoolId)))
    .get();
  if (!row) return null;
  const check = findLastCheck(reader, row.id);
  return {
    ...row,
    withdrawn: row.withdrawn !== null,
    outcome: check?.outcome ?? null,
    checkedBy: check?.by ?? null,
  };
}

function findLastCheck(reader: Reader, completionId: number) {
  return reader
    .select({ outcome: checks.outcome, by: accounts.name })
    .from(checks)
    .innerJoin(accounts, eq(accounts.id, checks.checkedBy))
    .where(eq(checks.completionId, completionId))
    .orderBy(desc(checks.id))
    .limit(1)
    .get();
}

/**
 * In SQL, of a completion `t`: what was typed in one of its fields, or else what whoever accepted it
 * read off the evidence.
 */
export function typedOrRead(column: 'provider' | 'reference'): string {
  return `coalesce(t.${column}, (select c.${column} from checks c where c.completion_id = t.id
    order by c.id desc limit 1))`;
}

export function addCheck(transaction: Transaction, check: typeof checks.$inferInsert): void {
  transaction.insert(checks).values(check).run();
}

export function addWithdrawal(
  transaction: Transaction,
  withdrawal: typeof withdrawals.$inferInsert,
): void {
  transaction.insert(withdrawals).values(withdrawal).run();
}

/** The edition of one of this school's publications with this key, or null. */
export function findEditionId(
  reader: Reader,
  schoolId: number,
  publicationKey: string,
  editionKey: string,
): number | null {
  const row = reader
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(
      and(
        eq(publications.schoolId, schoolId),
        eq(publications.key, publicationKey),
        eq(editions.key, editionKey),
      ),
    )
    .get();
  return row?.id ?? null;
}

/** Everything ever recorded for one person, newest first: what was withdrawn or returned too. */
export function listHistory(reader: Reader, personId: number) {
  return reader
    .select({
      id: completions.id,
      requirementId: completions.requirementId,
      requirementName: requirements.name,
      completedOn: completions.completedOn,
      printedExpiryOn: completions.printedExpiryOn,
      edition: editions.title,
      evidence: completions.evidence,
      provider: completions.provider,
      level: completions.level,
      reference: completions.reference,
      trainingDays: completions.trainingDays,
      note: completions.note,
      earnedElsewhere: completions.earnedElsewhere,
      isHandedIn: completions.isHandedIn,
      needsCheck: completions.needsCheck,
      recordedAt: completions.recordedAt,
      recordedOn: completions.recordedOn,
      recordedBy: accounts.name,
      recordedById: completions.recordedBy,
      withdrawnBecause: withdrawals.reason,
      withdrawnAt: withdrawals.withdrawnAt,
    })
    .from(completions)
    .innerJoin(requirements, eq(requirements.id, completions.requirementId))
    .leftJoin(editions, eq(editions.id, completions.editionId))
    .leftJoin(accounts, eq(accounts.id, completions.recordedBy))
    .leftJoin(withdrawals, eq(withdrawals.completionId, completions.id))
    .where(eq(completions.personId, personId))
    .orderBy(desc(completions.completedOn), desc(completions.id))
    .all();
}

/** The checks of one person's completions, in order. */
export function listChecks(reader: Reader, personId: number) {
  return reader
    .select({
      completionId: checks.completionId,
      outcome: checks.outcome,
      reason: checks.reason,
      returnedFor: checks.returnedFor,
      provider: checks.provider,
      level: checks.level,
      reference: checks.reference,
      trainingDays: checks.trainingDays,
      checkedAt: checks.checkedAt,
      checkedOn: checks.checkedOn,
      checkedBy: accounts.name,
    })
    .from(checks)
    .innerJoin(completions, eq(completions.id, checks.completionId))
    .innerJoin(accounts, eq(accounts.id, checks.checkedBy))
    .where(eq(completions.personId, personId))
    .orderBy(checks.id)
    .all();
}
