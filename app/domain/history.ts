import { type Day, inWords } from './days.ts';
import type { CertificateFields } from './evidence/asked.ts';
import { RETURN_REASON_LABELS, type ReturnReason } from './evidence/returns.ts';
import type { ShownFile } from './evidence/shown.ts';
import { EVIDENCE_LABELS } from './labels.ts';
import type { Declaration } from './publications/declaration.ts';
import type { CheckState, EvidenceKind } from './types.ts';
import { counted } from './words.ts';

/** One completion as its story is told. */
export type HistoryEntry = CertificateFields & {
  id: number;
  requirementId: number;
  requirement: string;
  completedOn: Day;
  printedExpiryOn: Day | null;
  edition: string | null;
  evidence: EvidenceKind;
  note: string | null;
  earnedElsewhere: boolean;
  /** By the person themselves. */
  isHandedIn: boolean;
  recordedAt: string;
  recordedOn: Day;
  recordedBy: string | null;
  state: CheckState | 'withdrawn';
  checks: PastCheck[];
  withdrawnBecause: string | null;
  files: readonly ShownFile[];
  /** What was declared, word for word; null where nothing was, or no words were kept. */
  declaration: Declaration | null;
};

/** What somebody said who looked at the evidence. */
export type PastCheck = {
  outcome: 'accepted' | 'returned';
  returnedFor: ReturnReason | null;
  /** In their own words. */
  reason: string | null;
  by: string;
  at: string;
  on: Day;
};

/** "Certificate, NSPCC, number 123; printed expiry 3 March 2027". */
export function evidenceInWords(entry: HistoryEntry): string {
  const parts = [
    EVIDENCE_LABELS[entry.evidence],
    entry.edition,
    entry.provider,
    entry.level,
    entry.trainingDays && counted(entry.trainingDays, 'day', 'days'),
    entry.reference && `number ${entry.reference}`,
    entry.earnedElsewhere && 'earned elsewhere',
    entry.printedExpiryOn && `printed expiry ${inWords(entry.printedExpiryOn)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** Why something was returned: "It names another person. The name on it is E. Taylor." */
export function returnedBecause({
  returnedFor,
  reason,
}: Pick<PastCheck, 'returnedFor' | 'reason'>): string {
  // Where the list has no word for it, their own words are enough.
  const isListed = returnedFor !== null && (returnedFor !== 'other' || reason === null);
  const listed = isListed ? `${RETURN_REASON_LABELS[returnedFor]}.` : null;
  return [listed, reason && withFullStop(reason)].filter(Boolean).join(' ');
}

/** "Returned by Bronwen Sayle on 12 November 2026. It names another person." */
export function checkInWords({ outcome, by, on, ...why }: PastCheck): string {
  const done = `${outcome === 'accepted' ? 'Accepted' : 'Returned'} by ${by} on ${inWords(on)}.`;
  return [done, returnedBecause(why)].filter(Boolean).join(' ');
}

/** "Withdrawn: Handed in twice." */
export function withdrawnWords({ withdrawnBecause }: Pick<HistoryEntry, 'withdrawnBecause'>) {
  return `Withdrawn: ${withFullStop(withdrawnBecause ?? '')}`;
}

function withFullStop(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
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
