import { type Day, inWords } from './days.ts';
import { EVIDENCE_LABELS } from './labels.ts';
import type { CheckState, EvidenceKind } from './types.ts';

/** One completion as its story is told. */
export type HistoryEntry = {
  id: number;
  requirementId: number;
  requirement: string;
  completedOn: Day;
  printedExpiryOn: Day | null;
  edition: string | null;
  evidence: EvidenceKind;
  provider: string | null;
  reference: string | null;
  note: string | null;
  earnedElsewhere: boolean;
  recordedAt: string;
  recordedBy: string | null;
  state: CheckState | 'withdrawn';
  checks: { outcome: 'accepted' | 'returned'; reason: string | null; by: string; at: string }[];
  withdrawnBecause: string | null;
};

/** "Certificate, NSPCC, number 123; printed expiry 3 March 2027". */
export function evidenceInWords(entry: HistoryEntry): string {
  const parts = [
    EVIDENCE_LABELS[entry.evidence],
    entry.edition,
    entry.provider,
    entry.reference && `number ${entry.reference}`,
    entry.earnedElsewhere && 'earned elsewhere',
    entry.printedExpiryOn && `printed expiry ${inWords(entry.printedExpiryOn)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** How much of a history stands on a page before all of it is asked for. */
const LATEST = 6;

/** A history as a page shows it: the latest, or all of it. */
export type HistoryShown = {
  entries: HistoryEntry[];
  count: number;
  /** The day of the earliest. */
  since: Day | null;
};

/** The latest of a history whose latest come first. What waits for a check is always among it. */
export function latestOf(history: HistoryEntry[], isAll: boolean): HistoryShown {
  const entries = history.filter(
    ({ state }, index) => isAll || index < LATEST || state === 'awaiting-check',
  );
  return { entries, count: history.length, since: history.at(-1)?.completedOn ?? null };
}
