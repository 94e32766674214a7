import { eq } from 'drizzle-orm';
import type { PolicyFile } from '#app/domain/import/policy-file.ts';
import { coverRules, editions, publications, requirements } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';
import { insertSchool } from './new-schools.ts';
import { policyOf } from './policy.ts';
import { addRequirement, addRequirementVersion, changeRequirementDetails } from './requirements.ts';
import { replaceTerms, updateSchoolSettings } from './school-settings.ts';
import { findSchool } from './schools.ts';

/** Adds a school with everything that its policy file states. Answers its id. */
export function insertPolicy(transaction: Transaction, trustId: number, file: PolicyFile): number {
  const { key, name, shortName } = file.school;
  const school = { trustId, key, name, shortName };
  const schoolId = insertSchool(transaction, school, file.appointmentKinds);
  updateSchoolSettings(transaction, schoolId, { name, shortName, ...file.settings });
  replaceTerms(transaction, schoolId, file.terms);
  insertPublications(transaction, schoolId, file);
  const ids = insertRequirements(transaction, schoolId, file);
  for (const { requirement, ...rule } of file.cover) {
    const requirementId = ids.get(requirement) ?? 0;
    transaction
      .insert(coverRules)
      .values({ schoolId, requirementId, ...rule })
      .run();
  }
  return schoolId;
}

function insertPublications(transaction: Transaction, schoolId: number, file: PolicyFile): void {
  for (const { key, title, editions: dated } of file.publications) {
    const { id } = transaction
      .insert(publications)
      .values({ schoolId, key, title })
      .returning({ id: publications.id })
      .get();
    for (const edition of dated) {
      transaction
        .insert(editions)
        .values({ publicationId: id, ...edition })
        .run();
    }
  }
}

/** In two rounds: a requirement may be met by one that stands further down. */
function insertRequirements(transaction: Transaction, schoolId: number, file: PolicyFile) {
  const ids = new Map<string, number>();
  for (const { versions, ...details } of file.requirements) {
    const [first, ...later] = versions.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
    if (!first) continue;
    const id = addRequirement(transaction, schoolId, { ...details, metBy: [] }, first);
    for (const version of later) addRequirementVersion(transaction, id, version);
    ids.set(details.key, id);
  }
  for (const { metBy, key, ...details } of file.requirements) {
    const id = ids.get(key);
    if (id === undefined || metBy.length === 0) continue;
    const others = metBy.flatMap((other) => ids.get(other) ?? []);
    changeRequirementDetails(transaction, id, { ...details, metBy: others });
  }
  return ids;
}

/** The policy file of a school as it stands. Throws where there is no such school. */
export function policyFileOf(reader: Reader, schoolId: number): PolicyFile {
  const school = findSchool(reader, schoolId);
  if (!school) throw new Error(`There is no school ${schoolId}`);
  const policy = policyOf(reader, schoolId);
  const keyOf = new Map(policy.requirements.map(({ id, key }) => [id, key]));
  const notices = ownNotices(reader, schoolId);
  const { key, name, shortName, noticeDays, gapDays, returnDays } = school;
  return {
    school: { key, name, shortName },
    settings: { noticeDays, gapDays, returnDays },
    terms: policy.terms,
    appointmentKinds: policy.appointmentKinds.map(({ key, label, category }) => ({
      key,
      label,
      category,
    })),
    publications: policy.publications.map(({ key, title, editions }) => ({
      key,
      title,
      editions: editions.map(({ key, title, inForceFrom, state, confirmedOn, dueBy }) => ({
        key,
        title,
        inForceFrom,
        state,
        confirmedOn,
        dueBy,
      })),
    })),
    requirements: policy.requirements.map(({ id, metBy, versions, ...requirement }) => ({
      ...requirement,
      noticeDays: notices.get(id) ?? null,
      metBy: metBy.map((other) => keyOf.get(other) ?? ''),
      versions: versions.map(versionOnFile),
    })),
    cover: policy.cover.map(({ requirementId, key, name, parts }) => ({
      key,
      name,
      requirement: keyOf.get(requirementId) ?? '',
      parts,
    })),
  };
}

type Version = PolicyFile['requirements'][number]['versions'][number];

/** Without the ids that rows bring along. */
function versionOnFile({ startsOn, appliesToEarlier, lines }: Version): Version {
  return {
    startsOn,
    appliesToEarlier,
    lines: lines.map(({ key, audience, cycle, startWithin, rollOutOn, basis, suggestion }) => ({
      key,
      audience,
      cycle,
      startWithin,
      rollOutOn,
      basis,
      suggestion,
    })),
  };
}

function ownNotices(reader: Reader, schoolId: number): Map<number, number | null> {
  const rows = reader
    .select({ id: requirements.id, noticeDays: requirements.noticeDays })
    .from(requirements)
    .where(eq(requirements.schoolId, schoolId))
    .all();
  return new Map(rows.map(({ id, noticeDays }) => [id, noticeDays]));
}
