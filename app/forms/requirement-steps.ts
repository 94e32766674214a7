import type { Day } from '#app/domain/days.ts';
import type { Proposal, RequirementDraft } from '#app/domain/propose-requirement.ts';
import { previewRequirement, type RequirementPreview } from '#app/domain/requirement-preview.ts';
import type { PersonFacts, Policy, Requirement } from '#app/domain/types.ts';
import type { FieldErrors, FormValues } from './parsed.ts';
import { parseRequirement, readStep, valuesTyped } from './requirement.ts';
import { lineCount, withAnotherLine, withoutLine } from './requirement-lines.ts';
import { usual } from './requirement-values.ts';
import { parseTriedDay, type TriedLine, triedLines } from './tried-day.ts';

type Named = PersonFacts & { name: string };

type Context = {
  policy: Policy;
  existing: Requirement | null;
  people: readonly Named[];
  today: Day;
};

/** The form again: with what was typed, and what is wrong with it. */
export type FormStep = {
  view: 'form';
  values: FormValues;
  errors: FieldErrors;
  status: 200 | 422;
};

/** What the change would do; the form's fields travel with it unseen. */
export type PreviewStep = {
  view: 'preview';
  values: FormValues;
  errors: FieldErrors;
  status: number;
  name: string;
  preview: PreviewShown;
  tried: TriedLine[] | null;
};

export type SaveStep = {
  view: 'save';
  draft: RequirementDraft;
  overdueAgreed: number | null;
  /** To show again where saving is refused. */
  previewStep: PreviewStep;
};

/** A preview with names alone of the people in it. */
export type PreviewShown = Omit<RequirementPreview<never>, 'effects'> & {
  on: Day;
  added: string[];
  dropped: string[];
  becomeOverdue: string[];
  noLongerOverdue: string[];
  /** In order of the day. */
  haveUntil: { dueOn: Day; names: string[] }[];
};

/** The next thing to show, or to save, after a button of the requirement's form. */
export function nextStep(form: FormData, context: Context): FormStep | PreviewStep | SaveStep {
  const step = readStep(form);
  const values = valuesTyped(form);
  const drawn = (changed: FormValues): FormStep => {
    return { view: 'form', values: changed, errors: [], status: 200 };
  };
  if (step.kind === 'edit') return drawn(values);
  if (step.kind === 'remove-line') return drawn(withoutLine(values, step.index));
  if (step.kind === 'add-line') {
    return drawn({ ...usual(lineCount(values)), ...withAnotherLine(values) });
  }
  const parsed = parseRequirement(form, context);
  if (!parsed.ok) return { view: 'form', values, errors: parsed.errors, status: 422 };

  const { draft, proposal, overdueAgreed } = parsed.command;
  const previewStep = previewStepOf(form, values, proposal, context);
  if (step.kind !== 'save') return previewStep;
  return { view: 'save', draft, overdueAgreed, previewStep };
}

function previewStepOf(
  form: FormData,
  values: FormValues,
  proposal: Extract<Proposal, { ok: true }>,
  { policy, existing, people, today }: Context,
): PreviewStep {
  const preview = previewRequirement(policy, existing, proposal, people, today);
  const parsed = parseTriedDay(form);
  const day = parsed.ok ? parsed.command : null;
  return {
    view: 'preview',
    values,
    errors: parsed.ok ? [] : parsed.errors,
    status: parsed.ok ? 200 : 422,
    name: proposal.requirement.name,
    preview: shownOf(preview),
    tried: day && triedLines(proposal.policy, proposal.requirement, day),
  };
}

function shownOf({ effects, ...preview }: RequirementPreview<Named>): PreviewShown {
  const { on, added, dropped, becomeOverdue, noLongerOverdue } = effects;
  const byDay = Map.groupBy(effects.haveUntil, ({ dueOn }) => dueOn);
  const days = [...byDay.keys()].sort();
  return {
    ...preview,
    on,
    added: namesOf(added),
    dropped: namesOf(dropped),
    becomeOverdue: namesOf(becomeOverdue),
    noLongerOverdue: namesOf(noLongerOverdue),
    haveUntil: days.map((dueOn) => {
      return { dueOn, names: namesOf(byDay.get(dueOn)!.map(({ person }) => person)) };
    }),
  };
}

function namesOf(people: readonly Named[]): string[] {
  return people.map(({ name }) => name);
}
