import { addCompletion } from '#app/data/completions.ts';
import { raiseFactsVersion } from '#app/data/schools.ts';
import { day } from '#app/domain/days.ts';
import type { EvidenceKind } from '#app/domain/types.ts';
import { addRequirement } from '#tests/operations/support.ts';
import { signInAs } from '#tests/support/context.ts';
import { makeAccount, makePerson, write } from '#tests/support/people.ts';
import { adminGround, type Ground } from './admin-ground.ts';

export type LeadGround = Awaited<ReturnType<typeof leadGround>>;

/**
 * As the administrators' ground: a lead and a teacher; beside them a deputy, a headteacher and the
 * teacher's own account, and two requirements of everybody on the staff.
 */
export async function leadGround() {
  const ground = await adminGround();
  const { database, schoolId, teacherId } = ground;
  const deputyPersonId = makePerson(database, schoolId, 'Leanne Okoro', [{ kind: 'deputy-dsl' }]);
  const headPersonId = makePerson(database, schoolId, 'Marian Oakes', [{ kind: 'headteacher' }]);
  const accountOf = async (email: string, personId: number) =>
    signInAs(database, await makeAccount(database, { email, people: [personId] }));
  return {
    ...ground,
    deputyPersonId,
    headPersonId,
    deputy: await accountOf('leanne@example.org', deputyPersonId),
    head: await accountOf('marian@example.org', headPersonId),
    teacher: await accountOf('zoe@example.org', teacherId),
    preventId: addRequirement(ground, { key: 'prevent' }),
    level3Id: addRequirement(ground, {
      key: 'level-3',
      cycle: { kind: 'months', months: 24, keepAnniversaryDays: 60 },
    }),
  };
}

type Done = {
  on: string;
  needsCheck?: boolean;
  evidence?: EvidenceKind;
  /** Long ago where nothing is said. */
  recordedOn?: string;
};

/** Somebody's completion, as if recorded long ago. Answers its id. */
export function completed(
  { database, schoolId }: Ground,
  personId: number,
  requirementId: number,
  { on, needsCheck = false, evidence = 'certificate', recordedOn }: Done,
): number {
  return write(database, (transaction) => {
    raiseFactsVersion(transaction, schoolId);
    return addCompletion(transaction, {
      personId,
      requirementId,
      completedOn: day(on),
      evidence,
      needsCheck,
      recordedAt: '2026-11-01T09:00:00.000Z',
      recordedOn: recordedOn === undefined ? null : day(recordedOn),
    });
  });
}

/** How many statements the database runs while `act` does. */
export async function statementsOf({ database }: Ground, act: () => unknown): Promise<number> {
  const client = database.$client;
  const prepare = client.prepare;
  let statements = 0;
  client.prepare = function counting(this: typeof client, sql: string) {
    const statement = prepare.call(this, sql);
    for (const method of ['all', 'get', 'run', 'iterate'] as const) {
      const original = statement[method].bind(statement) as (...values: unknown[]) => unknown;
      Object.assign(statement, {
        [method]: (...values: unknown[]) => {
          statements += 1;
          return original(...values);
        },
      });
    }
    return statement;
  } as typeof prepare;
  try {
    await act();
  } finally {
    client.prepare = prepare;
  }
  return statements;
}
