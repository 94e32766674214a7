import { type Day, inWords } from '../days.ts';
import { CATEGORY_LABELS } from '../labels.ts';
import type { Audience, Policy } from '../types.ts';
import { isRetired } from '../versions.ts';
import { listed, sentenceCase } from '../words.ts';
import { isAskedOfAny } from './covers.ts';
import type { InductionList, InductionStep } from './list.ts';
import { labelOf, withinWords } from './words.ts';

export type StepInList = {
  id: number;
  words: string;
  /** By when, and what makes it done. */
  about: string;
  /** Why it is in nobody's first weeks, where it is not. */
  fault: string | null;
  isRetired: boolean;
};

/** A list as its page shows it. */
export type ListShown = {
  id: number;
  name: string;
  /** "For staff, who join on 1 September 2026 or later." */
  isFor: string;
  steps: StepInList[];
};

export function listShown(policy: Policy, list: InductionList, on: Day): ListShown {
  const { id, name, audience, startsOn, steps } = list;
  const since = startsOn === null ? '' : ` who join on ${inWords(startsOn)} or later`;
  return {
    id,
    name,
    isFor: `For ${audienceWords(policy, audience)}${since}.`,
    steps: steps.map((step) => stepInList(policy, audience, step, on)),
  };
}

function audienceWords({ appointmentKinds }: Policy, { categories, kinds }: Audience): string {
  const labels = kinds.map(
    (kind) => appointmentKinds.find(({ key }) => key === kind)?.label ?? kind,
  );
  return listed([...categories.map((one) => CATEGORY_LABELS[one].toLowerCase()), ...labels]);
}

function stepInList(policy: Policy, audience: Audience, step: InductionStep, on: Day): StepInList {
  const { id, words, requirementId, startsOn } = step;
  const requirement = policy.requirements.find((one) => one.id === requirementId);
  const isOut = isRetired(step, on);
  const parts = requirement
    ? [`Done when ${requirement.name} is in date, by its own day`]
    : [
        `${sentenceCase(withinWords(step.within))}; ticked by the starter and by whoever answers for it (${labelOf(policy, step)})`,
      ];
  if (startsOn !== null) parts.push(`for those who join on ${inWords(startsOn)} or later`);
  if (isOut && step.retiredFrom) parts.push(`not asked since ${inWords(step.retiredFrom)}`);
  const isNobodys = requirement !== undefined && !isAskedOfAny(policy, requirement, audience, on);
  return {
    id,
    words,
    about: `${parts.join('; ')}.`,
    fault: isNobodys ? `${requirement.name} is asked of nobody in this list.` : null,
    isRetired: isOut,
  };
}
