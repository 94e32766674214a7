import type { Day } from '#app/domain/days.ts';
import { queueOf, type Waiting, type WaitingCompletion } from '#app/domain/evidence/queue.ts';
import { dayInSchool } from '#app/platform/clock.ts';
import type { Database } from './database.ts';
import { schoolStandings } from './derived.ts';
import { rememberedByDay } from './remembered.ts';

/**
 * What waits for a check at this school on a day, the longest waiting first. Remembered until the
 * school's facts change.
 */
export function checkQueue(database: Database, schoolId: number, on: Day): Waiting[] {
  return rememberedByDay(database, schoolId, on, 'checks', () => {
    const { policy, rows } = schoolStandings(database, schoolId, on);
    return queueOf(listWaitingCompletions(database, schoolId), {
      terms: policy.terms,
      people: rows.map(({ person }) => person),
      sameAccount: recordsOfSameAccount(database, schoolId),
      on,
    });
  });
}

type Row = Omit<WaitingCompletion, 'handedInOn'> & { recordedOn: Day | null; recordedAt: string };

function listWaitingCompletions(database: Database, schoolId: number): WaitingCompletion[] {
  const rows = database.$client
    .prepare(
      `select c.id as completionId, c.person_id as personId, c.requirement_id as requirementId,
         r.name as requirement, c.completed_on as completedOn, c.evidence,
         c.recorded_on as recordedOn, c.recorded_at as recordedAt
       from completions c join people p on p.id = c.person_id
       join requirements r on r.id = c.requirement_id
       where p.school_id = ? and c.needs_check
         and not exists (select 1 from checks k where k.completion_id = c.id)
         and not exists (select 1 from withdrawals w where w.completion_id = c.id)`,
    )
    .all(schoolId) as Row[];
  return rows.map(({ recordedOn, recordedAt, ...row }) => {
    return { ...row, handedInOn: recordedOn ?? dayInSchool(recordedAt) };
  });
}

/** By person of this school: every record that the same account opens, where there are several. */
function recordsOfSameAccount(database: Database, schoolId: number): Map<number, number[]> {
  const pairs = database.$client
    .prepare(
      `select a.person_id as personId, b.person_id as otherId
       from account_people a join account_people b on b.account_id = a.account_id
       join people p on p.id = a.person_id
       where p.school_id = ?`,
    )
    .all(schoolId) as { personId: number; otherId: number }[];
  const byPerson = Map.groupBy(pairs, ({ personId }) => personId);
  return new Map([...byPerson].map(([id, own]) => [id, own.map(({ otherId }) => otherId)]));
}
