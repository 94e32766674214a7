import { and, desc, eq } from 'drizzle-orm';
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

export type CompletionRecord = {
  id: number;
  personId: number;
  requirementId: number;
  requirementName: string;
  completedOn: typeof completions.$inferSelect.completedOn;
  needsCheck: boolean;
  recordedBy: number | null;
  withdrawn: boolean;
  /** What the last check said. */
  outcome: 'accepted' | 'returned' | null;
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
      completedOn: completions.completedOn,
      needsCheck: completions.needsCheck,
      recordedBy: completions.recordedBy,
      withdrawn: withdrawals.completionId,
    })
    .from(completions)
    .innerJoin(people, eq(people.id, completions.personId))
    .innerJoin(requirements, eq(requirements.id, completions.requirementId))
    .leftJoin(withdrawals, eq(withdrawals.completionId, completions.id))
    .where(and(eq(completions.id, completionId), eq(people.schoolId, schoolId)))
    .get();
  if (!row) return null;
  return { ...row, withdrawn: row.withdrawn !== null, outcome: lastOutcome(reader, row.id) };
}

function lastOutcome(reader: Reader, completionId: number) {
  const check = reader
    .select({ outcome: checks.outcome })
    .from(checks)
    .where(eq(checks.completionId, completionId))
    .orderBy(desc(checks.id))
    .limit(1)
    .get();
  return check?.outcome ?? null;
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
      reference: completions.reference,
      note: completions.note,
      earnedElsewhere: completions.earnedElsewhere,
      needsCheck: completions.needsCheck,
      recordedAt: completions.recordedAt,
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
      checkedAt: checks.checkedAt,
      checkedBy: accounts.name,
    })
    .from(checks)
    .innerJoin(completions, eq(completions.id, checks.completionId))
    .innerJoin(accounts, eq(accounts.id, checks.checkedBy))
    .where(eq(completions.personId, personId))
    .orderBy(checks.id)
    .all();
}
