import type { CertificateFields } from '#app/domain/evidence/asked.ts';
import type { Fields } from './fields.ts';

/** What stands on a certificate beside its day, as far as it was typed. */
export function readCertificateFields(fields: Fields): CertificateFields {
  return {
    provider: fields.optionalText('provider', { what: 'The provider', max: 200 }),
    level: fields.optionalText('level', { what: 'The level', max: 50 }),
    reference: fields.optionalText('reference', { what: 'The number', max: 100 }),
    trainingDays: readTrainingDays(fields),
  };
}

/** Whole days and halves; nobody is away on one course for more than a month. */
function readTrainingDays(fields: Fields): number | null {
  const name = 'trainingDays';
  const typed = fields.optionalText(name, { what: 'How many days it took', max: 9 });
  if (typed === null) return null;
  const days = /^\d{0,2}([.,]\d)?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
  if (days > 0 && days <= 31 && Number.isInteger(days * 2)) return days;
  fields.fail(name, 'Enter how many days it took, like 1, 2 or 0.5');
  return null;
}
