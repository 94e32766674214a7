import type { ActionFunctionArgs } from '@remix-run/node';
import sharp from 'sharp';
import { newFormKey } from '#app/auth/visit.ts';
import { day } from '#app/domain/days.ts';
import type { AskedField } from '#app/domain/evidence/asked.ts';
import * as schema from '#db/schema.ts';
import { formOf } from '#tests/forms/support.ts';
import { cameOf, contextFor } from '#tests/support/context.ts';
import { write } from '#tests/support/people.ts';
import type { LeadGround } from './lead-ground.ts';

type Run = (args: ActionFunctionArgs) => unknown;

/** What the action answers this browser's form with a file in it, as a browser sends such a form. */
export function sendsFiles(
  run: Run,
  { database }: LeadGround,
  cookie: string,
  path: string,
  { fields, files = [], params = {} }: Sending,
) {
  const body = formOf({ formKey: newFormKey(), ...fields });
  for (const file of files) body.append('files', file);
  const context = contextFor(database, { isDemo: true, requestedDay: day('2026-11-16') });
  const url = `${context.settings.origin}${path}`;
  const request = new Request(url, { method: 'POST', body, headers: { Cookie: cookie } });
  const texts = Object.entries(params).map(([name, value]) => [name, String(value)]);
  return cameOf(run({ request, context, params: Object.fromEntries(texts) }));
}

type Sending = {
  fields: Record<string, string | string[]>;
  files?: File[];
  params?: Record<string, string | number>;
};

/** A small photograph of a certificate. */
export async function photo(name = 'certificate.png'): Promise<File> {
  const size = { width: 60, height: 40, channels: 3 as const, background: '#fdfaf0' };
  const bytes = await sharp({ create: size }).png().toBuffer();
  return new File([new Uint8Array(bytes)], name, { type: 'image/png' });
}

/** The school asks for these of every certificate. */
export function asks({ database }: LeadGround, asksFor: AskedField[]): void {
  write(database, (tx) => tx.update(schema.requirements).set({ asksFor }).run());
}
