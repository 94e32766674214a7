import { listAudit } from '#app/data/audit.ts';
import { addCompletion } from '#app/data/completions.ts';
import { transact } from '#app/data/database.ts';
import { policyOf } from '#app/data/policy.ts';
import { day } from '#app/domain/days.ts';
import type { LineDraft, RequirementDraft } from '#app/domain/propose-requirement.ts';
import type { Requirement } from '#app/domain/types.ts';
import type { Act } from '#app/operations/act.ts';
import { addRequirement, changeRequirement } from '#app/operations/save-requirement.ts';
import * as schema from '#db/schema.ts';
import { freshDatabase } from '#tests/support/database.ts';
import { makePerson, makeSchool, makeTrust } from '#tests/support/people.ts';

/** A school of three teachers and a governor, with nothing asked of anybody yet. */
export function makeRequirementSchool() {
  const database = freshDatabase();
  const trustId = makeTrust(database);
  const schoolId = makeSchool(database, trustId, 'Grange');
  const otherId = makeSchool(database, trustId, 'Parkside');
  const publication = database
    .insert(schema.publications)
    .values({ schoolId, key: 'kcsie', title: 'KCSIE' })
    .returning()
    .get();
  const teachers = ['Ash', 'Birch', 'Cedar'].map((name) =>
    makePerson(database, schoolId, `Pat ${name}`),
  );
  const governor = makePerson(database, schoolId, 'Pat Governor', [{ kind: 'governor' }]);
  const act: Act = {
    database,
    actor: { accountId: null, personId: null, name: 'Test' },
    schoolId,
    today: day('2026-11-16'),
    now: '2026-11-16T09:00:00.000Z',
  };
  const people = [...teachers, governor];
  return { database, act, otherAct: { ...act, schoolId: otherId }, people, publication };
}

export const YEARLY: LineDraft = {
  key: null,
  audience: { categories: ['staff'], kinds: [] },
  cycle: { kind: 'months', months: 12 },
  startWithin: 30,
  rollOutOn: day('2021-10-31'),
  basis: { kind: 'school-policy', document: 'Policy', place: 'Section 6' },
  suggestion: null,
};

/** A yearly session that began on 1 September 2021. */
export const SESSION: RequirementDraft = {
  name: 'Safeguarding session',
  whatCounts: 'The whole-school session',
  whereToGo: null,
  siteSpecific: false,
  handedInCounts: 'when-checked',
  asksFor: [],
  minutesNeeded: null,
  metBy: [],
  noticeDays: null,
  lines: [YEARLY],
  change: { how: 'from-a-day', startsOn: day('2021-09-01'), appliesToEarlier: false },
};

/** The draft that leaves a requirement as it is. */
export function unchanged(requirement: Requirement): RequirementDraft {
  const { id: _, key: __, retiredFrom: ___, versions, ...details } = requirement;
  const lines = versions.at(-1)!.lines.map((line) => ({ ...line }));
  return { ...details, noticeDays: null, lines, change: null };
}

export function requirementOf({ database, schoolId }: Act, id: number): Requirement {
  const found = policyOf(database, schoolId!).requirements.find((known) => known.id === id);
  if (!found) throw new Error(`There is no requirement ${id}`);
  return found;
}

/** Adds the session, whoever becomes overdue by it. */
export async function addSession(act: Act, draft: RequirementDraft = SESSION): Promise<number> {
  for (const overdueAgreed of [0, 1, 2, 3, 4]) {
    const added = await addRequirement(act, { draft, overdueAgreed }).catch(() => null);
    if (added) return added.requirementId;
  }
  throw new Error('The requirement was not added');
}

export function change(
  act: Act,
  requirementId: number,
  draft: RequirementDraft,
  overdueAgreed: number | null = null,
) {
  return changeRequirement(act, { requirementId, draft, overdueAgreed });
}

/** Everybody named did it on that day, with a paper. */
export function complete(act: Act, requirementId: number, personIds: number[], on: string) {
  return transact(act.database, (transaction) => {
    for (const personId of personIds) {
      addCompletion(transaction, {
        personId,
        requirementId,
        completedOn: day(on),
        evidence: 'register',
        recordedAt: act.now,
      });
    }
    return null;
  });
}

export function lastAudit(act: Act) {
  return listAudit(act.database, { schoolId: act.schoolId! })[0];
}
