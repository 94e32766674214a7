import type { EvidenceKind } from '../types.ts';
import { listed } from '../words.ts';

/** What a requirement may ask of a certificate beside the day on it. */
export const ASKED_FIELDS = ['provider', 'level', 'number', 'days'] as const;
export type AskedField = (typeof ASKED_FIELDS)[number];

/** As a form calls them. */
export const ASKED_LABELS: Record<AskedField, string> = {
  provider: 'Provider',
  level: 'Level',
  number: 'Certificate number',
  days: 'How many days it took',
};

/** As a sentence calls them: "the provider and the certificate number". */
export const ASKED_WORDS: Record<AskedField, string> = {
  provider: 'the provider',
  level: 'the level',
  number: 'the certificate number',
  days: 'how many days it took',
};

/** What was typed of a certificate, or read off it. */
export type CertificateFields = {
  provider: string | null;
  level: string | null;
  /** The certificate's number. */
  reference: string | null;
  /** How many days the training took. */
  trainingDays: number | null;
};

/** The name of the field in which it stands, in a form as in the record. */
export function fieldOf(asked: AskedField): keyof CertificateFields {
  return FIELD_OF[asked];
}

const FIELD_OF = {
  provider: 'provider',
  level: 'level',
  number: 'reference',
  days: 'trainingDays',
} as const satisfies Record<AskedField, keyof CertificateFields>;

/** What is asked for and not there yet, in the order of the list above. */
export function missingFields(
  asksFor: readonly AskedField[],
  fields: CertificateFields,
): AskedField[] {
  return ASKED_FIELDS.filter((one) => asksFor.includes(one) && fields[FIELD_OF[one]] === null);
}

/**
 * What keeps somebody from accepting it. A register, a declaration and a quiz are made here and have
 * nothing that could be asked for.
 */
export function missingOf(
  { evidence, asksFor }: { evidence: EvidenceKind; asksFor: readonly AskedField[] },
  fields: CertificateFields,
): AskedField[] {
  const isPaper = evidence === 'certificate' || evidence === 'self-reported';
  return isPaper ? missingFields(asksFor, fields) : [];
}

/** What to say of fields that are asked for: they stop the check, and nobody before it. */
export function missingWords(asked: readonly AskedField[]): string {
  const words = listed(asked.map((one) => ASKED_WORDS[one]));
  return `The school asks for ${words}. If you do not know, hand it in all the same: it has to be there before it can be accepted.`;
}
