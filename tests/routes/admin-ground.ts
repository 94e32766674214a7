import type { ActionFunctionArgs } from '@remix-run/node';
import { newFormKey } from '#app/auth/visit.ts';
import type { Database } from '#app/data/database.ts';
import { day } from '#app/domain/days.ts';
import { cameOf, contextFor, request, sent, signInAs } from '#tests/support/context.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { kindIdOf, makeAccount, makePerson, makeSchool, makeTrust } from '#tests/support/people.ts';

type Run = (args: ActionFunctionArgs) => unknown;
type Params = Record<string, string | number>;

export type Ground = Awaited<ReturnType<typeof adminGround>>;

/** Two schools of a trust: an administrator, a DSL and a teacher here, a teacher at the other. */
export async function adminGround() {
  const database = freshDatabase();
  const trustId = makeTrust(database);
  const schoolId = makeSchool(database, trustId, 'Grange');
  const otherSchoolId = makeSchool(database, trustId, 'Parkside');
  const adminPersonId = makePerson(database, schoolId, 'Ada Min', [{ kind: 'office' }]);
  const adminId = await makeAccount(database, {
    email: 'ada@example.org',
    name: 'Ada Min',
    people: [adminPersonId],
    administers: [schoolId],
  });
  const dslPersonId = makePerson(database, schoolId, 'Dora Lead', [{ kind: 'dsl' }]);
  const dslId = await makeAccount(database, { email: 'dora@example.org', people: [dslPersonId] });
  const teacherId = makePerson(database, schoolId, 'Zoë Marsh');
  const strangerId = makePerson(database, otherSchoolId, 'Sam Stranger');
  return {
    database,
    schoolId,
    otherSchoolId,
    adminId,
    adminPersonId,
    dslId,
    dslPersonId,
    teacherId,
    strangerId,
    admin: await signInAs(database, adminId),
    dsl: await signInAs(database, dslId),
    kindId: (key: string) => kindIdOf(database, schoolId, key),
  };
}

/** What the loader answers this browser. */
export function opens(run: Run, { database }: Ground, cookie: string, path: string, params = {}) {
  return cameOf(run(argsOf(database, request(path, cookie), params)));
}

/** What the action answers this browser's form; with a key of its own where none is given. */
export function sends(
  run: Run,
  { database }: Ground,
  cookie: string,
  path: string,
  fields: Record<string, string>,
  params: Params = {},
) {
  const keyed = { formKey: newFormKey(), ...fields };
  return cameOf(run(argsOf(database, sent(path, keyed, cookie), params)));
}

function argsOf(database: Database, request: Request, params: Params): ActionFunctionArgs {
  const context = contextFor(database, { isDemo: true, requestedDay: day('2026-11-16') });
  const texts = Object.entries(params).map(([name, value]) => [name, String(value)]);
  return { request, context, params: Object.fromEntries(texts) };
}

/** The messages by field of an answer to a form. */
export function errorsIn({ body }: { body: unknown }): Record<string, string> {
  const { errors = [] } = body as { errors?: { field: string; message: string }[] };
  return Object.fromEntries(errors.map(({ field, message }) => [field, message]));
}
