import type { Day } from '#app/domain/days.ts';
import { datePreview } from '#app/domain/preview.ts';
import { audienceInWords } from '#app/domain/rule-words.ts';
import type { Policy, Requirement } from '#app/domain/types.ts';
import { Fields } from './fields.ts';
import type { Parsed } from './parsed.ts';

/** A day of completion to try out on a rule, and the expiry printed on the certificate. */
export type TriedDay = { completedOn: Day; printedExpiryOn: Day | null };

/** Null where no day was typed. */
export function parseTriedDay(form: FormData): Parsed<TriedDay | null> {
  const fields = new Fields(form);
  const completedOn = fields.optionalDay('tried', { what: 'The day of completion' });
  const printedExpiryOn = fields.optionalDay('printed', { what: 'The printed expiry' });
  if (completedOn === null) return fields.parsed(null);
  if (printedExpiryOn !== null && printedExpiryOn < completedOn) {
    fields.fail('printed', 'The printed expiry must be on or after the day of completion');
  }
  return fields.parsed({ completedOn, printedExpiryOn });
}

/** What the tried day would give under each line. */
export type TriedLine = { key: string; who: string; validTo: Day | null; sentence: string };

/** The valid to of the tried day, line by line. */
export function triedLines(
  policy: Policy,
  requirement: Requirement,
  { completedOn, printedExpiryOn }: TriedDay,
): TriedLine[] {
  return datePreview(policy, requirement, completedOn, printedExpiryOn).map(
    ({ line, validTo, sentence }) => ({
      key: line.key,
      who: audienceInWords(line.audience, policy.appointmentKinds),
      validTo,
      sentence,
    }),
  );
}
