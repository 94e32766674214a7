import type { Reader } from '#app/data/database.ts';
import {
  insertInductionList,
  insertInductionLists,
  listInductionLists,
  updateInductionList,
} from '#app/data/induction-lists.ts';
import { policyOf } from '#app/data/policy.ts';
import type { InductionList } from '#app/domain/induction-list/list.ts';
import { findListFaults, type InductionListFile } from '#app/domain/induction-list/list-file.ts';
import { withList } from '#app/domain/induction-list/made-late.ts';
import { freeKey } from '#app/domain/keys.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireLateAgreed } from './late-agreed.ts';

/** A list as a school sets it; `startsOn` null: for everybody, whenever they joined. */
export type ListDraft = Pick<InductionList, 'name' | 'audience' | 'startsOn'>;

/** One of the school's lists. Throws Refusal. */
export function requireList(reader: Reader, schoolId: number, listId: number): InductionList {
  const list = listInductionLists(reader, schoolId).find(({ id }) => id === listId);
  if (!list) throw new Refusal('not-found', 'There is no such list');
  return list;
}

/** Adds a list with nothing in it yet. Throws Refusal. */
export function addInductionList(act: Act, draft: ListDraft): Promise<{ listId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const lists = listInductionLists(transaction, schoolId);
    requireOwnName(lists, draft.name);
    const taken = new Set(lists.map(({ key }) => key));
    const key = freeKey(draft.name, taken, { otherwise: 'list' });
    const listId = insertInductionList(transaction, schoolId, { key, ...draft });
    audit({ action: 'induction-list.added', about: draft.name, after: { listId, ...draft } });
    return { listId };
  });
}

/** With how many become late by a change, where its maker was told. */
export type LateAgreed = { lateAgreed?: number | null };

/** Changes what a list is called, whom it is for and since when. Throws Refusal. */
export function changeInductionList(
  act: Act,
  { listId, lateAgreed, ...draft }: ListDraft & LateAgreed & { listId: number },
): Promise<{ listId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { name, audience, startsOn } = requireList(transaction, schoolId, listId);
    const lists = listInductionLists(transaction, schoolId);
    requireOwnName(
      lists.filter(({ id }) => id !== listId),
      draft.name,
    );
    requireLateAgreed(act, withList(lists, listId, draft), lateAgreed);
    updateInductionList(transaction, listId, draft);
    audit({
      action: 'induction-list.changed',
      about: draft.name,
      before: { name, audience, startsOn },
      after: draft,
    });
    return { listId };
  });
}

/** Gives a school that has no list the ones that files state. Throws Refusal. */
export function beginInductionLists(act: Act, files: InductionListFile[]): Promise<null> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    if (listInductionLists(transaction, schoolId).length > 0) {
      throw new Refusal('conflict', 'There are lists already: change them instead');
    }
    const { requirements, appointmentKinds } = policyOf(transaction, schoolId);
    const ids = new Map(requirements.map(({ key, id }) => [key, id]));
    const kinds = new Set(appointmentKinds.map(({ key }) => key));
    // What the school does not ask as a requirement is ticked instead.
    const lists = files.map((list) => ({
      ...list,
      steps: list.steps.map((step) => {
        const isKnown = step.requirement !== null && ids.has(step.requirement);
        return { ...step, requirement: isKnown ? step.requirement : null };
      }),
    }));
    const faults = findListFaults(lists, { requirements: new Set(ids.keys()), kinds });
    if (faults.length > 0) throw new Refusal('wrong', faults.join('; '));
    insertInductionLists(transaction, schoolId, lists, ids);
    audit({
      action: 'induction-list.begun',
      about: files.map(({ name }) => name).join(', '),
      after: { startsOn: files[0]?.startsOn ?? null },
    });
    return null;
  });
}

function requireOwnName(others: readonly InductionList[], name: string): void {
  const isSame = (one: string) =>
    one.toLocaleLowerCase('en-GB') === name.toLocaleLowerCase('en-GB');
  if (others.some((list) => isSame(list.name))) {
    throw new Refusal('wrong', 'Another list is called so already', 'name');
  }
}
