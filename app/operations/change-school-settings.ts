import { listTerms } from '#app/data/policy.ts';
import {
  replaceTerms,
  type SchoolSettings,
  updateSchoolSettings,
} from '#app/data/school-settings.ts';
import { findSchool } from '#app/data/schools.ts';
import type { Term } from '#app/domain/types.ts';
import { type Act, carryOut, Refusal, requireSchool } from './act.ts';
import { overlaps } from './require-person.ts';

/** Changes what the school is called and the days that its rules reckon with. */
export function changeSchoolSettings(
  act: Act,
  settings: SchoolSettings,
): Promise<{ schoolId: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const school = findSchool(transaction, schoolId);
    if (!school) throw new Refusal('not-found', 'There is no such school');
    const { name, shortName, noticeDays, gapDays, returnDays, showsInitials } = school;
    updateSchoolSettings(transaction, schoolId, settings);
    audit({
      action: 'school.changed',
      about: settings.name,
      before: { name, shortName, noticeDays, gapDays, returnDays, showsInitials },
      after: settings,
    });
    return { schoolId };
  });
}

/** Enters the school's terms, all of them at once. Throws Refusal. */
export function setTerms(act: Act, entered: Term[]): Promise<{ terms: number }> {
  const schoolId = requireSchool(act);
  const inOrder = entered.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return carryOut(act, (transaction, audit) => {
    requireApart(inOrder);
    const before = listTerms(transaction, schoolId);
    replaceTerms(transaction, schoolId, inOrder);
    audit({ action: 'terms.set', about: `${inOrder.length} terms`, before, after: inOrder });
    return { terms: inOrder.length };
  });
}

function requireApart(inOrder: Term[]): void {
  for (const [index, term] of inOrder.entries()) {
    if (term.to < term.from) {
      throw new Refusal('wrong', `${term.name} must end on or after its first day`);
    }
    const before = inOrder[index - 1];
    if (before && overlaps(before, term)) {
      throw new Refusal('wrong', `${term.name} must begin after ${before.name} ends`);
    }
  }
}
