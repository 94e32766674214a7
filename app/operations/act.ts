import { type AuditEntry, appendAudit } from '#app/data/audit.ts';
import { type Database, type Transaction, transact } from '#app/data/database.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { findSentForm, keepSentForm } from '#app/data/sent-forms.ts';
import type { Day } from '#app/domain/days.ts';

/** Who acts: an account, and the person record that it has open, where it has one. */
export type Actor = {
  /** Null: a command on the machine itself. */
  accountId: number | null;
  personId: number | null;
  /** As it stands in the audit. */
  name: string;
};

/** What every operation is told beside its command. */
export type Act = {
  database: Database;
  actor: Actor;
  /** The school whose facts change. Null: what concerns accounts or the trust as such. */
  schoolId: number | null;
  today: Day;
  /** This instant. */
  now: string;
  /** The key that came with the form: the same key again is answered as the first time. */
  formKey?: string | null;
};

/** What an act was refused for; nothing was written. The message is for the person at the page. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly kind: 'wrong' | 'not-found' | 'not-allowed' | 'conflict';
  /** The field that the message is about, where there is one. */
  readonly field: string | null;
  constructor(
    kind: 'wrong' | 'not-found' | 'not-allowed' | 'conflict',
    message: string,
    field: string | null = null,
  ) {
    super(message);
    this.kind = kind;
    this.field = field;
  }
}

/** The school that the act is about. Throws where it is about none: a fault of the caller. */
export function requireSchool(act: Act): number {
  if (act.schoolId === null) throw new Error('This act needs a school');
  return act.schoolId;
}

/** Writes one entry of the audit, in the act's own transaction. */
export type Audit = (entry: AuditEntry) => void;

/**
 * Carries out one act: everything that `write` does, its audit entries and the school's new facts
 * version stand in one transaction. A form that was sent before is answered with what it was
 * answered then, and nothing is written. An answer that is kept must survive JSON.
 */
export function carryOut<T>(act: Act, write: Write<T>): Promise<T> {
  return carryOutAside(act, (transaction, audit) => {
    const answer = write(transaction, audit);
    if (act.schoolId !== null) raiseFactsVersion(transaction, act.schoolId);
    return answer as never;
  });
}

/**
 * As `carryOut`, for what bears on no status: an answer to a question, an attempt that is begun. The
 * school's facts version stands, so that thirty people who take a quiz at once do not have the
 * school's standings reckoned anew at each of their answers.
 */
export function carryOutAside<T>(act: Act, write: Write<T>): Promise<T> {
  return transact(act.database, (transaction) =>
    answerOnce(
      act,
      transaction,
      () => write(transaction, (entry) => appendAudit(transaction, auditOf(act, entry))) as never,
    ),
  );
}

type Write<T> = (transaction: Transaction, audit: Audit) => T extends Promise<unknown> ? never : T;

/**
 * What `write` answers, in the transaction that is open; the answer of then where the act's form was
 * sent before, and nothing is written.
 */
export function answerOnce<T>(
  { formKey, actor: { accountId }, now }: Act,
  transaction: Transaction,
  write: () => T,
): T {
  if (!formKey) return write();
  const sent = findSentForm(transaction, formKey, accountId);
  if (sent) return sent.answer as T;
  const answer = write();
  keepSentForm(transaction, { key: formKey, accountId, sentAt: now, answer: answer ?? null });
  return answer;
}

/**
 * What the form with this key was answered when it was sent before; null where it was not. For an
 * act whose form cannot be read a second time, what it asked for being there by now.
 */
export function answerGiven<T>({ database, actor, formKey }: Act): T | null {
  const sent = formKey ? findSentForm(database, formKey, actor.accountId) : null;
  return sent ? (sent.answer as T) : null;
}

function auditOf(act: Act, entry: AuditEntry) {
  return { ...entry, schoolId: act.schoolId, at: act.now, actor: act.actor };
}
