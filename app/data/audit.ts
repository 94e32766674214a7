import { createHash } from 'node:crypto';
import { and, desc, eq, sql } from 'drizzle-orm';
import { auditEntries } from '#db/schema.ts';
import type { Database, Reader, Transaction } from './database.ts';

/** One change, as an operation tells it. */
export type AuditEntry = {
  /** Noun and verb: `completion.recorded`, `person.changed`. */
  action: string;
  /** Whose record it is about, where it is about somebody's. */
  personId?: number | null;
  importId?: number | null;
  /** In words that a reader of the log understands. */
  about?: string;
  onBehalfOf?: string;
  before?: unknown;
  after?: unknown;
  why?: string;
};

type Told = AuditEntry & {
  schoolId: number | null;
  at: string;
  actor: { accountId: number | null; name: string };
};

/** What an entry tells; null where its contents were erased because their time was over. */
export type AuditContents = {
  by: string;
  about?: string;
  onBehalfOf?: string;
  before?: unknown;
  after?: unknown;
  why?: string;
};

export type AuditRow = {
  id: number;
  sequence: number;
  at: string;
  action: string;
  personId: number | null;
  contents: AuditContents | null;
};

/** The chain of what concerns accounts and the trust as such. */
const COMMON_CHAIN = 0;
const BEGINNING = '0'.repeat(64);

/**
 * Adds an entry to its school's chain. Each hash covers the one before it and the digest of its own
 * contents, so that contents can be erased later and the chain still holds.
 */
export function appendAudit(transaction: Transaction, told: Told): void {
  const chain = told.schoolId ?? COMMON_CHAIN;
  const last = findLastEntry(transaction, chain);
  const entry = {
    chain,
    sequence: (last?.sequence ?? 0) + 1,
    at: told.at,
    actorAccountId: told.actor.accountId,
    action: told.action,
    personId: told.personId ?? null,
    importId: told.importId ?? null,
  };
  const contents = contentsOf(told);
  const contentsDigest = sha256(contents);
  const previousHash = last?.hash ?? BEGINNING;
  const hash = hashOf({ ...entry, contentsDigest, previousHash });
  transaction
    .insert(auditEntries)
    .values({ ...entry, contents, contentsDigest, previousHash, hash })
    .run();
}

function contentsOf({ actor, about, onBehalfOf, before, after, why }: Told): string {
  return JSON.stringify({ by: actor.name, about, onBehalfOf, before, after, why });
}

function findLastEntry(reader: Reader, chain: number) {
  return reader
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.chain, chain))
    .orderBy(desc(auditEntries.sequence))
    .limit(1)
    .get();
}

type Linked = Pick<
  typeof auditEntries.$inferSelect,
  | 'chain'
  | 'sequence'
  | 'at'
  | 'actorAccountId'
  | 'action'
  | 'personId'
  | 'importId'
  | 'contentsDigest'
  | 'previousHash'
>;

function hashOf(entry: Linked): string {
  return sha256(
    JSON.stringify([
      entry.chain,
      entry.sequence,
      entry.at,
      entry.actorAccountId,
      entry.action,
      entry.personId,
      entry.importId,
      entry.contentsDigest,
      entry.previousHash,
    ]),
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The ends of all chains as one text: whoever keeps it can prove later that no tail is missing. */
export function auditHead(reader: Reader): string {
  return headOf(chainEnds(reader));
}

function chainEnds(reader: Reader): { chain: number; sequence: number; hash: string }[] {
  // SQLite takes the bare column from the row that holds the maximum.
  return reader
    .select({
      chain: auditEntries.chain,
      sequence: sql<number>`max(${auditEntries.sequence})`,
      hash: auditEntries.hash,
    })
    .from(auditEntries)
    .groupBy(auditEntries.chain)
    .orderBy(auditEntries.chain)
    .all();
}

/** `chain:sequence:hash` of each end, so that a later, longer database can be held against it. */
function headOf(ends: { chain: number; sequence: number; hash: string }[]): string {
  return ends.map((end) => `${end.chain}:${end.sequence}:${end.hash}`).join(',');
}

/** What is wrong with the audit, one line each; empty where every chain holds. */
export function findAuditFaults(database: Database, head?: string): string[] {
  const rows = database
    .select()
    .from(auditEntries)
    .orderBy(auditEntries.chain, auditEntries.sequence)
    .all();
  const faults: string[] = [];
  let previous: (typeof rows)[number] | null = null;
  for (const row of rows) {
    const first = previous?.chain !== row.chain;
    faults.push(...faultsOf(row, first ? null : previous));
    previous = row;
  }
  return head ? [...faults, ...findMissing(rows, head)] : faults;
}

type Row = typeof auditEntries.$inferSelect;

function faultsOf(row: Row, previous: Row | null): string[] {
  const name = `Entry ${row.sequence} of chain ${row.chain}`;
  const faults: string[] = [];
  if (row.sequence !== (previous?.sequence ?? 0) + 1) {
    faults.push(`${name}: an entry before it is missing`);
  }
  if (row.previousHash !== (previous?.hash ?? BEGINNING)) {
    faults.push(`${name}: it does not follow the entry before it`);
  }
  if (row.hash !== hashOf(row)) faults.push(`${name}: it was altered`);
  if (row.contents !== null && sha256(row.contents) !== row.contentsDigest) {
    faults.push(`${name}: its contents were altered`);
  }
  return faults;
}

function findMissing(rows: Row[], head: string): string[] {
  const known = new Map(rows.map((row) => [`${row.chain}:${row.sequence}`, row.hash]));
  return head.split(',').flatMap((end) => {
    const [chain, sequence, hash] = end.split(':');
    if (known.get(`${chain}:${sequence}`) === hash) return [];
    return [
      `Entry ${sequence} of chain ${chain}: it was there when the head was kept, and is not now`,
    ];
  });
}

/** Entries on a page. */
export const AUDIT_PAGE = 50;

/** A school's audit, newest first, a page of fifty at a time; one person's where `personId` is given. */
export function listAudit(
  reader: Reader,
  { schoolId, personId, page = 1 }: { schoolId: number; personId?: number; page?: number },
): AuditRow[] {
  const own = eq(auditEntries.chain, schoolId);
  return reader
    .select()
    .from(auditEntries)
    .where(personId === undefined ? own : and(own, eq(auditEntries.personId, personId)))
    .orderBy(desc(auditEntries.sequence))
    .limit(AUDIT_PAGE)
    .offset((page - 1) * AUDIT_PAGE)
    .all()
    .map((row) => ({
      id: row.id,
      sequence: row.sequence,
      at: row.at,
      action: row.action,
      personId: row.personId,
      contents: row.contents === null ? null : JSON.parse(row.contents),
    }));
}

/** How many entries `listAudit` has in all. */
export function countAudit(
  reader: Reader,
  { schoolId, personId }: { schoolId: number; personId?: number },
): number {
  const own = eq(auditEntries.chain, schoolId);
  const row = reader
    .select({ n: sql<number>`count(*)` })
    .from(auditEntries)
    .where(personId === undefined ? own : and(own, eq(auditEntries.personId, personId)))
    .get();
  return row?.n ?? 0;
}
