import type { Day } from '#app/domain/days.ts';
import type { CertificateFields } from '#app/domain/evidence/asked.ts';
import type { EvidenceKind } from '#app/domain/types.ts';
import { readCertificateFields } from './certificate-fields.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** What is recorded here: declarations and quizzes are made by the person, on their own page. */
export const RECORDED_EVIDENCE = [
  'certificate',
  'register',
  'declaration',
  'self-reported',
] as const satisfies EvidenceKind[];

export type RecordCompletionsForm = CertificateFields & {
  personIds: number[];
  requirementId: number;
  completedOn: Day;
  printedExpiryOn: Day | null;
  edition: string | null;
  evidence: EvidenceKind;
  note: string | null;
  earnedElsewhere: boolean;
};

/** The same training for one person (whose id stands in the address) or for those who are ticked. */
export function parseRecordCompletions(
  form: FormData,
  personId?: number,
): Parsed<RecordCompletionsForm> {
  const fields = new Fields(form);
  return fields.parsed({
    personIds: personId ? [personId] : fields.ids('people', 'Choose at least one person'),
    requirementId: fields.id('requirement', 'Choose a requirement'),
    completedOn: fields.day('completedOn', {
      missing: 'Enter the day it was completed',
      what: 'The day it was completed',
    }),
    evidence: fields.choice('evidence', RECORDED_EVIDENCE, 'Choose what stands behind it'),
    edition: fields.optionalText('edition', { what: 'The edition', max: 100 }),
    printedExpiryOn: fields.optionalDay('printedExpiryOn', { what: 'The printed expiry' }),
    ...readCertificateFields(fields),
    note: fields.optionalParagraph('note', { what: 'The note', max: 1000 }),
    earnedElsewhere: fields.isTicked('earnedElsewhere'),
  });
}
