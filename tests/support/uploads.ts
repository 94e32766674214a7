import { existsSync, readdirSync } from 'node:fs';
import type { AppLoadContext } from '@remix-run/node';
import { type TakenUploads, takeUploads } from '#app/auth/uploads.ts';
import { requireVisit, type Visit } from '#app/auth/visit.ts';
import type { Database } from '#app/data/database.ts';
import { contextFor, request, signInAs } from './context.ts';
import { freshDatabase } from './database.ts';
import { type Held, makeAccount, makePerson, makeSchool, makeTrust } from './people.ts';

/** Somebody who hands files in, at a school of a fresh database. */
export type Uploader = {
  database: Database;
  schoolId: number;
  personId: number;
  accountId: number;
  context: AppLoadContext;
  visit: Visit;
  cookie: string;
};

export async function freshUploader(): Promise<Uploader> {
  const database = freshDatabase();
  const schoolId = makeSchool(database, makeTrust(database), 'Grange');
  return uploaderAt(database, schoolId, 'Zoë Marsh');
}

/** A further person with an account at a school. */
export async function uploaderAt(
  database: Database,
  schoolId: number,
  name: string,
  held: Held[] = [{ kind: 'teacher' }],
): Promise<Uploader> {
  const personId = makePerson(database, schoolId, name, held);
  const email = `person${personId}@example.org`;
  const accountId = await makeAccount(database, { email, name, people: [personId] });
  const cookie = await signInAs(database, accountId);
  const context = contextFor(database);
  const visit = await requireVisit({ request: request('/my', cookie), context });
  return { database, schoolId, personId, accountId, context, visit, cookie };
}

export type Sent = { name: string; content: Uint8Array };

/** A form with these files, and with what was sent before. */
export function formOf(files: readonly Sent[], more: readonly [string, string][] = []): FormData {
  const form = new FormData();
  for (const { name, content } of files) {
    form.append('files', new File([new Uint8Array(content)], name));
  }
  for (const [field, value] of more) form.append(field, value);
  return form;
}

export function upload(
  { context, visit }: Uploader,
  form: FormData,
  limits = {},
): Promise<TakenUploads> {
  return takeUploads({ context }, visit, form, limits);
}

/** The names of everything that lies in the evidence folder. */
export function kept({ context: { evidence } }: Pick<Uploader, 'context'>): string[] {
  if (!existsSync(evidence.folder)) return [];
  return readdirSync(evidence.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();
}

/** The rows of the tables of files. */
export function rowsOf({ database }: Pick<Uploader, 'database'>) {
  const all = (table: string) => database.$client.prepare(`SELECT * FROM ${table}`).all();
  return { files: all('evidence_files'), waiting: all('waiting_files') };
}
