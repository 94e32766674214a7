import { inWords } from '../days.ts';
import { checkInWords, type HistoryEntry, withdrawnWords } from '../history.ts';
import { EVIDENCE_LABELS } from '../labels.ts';
import { counted } from '../words.ts';
import { type AskedField, missingOf } from './asked.ts';

/** What was typed of a completion, to be held against its picture; what is asked for and missing too. */
export function evidenceFacts(entry: HistoryEntry, asksFor: readonly AskedField[]) {
  const { provider, level, reference, trainingDays } = entry;
  const missing = missingOf({ ...entry, asksFor }, entry);
  const rows: { key: string; value: string | null; asked?: AskedField }[] = [
    { key: 'Completed', value: inWords(entry.completedOn) },
    { key: 'Evidence', value: EVIDENCE_LABELS[entry.evidence] },
    { key: 'Provider', value: provider, asked: 'provider' },
    { key: 'Level', value: level, asked: 'level' },
    { key: 'Number', value: reference, asked: 'number' },
    { key: 'Took', value: daysInWords(trainingDays), asked: 'days' },
    { key: 'Printed expiry', value: entry.printedExpiryOn && inWords(entry.printedExpiryOn) },
    { key: 'Note', value: entry.note },
    { key: 'Handed in', value: handedInWords(entry) },
  ];
  return rows.flatMap(({ key, value, asked }) => {
    if (value) return [{ key, value }];
    return asked && missing.includes(asked) ? [{ key, value: 'Not typed, and asked for' }] : [];
  });
}

function daysInWords(days: number | null): string | null {
  return days === null ? null : counted(days, 'day', 'days');
}

function handedInWords({ recordedOn, recordedBy, isHandedIn }: HistoryEntry): string {
  if (isHandedIn) return inWords(recordedOn);
  return `Entered on ${inWords(recordedOn)} by ${recordedBy ?? 'an import'}`;
}

/** How it stands by now, for whoever comes to look a second time. */
export function stateInWords(entry: HistoryEntry): string {
  const { state, checks } = entry;
  const check = checks.at(-1);
  if (state === 'withdrawn') return withdrawnWords(entry);
  if (state === 'awaiting-check') return 'Waits for a check.';
  if (!check) return 'Counts, and needs no check.';
  return checkInWords(check);
}
