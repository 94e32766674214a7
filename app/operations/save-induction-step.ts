import type { Reader } from '#app/data/database.ts';
import {
  insertInductionStep,
  listInductionLists,
  updateInductionStep,
} from '#app/data/induction-lists.ts';
import { policyOf } from '#app/data/policy.ts';
import type { Day } from '#app/domain/days.ts';
import type { InductionList, InductionStep } from '#app/domain/induction-list/list.ts';
import { withStep } from '#app/domain/induction-list/made-late.ts';
import { freeKey } from '#app/domain/keys.ts';
import { isRetired } from '#app/domain/versions.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { requireLateAgreed } from './late-agreed.ts';
import { type LateAgreed, requireList } from './save-induction-list.ts';

/** A step as a school words it; `requirementId` null: it is ticked. */
export type StepDraft = Pick<InductionStep, 'words' | 'within' | 'requirementId' | 'responsible'>;

/** Adds a step to a list, for those who join from today on. Throws Refusal. */
export function addInductionStep(
  act: Act,
  { listId, ...draft }: StepDraft & { listId: number },
): Promise<{ stepId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const list = requireList(transaction, schoolId, listId);
    requireSound(transaction, schoolId, list, draft, null, act.today);
    const taken = new Set(list.steps.map(({ key }) => key));
    const key = freeKey(draft.words, taken, { otherwise: 'step', longest: 40 });
    const step = { key, startsOn: act.today, ...draft };
    const stepId = insertInductionStep(transaction, listId, step);
    audit({
      action: 'induction-list.step-added',
      about: `${draft.words}, ${list.name}`,
      after: toldOf(transaction, schoolId, draft),
    });
    return { stepId };
  });
}

type StepIds = { listId: number; stepId: number };

/** Changes a step for everybody whose first weeks it is in. Throws Refusal. */
export function changeInductionStep(
  act: Act,
  { listId, stepId, lateAgreed, ...draft }: StepDraft & LateAgreed & StepIds,
): Promise<{ stepId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const list = requireList(transaction, schoolId, listId);
    const before = requireStepOf(list, stepId);
    requireSound(transaction, schoolId, list, draft, before, act.today);
    const lists = listInductionLists(transaction, schoolId);
    requireLateAgreed(act, withStep(lists, stepId, draft), lateAgreed);
    updateInductionStep(transaction, stepId, draft);
    audit({
      action: 'induction-list.step-changed',
      about: `${draft.words}, ${list.name}`,
      before: toldOf(transaction, schoolId, before),
      after: toldOf(transaction, schoolId, draft),
    });
    return { stepId };
  });
}

/** Asks a step of nobody from today on, or of everybody again. What was ticked stays. Throws Refusal. */
export function retireInductionStep(
  act: Act,
  {
    listId,
    stepId,
    isRetired: isToRetire,
    lateAgreed,
  }: StepIds & LateAgreed & { isRetired: boolean },
): Promise<{ stepId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const list = requireList(transaction, schoolId, listId);
    const step = requireStepOf(list, stepId);
    if (isRetired(step, act.today) === isToRetire) return { stepId };
    const change = { retiredFrom: isToRetire ? act.today : null };
    if (!isToRetire) {
      requireSound(transaction, schoolId, list, step, step, act.today);
      const lists = listInductionLists(transaction, schoolId);
      requireLateAgreed(act, withStep(lists, stepId, change), lateAgreed);
    }
    updateInductionStep(transaction, stepId, change);
    audit({
      action: isToRetire ? 'induction-list.step-retired' : 'induction-list.step-asked-again',
      about: `${step.words}, ${list.name}`,
    });
    return { stepId };
  });
}

function requireStepOf({ steps }: InductionList, stepId: number): InductionStep {
  const step = steps.find(({ id }) => id === stepId);
  if (!step) throw new Refusal('not-found', 'There is no such step');
  return step;
}

function requireSound(
  reader: Reader,
  schoolId: number,
  { steps }: InductionList,
  { words, requirementId, responsible }: StepDraft,
  before: InductionStep | null,
  today: Day,
): void {
  const { requirements, appointmentKinds } = policyOf(reader, schoolId);
  if (!appointmentKinds.some(({ key }) => key === responsible)) {
    throw new Refusal('wrong', 'Choose who answers for it', 'responsible');
  }
  const isAsked = requirements.some((one) => one.id === requirementId && !isRetired(one, today));
  if (requirementId !== null && !isAsked && requirementId !== before?.requirementId) {
    throw new Refusal('wrong', 'Choose a requirement of this school, or nothing', 'requirement');
  }
  const others = steps.filter((step) => step.id !== before?.id && !isRetired(step, today));
  if (others.some((step) => step.words === words)) {
    throw new Refusal('wrong', 'This stands in the list already', 'words');
  }
}

/** As the audit tells it: the requirement by its name. */
function toldOf(reader: Reader, schoolId: number, draft: StepDraft) {
  const { words, within, requirementId, responsible } = draft;
  const { requirements } = policyOf(reader, schoolId);
  const doneBy = requirements.find(({ id }) => id === requirementId)?.name ?? null;
  return { words, within, doneBy, responsible };
}
