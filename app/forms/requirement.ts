import type { Day } from '#app/domain/days.ts';
import { ASKED_FIELDS } from '#app/domain/evidence/asked.ts';
import {
  type Proposal,
  proposeRequirement,
  type RequirementDraft,
  type RuleChange,
} from '#app/domain/propose-requirement.ts';
import type { Problem } from '#app/domain/requirement-problems.ts';
import type { Policy, Requirement } from '#app/domain/types.ts';
import { Fields, typedValues } from './fields.ts';
import type { FormValues, Parsed } from './parsed.ts';
import { lineCount, readLine } from './requirement-lines.ts';

/** What the button asks for. Nothing is saved before the preview has been seen. */
export type Step =
  | { kind: 'preview' | 'try-a-day' | 'edit' | 'save' | 'add-line' }
  | { kind: 'remove-line'; index: number };

/** What the button that was pressed asks for; the preview where it says nothing known. */
export function readStep(form: FormData): Step {
  const step = String(form.get('step') ?? '');
  const index = /^remove-line-(\d)$/.exec(step)?.[1];
  if (index !== undefined) return { kind: 'remove-line', index: Number(index) };
  const known = (['try-a-day', 'edit', 'save', 'add-line'] as const).find((one) => one === step);
  return { kind: known ?? 'preview' };
}

/** Was the button pressed that saves? */
export function isSaving(form: FormData): boolean {
  return readStep(form).kind === 'save';
}

export type RequirementCommand = {
  draft: RequirementDraft;
  proposal: Extract<Proposal, { ok: true }>;
  /** How many the preview said would become overdue, where the box was ticked. */
  overdueAgreed: number | null;
};

type Context = { policy: Policy; existing: Requirement | null; today: Day };

/** Reads the whole form of a requirement, new or changed, and holds it against the rules. */
export function parseRequirement(form: FormData, context: Context): Parsed<RequirementCommand> {
  const fields = new Fields(form);
  const { policy, existing, today } = context;
  const draft = readDraft(fields, form, context);
  const proposal = proposeRequirement(policy, existing, draft, today);
  if (!proposal.ok) failOnce(fields, proposal.problems);
  const agreed = String(form.get('overdueAgreed') ?? '');
  return fields.parsed({
    draft,
    proposal: proposal as RequirementCommand['proposal'],
    overdueAgreed: /^\d{1,6}$/.test(agreed) ? Number(agreed) : null,
  });
}

/** What the rules say of fields that could be read. */
function failOnce(fields: Fields, problems: Problem[]): void {
  for (const { field, message } of problems) {
    const cycle = field.replace(/-rollOutOn$/, '-cycle');
    if (!fields.isWrong(field, cycle)) fields.fail(field, message);
  }
}

function readDraft(fields: Fields, form: FormData, context: Context): RequirementDraft {
  const { policy, existing } = context;
  const others = policy.requirements.filter(({ id }) => id !== existing?.id);
  const ids = others.map(({ id }) => String(id));
  const details = {
    name: fields.text('name', {
      missing: 'Enter the name of the requirement',
      what: 'The name',
      max: 100,
    }),
    whatCounts: fields.paragraph('whatCounts', {
      missing: 'Say what counts as having done it',
      what: 'What counts',
      max: 1000,
    }),
    whereToGo: fields.optionalParagraph('whereToGo', { what: 'Where to go', max: 500 }),
    handedInCounts: fields.choice(
      'handedInCounts',
      ['when-checked', 'at-once'],
      'Say when what a person hands in counts',
    ),
    asksFor: fields.choices('asksFor', ASKED_FIELDS, 'Choose what is asked of a certificate'),
    minutesNeeded: readMinutes(fields),
    siteSpecific: fields.isTicked('siteSpecific'),
    metBy: fields.choices('metBy', ids, 'Choose other requirements of this school').map(Number),
    noticeDays: readNotice(fields),
  };
  const lines = Array.from({ length: lineCount(typedValues(form)) }, (_, index) =>
    readLine(fields, policy, index),
  );
  return { ...details, lines, change: readChange(fields, existing) };
}

function readNotice(fields: Fields): number | null {
  if (fields.optionalText('noticeDays', { what: 'The notice', max: 9 }) === null) return null;
  const message = 'Enter the notice in days, or leave it empty';
  return fields.whole('noticeDays', { min: 0, max: 999_999_999, message });
}

/** How many are sensible the rules say, as of the notice. */
function readMinutes(fields: Fields): number | null {
  const what = 'How long somebody must be there';
  if (fields.optionalText('minutesNeeded', { what, max: 9 }) === null) return null;
  const message = 'Enter how long in minutes, or leave it empty';
  return fields.whole('minutesNeeded', { min: 0, max: 999_999_999, message });
}

function readChange(fields: Fields, existing: Requirement | null): RuleChange | null {
  if (existing === null) return { ...readFirstDay(fields), appliesToEarlier: false };
  const how = fields.optionalText('how', { what: 'The choice', max: 20 });
  if (how === null) return null;
  if (how === 'correct') return readCorrection(fields, existing);
  return { ...readFirstDay(fields), appliesToEarlier: readEarlier(fields) };
}

function readFirstDay(fields: Fields) {
  const missing = 'Enter the first day on which these rules hold';
  const startsOn = fields.day('startsOn', { missing, what: 'The first day' });
  return { how: 'from-a-day' as const, startsOn };
}

/** The first version reckons everything earlier in any case, so that it is not asked. */
function readCorrection(fields: Fields, { versions }: Requirement): RuleChange {
  const missing = 'Enter the day on which these rules began';
  const startsOn = fields.day('correctedOn', { missing, what: 'The day' });
  const appliesToEarlier = versions.length > 1 && readEarlier(fields);
  return { how: 'correct', startsOn, appliesToEarlier };
}

function readEarlier(fields: Fields): boolean {
  const missing = 'Say by which rules the training done before that day is reckoned';
  return fields.choice('earlier', ['stays', 'recounted'], missing) === 'recounted';
}

/** What was typed, for drawing the form or the preview again; without what only buttons say. */
export function valuesTyped(form: FormData): FormValues {
  const { step: _, overdueAgreed: __, ...values } = typedValues(form);
  return values;
}

/** The form's key, which travels from the form through the preview to the act; null for none. */
export function keyOf(form: FormData): string | null {
  const key = form.get('formKey');
  return typeof key === 'string' && key !== '' ? key : null;
}
