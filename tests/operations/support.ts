import { addAccount, linkPerson } from '#app/data/accounts.ts';
import { type AuditRow, findAuditFaults, listAudit } from '#app/data/audit.ts';
import type { Database } from '#app/data/database.ts';
import { type Day, day } from '#app/domain/days.ts';
import type { Cycle } from '#app/domain/types.ts';
import { type Act, Refusal } from '#app/operations/act.ts';
import * as schema from '#db/schema.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { kindIdOf, makePerson, makeSchool, makeTrust, write } from '#tests/support/people.ts';

export const TODAY = day('2026-11-16');

/** A school in a fresh database, with somebody who acts. */
export type Ground = {
  database: Database;
  schoolId: number;
  kinds: Record<'teacher' | 'dsl' | 'governor', number>;
  /** The administrator's own record and account. */
  actorId: number;
  accountId: number;
  act: Act;
};

/** A fresh database with one school, and its administrator acting. */
export function freshGround(): Ground {
  const database = freshDatabase();
  return groundIn(database, makeSchool(database, makeTrust(database), 'Grange'));
}

/** A further school beside the first, with its own people. */
export function otherGround({ database }: Ground): Ground {
  return groundIn(database, makeSchool(database, 1, 'Parkside'));
}

const SINCE_SEPTEMBER = [{ kind: 'teacher', from: '2026-09-01' }];

function groundIn(database: Database, schoolId: number): Ground {
  const kind = (key: string) => kindIdOf(database, schoolId, key);
  const kinds = { teacher: kind('teacher'), dsl: kind('dsl'), governor: kind('governor') };
  const actorId = makePerson(database, schoolId, 'Ada Min', SINCE_SEPTEMBER, 'A1');
  const accountId = write(database, (transaction) => {
    const email = `ada${schoolId}@example.org`;
    const added = addAccount(transaction, { email, name: 'Ada Min' });
    linkPerson(transaction, added, actorId);
    return added;
  });
  const actor = { accountId, personId: actorId, name: 'Ada Min' };
  const now = '2026-11-16T09:00:00.000Z';
  const act = { database, actor, schoolId, today: TODAY, now };
  return { database, schoolId, kinds, actorId, accountId, act };
}

/** Somebody at this school who has been a teacher since September. Answers their id. */
export function addTeacher({ database, schoolId }: Ground, ref = 'T1'): number {
  return makePerson(database, schoolId, `Zoë Marsh ${ref}`, SINCE_SEPTEMBER, ref);
}

type NewRequirement = { key: string; cycle?: Cycle; siteSpecific?: boolean };

/** A requirement for all staff since long ago. Answers its id. */
export function addRequirement(
  { database, schoolId }: Pick<Ground, 'database' | 'schoolId'>,
  { key, cycle = { kind: 'months', months: 24 }, siteSpecific = false }: NewRequirement,
): number {
  return write(database, (tx) => {
    const { requirements, requirementVersions, requirementLines } = schema;
    const values = { schoolId, key, name: key, whatCounts: 'It', siteSpecific, position: 1 };
    const requirementId = tx.insert(requirements).values(values).returning().get().id;
    const versionId = tx
      .insert(requirementVersions)
      .values({ requirementId, startsOn: day('2020-09-01') })
      .returning()
      .get().id;
    const audience = { categories: ['staff' as const], kinds: [] };
    const basis = { kind: 'school-policy' as const, document: 'Policy', place: '1' };
    const line = { versionId, key: 'all', audience, cycle, startWithin: 30, basis };
    tx.insert(requirementLines).values(line).run();
    return requirementId;
  });
}

/** The last entry of the school's audit. */
export function lastAudit({ database, schoolId }: Ground): AuditRow | undefined {
  return listAudit(database, { schoolId })[0];
}

/** What the act was refused for. Fails where it was not. */
export async function refusalOf(acting: Promise<unknown>): Promise<Refusal> {
  const answer = await acting.catch((error: unknown) => error);
  if (answer instanceof Refusal) return answer;
  throw new Error(`Not refused, but answered ${JSON.stringify(answer)}`);
}

/** Does the audit hold, and how long is the school's chain? */
export function auditLength({ database, schoolId }: Ground): number {
  if (findAuditFaults(database).length > 0) throw new Error('The audit does not hold');
  return listAudit(database, { schoolId }).length;
}

/** A day, short to write. */
export const on = (text: string): Day => day(text);
