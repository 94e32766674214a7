import { asc, eq, sql } from 'drizzle-orm';
import type { Day } from '#app/domain/days.ts';
import {
  type InductionList,
  type InductionStep,
  stepsOn,
} from '#app/domain/induction-list/list.ts';
import type { InductionListFile } from '#app/domain/induction-list/list-file.ts';
import { inductionLists, inductionSteps, requirements } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';

/** The lists of a school with their steps, retired ones too, each in its order. */
export function listInductionLists(reader: Reader, schoolId: number): InductionList[] {
  const lists = reader
    .select()
    .from(inductionLists)
    .where(eq(inductionLists.schoolId, schoolId))
    .orderBy(asc(inductionLists.position), asc(inductionLists.id))
    .all();
  const steps = reader
    .select({ step: inductionSteps })
    .from(inductionSteps)
    .innerJoin(inductionLists, eq(inductionLists.id, inductionSteps.listId))
    .where(eq(inductionLists.schoolId, schoolId))
    .orderBy(asc(inductionSteps.position), asc(inductionSteps.id))
    .all();
  const byList = Map.groupBy(steps, ({ step }) => step.listId);
  return lists.map(({ schoolId: _, position: __, ...list }) => ({
    ...list,
    steps: (byList.get(list.id) ?? []).map(({ step }) => stepOf(step)),
  }));
}

function stepOf(row: typeof inductionSteps.$inferSelect): InductionStep {
  const { listId: _, position: __, ...step } = row;
  return step;
}

type ListValues = Pick<InductionList, 'name' | 'audience' | 'startsOn'>;

/** Adds a list after the school's others. Answers its id. */
export function insertInductionList(
  transaction: Transaction,
  schoolId: number,
  list: ListValues & { key: string },
): number {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from induction_lists
    where school_id = ${schoolId})`;
  return transaction
    .insert(inductionLists)
    .values({ schoolId, position, ...list })
    .returning({ id: inductionLists.id })
    .get().id;
}

export function updateInductionList(
  transaction: Transaction,
  listId: number,
  list: ListValues,
): void {
  transaction.update(inductionLists).set(list).where(eq(inductionLists.id, listId)).run();
}

type StepValues = Pick<InductionStep, 'words' | 'within' | 'requirementId' | 'responsible'>;

/** Adds a step at the end of its list. Answers its id. */
export function insertInductionStep(
  transaction: Transaction,
  listId: number,
  step: StepValues & { key: string; startsOn: Day | null },
): number {
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from induction_steps
    where list_id = ${listId})`;
  return transaction
    .insert(inductionSteps)
    .values({ listId, position, ...step })
    .returning({ id: inductionSteps.id })
    .get().id;
}

export function updateInductionStep(
  transaction: Transaction,
  stepId: number,
  step: Partial<StepValues> & { retiredFrom?: Day | null },
): void {
  transaction.update(inductionSteps).set(step).where(eq(inductionSteps.id, stepId)).run();
}

/** Adds lists that name requirements by their keys; `ids`: the school's requirements. */
export function insertInductionLists(
  transaction: Transaction,
  schoolId: number,
  files: readonly InductionListFile[],
  ids: ReadonlyMap<string, number>,
): void {
  for (const { steps, ...list } of files) {
    const listId = insertInductionList(transaction, schoolId, list);
    for (const { requirement, ...step } of steps) {
      const requirementId = requirement === null ? null : (ids.get(requirement) ?? null);
      insertInductionStep(transaction, listId, { ...step, requirementId });
    }
  }
}

/** The lists as files state them on a day: without what is no longer asked. */
export function listFilesOf(reader: Reader, schoolId: number, on: Day): InductionListFile[] {
  const ids = requirementIds(reader, schoolId);
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  return listInductionLists(reader, schoolId).map(
    ({ id: _, key, name, audience, startsOn, ...list }) => ({
      key,
      name,
      audience,
      startsOn,
      steps: stepsOn(list, on).map(({ key, words, within, startsOn, ...step }) => {
        const requirement =
          step.requirementId === null ? null : (keys.get(step.requirementId) ?? null);
        return { key, words, within, requirement, responsible: step.responsible, startsOn };
      }),
    }),
  );
}

/** The school's requirements, retired ones too: their ids by their keys. */
export function requirementIds(reader: Reader, schoolId: number): Map<string, number> {
  const rows = reader
    .select({ id: requirements.id, key: requirements.key })
    .from(requirements)
    .where(eq(requirements.schoolId, schoolId))
    .all();
  return new Map(rows.map(({ id, key }) => [key, id]));
}
