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
