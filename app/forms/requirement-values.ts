import { monthAndDayInWords } from '#app/domain/days.ts';
import { lineField } from '#app/domain/requirement-problems.ts';
import type { Line, Policy, Requirement } from '#app/domain/types.ts';
import { dayValues } from './day-values.ts';
import type { FormValues } from './parsed.ts';

/** What stands in the form of a new requirement: one line, and what most schools would choose. */
export const NEW_REQUIREMENT: FormValues = {
  handedInCounts: 'when-checked',
  lines: '1',
  ...usual(0),
};

/** What stands in an empty line. */
export function usual(index: number): FormValues {
  return {
    [lineField(index, 'dueBy')]: '31 October',
    [lineField(index, 'earlyDays')]: '14',
    [lineField(index, 'basis')]: 'school-policy',
  };
}

/** What the form of a requirement (null: a new one) offers to choose from. */
export function requirementChoicesFor(policy: Policy, requirement: Requirement | null) {
  const others = policy.requirements.filter(({ id }) => id !== requirement?.id);
  return {
    kinds: policy.appointmentKinds.map(({ key, label }) => ({ value: key, label })),
    publications: policy.publications.map(({ key, title }) => ({ value: key, label: title })),
    others: others.map(({ id, name }) => ({ value: String(id), label: name })),
    schoolNotice: policy.noticeDays,
  };
}

/** A requirement as its form holds it, with the lines of its newest version. */
export function valuesOf(requirement: Requirement, ownNotice: number | null): FormValues {
  const { lines, startsOn } = requirement.versions.at(-1)!;
  const values: FormValues = {
    name: requirement.name,
    whatCounts: requirement.whatCounts,
    whereToGo: requirement.whereToGo ?? '',
    handedInCounts: requirement.handedInCounts,
    asksFor: requirement.asksFor,
    minutesNeeded: String(requirement.minutesNeeded ?? ''),
    siteSpecific: requirement.siteSpecific ? 'yes' : '',
    metBy: requirement.metBy.map(String),
    noticeDays: ownNotice === null ? '' : String(ownNotice),
    lines: String(lines.length),
    ...dayValues('correctedOn', startsOn),
  };
  return Object.assign(values, ...lines.map(lineValues));
}

function lineValues(line: Line, index: number): FormValues {
  const { key, audience, startWithin, rollOutOn, basis, suggestion } = line;
  const values: FormValues = {
    key,
    categories: audience.categories,
    kinds: audience.kinds,
    ...cycleValues(line),
    startWithin: String(startWithin),
    ...dayValues('rollOutOn', rollOutOn),
    basis: basis.kind,
    document: basis.document,
    place: basis.place,
    says: basis.says ?? '',
    url: basis.url ?? '',
    suggestion: suggestion ?? '',
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [lineField(index, name), value]),
  );
}

function cycleValues({ cycle }: Line): FormValues {
  const values: FormValues = { cycle: cycle.kind, dueBy: '31 October', earlyDays: '14' };
  if (cycle.kind === 'months') {
    values.months = String(cycle.months);
    values.keepAnniversaryDays = String(cycle.keepAnniversaryDays ?? '');
  }
  if (cycle.kind === 'academic-year') {
    values.dueBy = monthAndDayInWords(cycle.dueBy);
    values.earlyDays = String(cycle.earlyDays);
  }
  if (cycle.kind === 'edition') values.publication = cycle.publication;
  return values;
}
