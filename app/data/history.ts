import type { HistoryEntry } from '#app/domain/history.ts';
import { listChecks, listHistory } from './completions.ts';
import type { Reader } from './database.ts';

/** Everything ever recorded for a person, the latest first: what was returned or withdrawn too. */
export function historyOf(reader: Reader, personId: number): HistoryEntry[] {
  const checks = Map.groupBy(listChecks(reader, personId), ({ completionId }) => completionId);
  return listHistory(reader, personId).map((row) => {
    const own = (checks.get(row.id) ?? []).map(({ outcome, reason, checkedBy, checkedAt }) => {
      return { outcome, reason, by: checkedBy, at: checkedAt };
    });
    return {
      id: row.id,
      requirementId: row.requirementId,
      requirement: row.requirementName,
      completedOn: row.completedOn,
      printedExpiryOn: row.printedExpiryOn,
      edition: row.edition,
      evidence: row.evidence,
      provider: row.provider,
      reference: row.reference,
      note: row.note,
      earnedElsewhere: row.earnedElsewhere,
      recordedAt: row.recordedAt,
      recordedBy: row.recordedBy,
      state: stateOf(row, own.at(-1)?.outcome ?? null),
      checks: own,
      withdrawnBecause: row.withdrawnBecause,
    };
  });
}

function stateOf(
  { needsCheck, withdrawnBecause }: { needsCheck: boolean; withdrawnBecause: string | null },
  outcome: 'accepted' | 'returned' | null,
): HistoryEntry['state'] {
  if (withdrawnBecause !== null) return 'withdrawn';
  if (outcome === 'returned') return 'returned';
  return needsCheck && outcome === null ? 'awaiting-check' : 'counts';
}
