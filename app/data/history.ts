import type { CertificateFields } from '#app/domain/evidence/asked.ts';
import type { HistoryEntry, PastCheck } from '#app/domain/history.ts';
import { dayInSchool } from '#app/platform/clock.ts';
import { listChecks, listHistory } from './completions.ts';
import type { Reader } from './database.ts';
import { listDeclarations } from './declarations.ts';
import { listCompletionFiles } from './evidence.ts';

/** Everything ever recorded for a person, the latest first: what was returned or withdrawn too. */
export function historyOf(reader: Reader, personId: number): HistoryEntry[] {
  const checks = Map.groupBy(listChecks(reader, personId), ({ completionId }) => completionId);
  const rows = listHistory(reader, personId);
  const files = listCompletionFiles(
    reader,
    rows.map(({ id }) => id),
  );
  const declared = new Map(
    listDeclarations(reader, personId).map((one) => [one.completionId, one]),
  );
  return rows.map((row) => {
    const own = checks.get(row.id) ?? [];
    return {
      id: row.id,
      requirementId: row.requirementId,
      requirement: row.requirementName,
      completedOn: row.completedOn,
      printedExpiryOn: row.printedExpiryOn,
      edition: row.edition,
      evidence: row.evidence,
      ...fieldsOf(row, own),
      note: row.note,
      earnedElsewhere: row.earnedElsewhere,
      isHandedIn: row.isHandedIn,
      recordedAt: row.recordedAt,
      recordedOn: row.recordedOn ?? dayInSchool(row.recordedAt),
      recordedBy: row.recordedBy,
      state: stateOf(row, own.at(-1)?.outcome ?? null),
      checks: own.map(pastCheck),
      withdrawnBecause: row.withdrawnBecause,
      declaration: declared.get(row.id) ?? null,
      files: files.get(row.id) ?? [],
    };
  });
}

/** As `historyOf`, for the person's own pages: with no way to a sheet that others signed too. */
export function ownHistoryOf(reader: Reader, personId: number): HistoryEntry[] {
  return historyOf(reader, personId).map((entry) =>
    entry.declaration?.isOnBehalf ? { ...entry, files: [] } : entry,
  );
}

type Check = ReturnType<typeof listChecks>[number];

/** What was typed, or else what whoever looked read off the evidence. */
function fieldsOf(typed: CertificateFields, checks: readonly Check[]): CertificateFields {
  const read = checks.at(-1);
  return {
    provider: typed.provider ?? read?.provider ?? null,
    level: typed.level ?? read?.level ?? null,
    reference: typed.reference ?? read?.reference ?? null,
    trainingDays: typed.trainingDays ?? read?.trainingDays ?? null,
  };
}

function pastCheck({ outcome, returnedFor, reason, checkedBy, checkedAt, checkedOn }: Check) {
  const on = checkedOn ?? dayInSchool(checkedAt);
  return { outcome, returnedFor, reason, by: checkedBy, at: checkedAt, on } satisfies PastCheck;
}

function stateOf(
  { needsCheck, withdrawnBecause }: { needsCheck: boolean; withdrawnBecause: string | null },
  outcome: 'accepted' | 'returned' | null,
): HistoryEntry['state'] {
  if (withdrawnBecause !== null) return 'withdrawn';
  if (outcome === 'returned') return 'returned';
  return needsCheck && outcome === null ? 'awaiting-check' : 'counts';
}
