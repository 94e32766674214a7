import { eq } from 'drizzle-orm';
import type { EditionOnFile, PolicyFile } from '#app/domain/import/policy-file.ts';
import type { EditionDetails, PublicationDetails } from '#app/domain/publications/edition.ts';
import { coverRules, requirements } from '#db/schema.ts';
import type { Reader, Transaction } from './database.ts';
import { insertSchool } from './new-schools.ts';
import { policyOf } from './policy.ts';
import { addEdition, addEditionNote, addPublication } from './publication-changes.ts';
import { listPublicationsShown } from './publications.ts';
import { addRequirement, addRequirementVersion, changeRequirementDetails } from './requirements.ts';
import { replaceTerms, updateSchoolSettings } from './school-settings.ts';
import { findSchool } from './schools.ts';

/** Adds a school with everything that its policy file states, at this instant. Answers its id. */
export function insertPolicy(
  transaction: Transaction,
  trustId: number,
  file: PolicyFile,
  now: string,
): number {
  const { key, name, shortName } = file.school;
  const school = { trustId, key, name, shortName };
  const schoolId = insertSchool(transaction, school, file.appointmentKinds);
  updateSchoolSettings(transaction, schoolId, { name, shortName, ...file.settings });
  replaceTerms(transaction, schoolId, file.terms);
  insertPublications(transaction, schoolId, file, now);
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

function insertPublications(
  transaction: Transaction,
  schoolId: number,
  { publications }: PolicyFile,
  at: string,
): void {
  for (const { editions, ...publication } of publications) {
    const publicationId = addPublication(transaction, schoolId, publication);
    const ids = new Map<string, number>();
    for (const edition of correctedFirst(editions)) {
      const { corrects, notes, ...details } = edition;
      const correctsId = corrects === null ? null : (ids.get(corrects) ?? null);
      const editionId = addEdition(transaction, publicationId, { ...details, correctsId });
      for (const note of notes) addEditionNote(transaction, { ...note, editionId, notedAt: at });
      ids.set(edition.key, editionId);
    }
  }
}

/** A correction comes into force later than what it puts right. */
function correctedFirst(editions: EditionOnFile[]): EditionOnFile[] {
  return editions.toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
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
    publications: listPublicationsShown(reader, schoolId).map(publicationOnFile),
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

function publicationOnFile({ key, title, editions }: PublicationDetails) {
  const keyOf = new Map(editions.map((edition) => [edition.id, edition.key]));
  return { key, title, editions: editions.map((edition) => editionOnFile(edition, keyOf)) };
}

function editionOnFile(edition: EditionDetails, keyOf: Map<number, string>): EditionOnFile {
  const { key, title, inForceFrom, state, confirmedOn, dueBy, correctsId } = edition;
  const { whatChanged, link, source, parts, reads, checkTopics, notes } = edition;
  return {
    key,
    title,
    inForceFrom,
    state,
    confirmedOn,
    dueBy,
    corrects: correctsId === null ? null : (keyOf.get(correctsId) ?? null),
    whatChanged,
    link,
    source,
    parts,
    reads,
    checkTopics,
    notes,
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
