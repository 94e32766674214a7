import { asc, eq, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import type { Side, Tick } from '#app/domain/induction-list/list.ts';
import { accounts, inductionTicks, people } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** Everything ticked at a school, by person, in the order in which it was. */
export function listTicks(reader: Reader, schoolId: number): Map<number, Tick[]> {
  const rows = reader
    .select({ tick: inductionTicks, name: accounts.name, isOwn: IS_OWN })
    .from(inductionTicks)
    .innerJoin(people, eq(people.id, inductionTicks.personId))
    .leftJoin(accounts, eq(accounts.id, inductionTicks.tickedBy))
    .where(eq(people.schoolId, schoolId))
    .orderBy(asc(inductionTicks.id))
    .all();
  const byPerson = Map.groupBy(rows, ({ tick }) => tick.personId);
  return new Map(
    [...byPerson].map(([id, own]) => [
      id,
      own.map(({ tick: { stepId, side, isDone, tickedOn, tickedBy }, name, isOwn }) => {
        return { stepId, side, isDone, tickedOn, accountId: tickedBy, name, isOwn: isOwn === 1 };
      }),
    ]),
  );
}

/** What came from a file is the person's own word too. */
const IS_OWN = sql<number>`(${inductionTicks.tickedBy} is null or exists
  (select 1 from account_people o
    where o.account_id = ${inductionTicks.tickedBy} and o.person_id = ${inductionTicks.personId}))`;

type NewTick = Omit<typeof inductionTicks.$inferInsert, 'id'> & { side: Side; tickedOn: Day };

/** Notes what a side says of a step: appended, and what was said before stays. */
export function insertTick(transaction: Transaction, tick: NewTick): void {
  transaction.insert(inductionTicks).values(tick).run();
}
