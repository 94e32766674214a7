import type { Day } from '#app/domain/days.ts';
import type { CertificateFields } from '#app/domain/evidence/asked.ts';
import { dayFault } from '#app/domain/evidence/hand-in.ts';
import type { HistoryEntry } from '#app/domain/history.ts';
import { readCertificateFields } from './certificate-fields.ts';
import { Fields, readId } from './fields.ts';
import type { FieldErrors, Parsed } from './parsed.ts';

export type HandInForm = CertificateFields & {
  requirementId: number;
  completedOn: Day;
  printedExpiryOn: Day | null;
  evidence: 'certificate' | 'self-reported';
  note: string | null;
};

type Context = {
  /** For which something can be handed in. */
  open: readonly number[];
  today: Day;
  /** What became of the files that came with the form. */
  uploads: { tokens: readonly string[]; errors: FieldErrors | undefined };
};

/** What somebody hands in, with what was wrong with its files in the place of their field. */
export function parseHandIn(form: FormData, { open, today, uploads }: Context): Parsed<HandInForm> {
  const fields = new Fields(form);
  const requirementId = fields.id('requirement', 'Choose what you have done');
  if (!open.includes(requirementId) && !fields.isWrong('requirement')) {
    fields.fail('requirement', 'Choose what you have done');
  }
  const hasNone = fields.isTicked('noCertificate');
  for (const { field, message } of uploads.errors ?? []) fields.fail(field, message);
  if (!hasNone && uploads.tokens.length === 0 && !fields.isWrong('files')) {
    fields.fail('files', 'Choose the certificate or photograph it, or say that you have none');
  }
  const completedOn = fields.day('completedOn', {
    missing: 'Enter the day it was completed',
    what: 'The day it was completed',
  });
  const certificate = readCertificateFields(fields);
  const printedExpiryOn = fields.optionalDay('printedExpiryOn', { what: 'The printed expiry' });
  if (!fields.isWrong('completedOn', 'printedExpiryOn')) {
    const fault = dayFault({ completedOn, printedExpiryOn }, today);
    if (fault) fields.fail(fault.field, fault.message);
  }
  const note = fields.optionalParagraph('note', { what: 'The note', max: 1000 });
  if (hasNone && note === null && !fields.isWrong('note')) {
    fields.fail('note', 'Say what you did, and where');
  }
  const evidence = hasNone ? 'self-reported' : 'certificate';
  return fields.parsed({
    requirementId,
    completedOn,
    printedExpiryOn,
    evidence,
    ...certificate,
    note,
  });
}

/** What an address asks of the page: for which requirement, and which returned one to hand in again. */
export function readHandInAsked(query: URLSearchParams) {
  const idIn = (name: string) => (query.has(name) ? (readId(query.get(name) ?? '') ?? 0) : null);
  return { requirementId: idIn('requirement'), again: idIn('again') };
}

/** What was just handed in, as the address of one's own page tells; null for nothing. */
export function readJustHandedIn(query: URLSearchParams): number | null {
  return readId(query.get('handed-in') ?? '');
}

/** What was typed of something that came back, as its form holds it. */
export function handInValues(entry: HistoryEntry): Record<string, string | null> {
  const { completedOn, printedExpiryOn, provider, level, reference, trainingDays, note } = entry;
  return {
    completedOn,
    printedExpiryOn,
    provider,
    level,
    reference,
    trainingDays: trainingDays === null ? null : String(trainingDays),
    note,
    noCertificate: entry.evidence === 'self-reported' ? 'yes' : null,
  };
}

/** Has whoever sends it read what is lost, or that it has run out? */
export function hasSeenWarnings(form: FormData): boolean {
  return form.get('seen') === 'yes';
}
