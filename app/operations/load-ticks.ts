import type { Transaction } from '#app/data/database.ts';
import { listInductionLists } from '#app/data/induction-lists.ts';
import { insertTick } from '#app/data/induction-ticks.ts';
import { findAccountOf } from '#app/data/people.ts';
import { findPersonByRef } from '#app/data/people-changes.ts';
import type { TickRow } from '#app/domain/induction-list/list-file.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';

/**
 * Brings what was ticked before into a school, all or none, as the file of its export says it: for whoever
 * ticked without an account here, it stands as said by a file. Throws Refusal.
 */
export function loadTicks(act: Act, rows: readonly TickRow[]): Promise<null> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    if (rows.length === 0) return null;
    const stepIds = stepIdsOf(transaction, schoolId);
    for (const row of rows) {
      const person = findPersonByRef(transaction, schoolId, row.ref);
      const stepId = stepIds.get(`${row.list} ${row.step}`);
      if (!person) throw new Refusal('wrong', `There is nobody ${row.ref}`);
      if (!stepId) throw new Refusal('wrong', `There is no step ${row.step} in list ${row.list}`);
      insertTick(transaction, {
        stepId,
        personId: person.id,
        side: row.side,
        isDone: row.isDone,
        tickedOn: row.on,
        tickedAt: act.now,
        tickedBy: accountOf(transaction, schoolId, row.by),
      });
    }
    audit({ action: 'first-weeks.loaded', after: { ticks: rows.length } });
    return null;
  });
}

function stepIdsOf(transaction: Transaction, schoolId: number): Map<string, number> {
  const lists = listInductionLists(transaction, schoolId);
  return new Map(
    lists.flatMap(({ key, steps }) => steps.map((step) => [`${key} ${step.key}`, step.id])),
  );
}

function accountOf(transaction: Transaction, schoolId: number, ref: string | null): number | null {
  const person = ref === null ? null : findPersonByRef(transaction, schoolId, ref);
  return person ? (findAccountOf(transaction, person.id)?.id ?? null) : null;
}
