import { eq } from 'drizzle-orm';
import { sentForms } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** What a form with this key was answered, if this account sent it before. */
export function findSentForm(
  reader: Reader,
  key: string,
  accountId: number | null,
): { answer: unknown } | null {
  const row = reader.select().from(sentForms).where(eq(sentForms.key, key)).get();
  return row && row.accountId === accountId ? { answer: JSON.parse(row.answer) } : null;
}

export function keepSentForm(
  transaction: Transaction,
  form: { key: string; accountId: number | null; sentAt: string; answer: unknown },
): void {
  transaction
    .insert(sentForms)
    .values({ ...form, answer: JSON.stringify(form.answer) })
    .run();
}
