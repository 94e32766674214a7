import { asc, eq, inArray } from 'drizzle-orm';
import type { Line, Policy, Publication, Requirement } from '#app/domain/types.ts';
import {
  appointmentKinds,
  coverRules,
  editions,
  publications,
  requirementLines,
  requirementMetBy,
  requirements,
  requirementVersions,
  terms,
} from '#db/schema.ts';
import type { Reader } from './database.ts';
import { findSchool } from './schools.ts';

/** Everything that a school asks, and of whom. Throws where there is no such school. */
export function policyOf(reader: Reader, schoolId: number): Policy {
  const school = findSchool(reader, schoolId);
  if (!school) throw new Error(`There is no school ${schoolId}`);
  return {
    noticeDays: school.noticeDays,
    gapDays: school.gapDays,
    returnDays: school.returnDays,
    appointmentKinds: listAppointmentKinds(reader, schoolId),
    requirements: listRequirements(reader, schoolId, school.noticeDays),
    publications: listPublications(reader, schoolId),
    cover: listCoverRules(reader, schoolId),
    terms: listTerms(reader, schoolId),
  };
}

export function listAppointmentKinds(reader: Reader, schoolId: number) {
  return reader
    .select({
      id: appointmentKinds.id,
      key: appointmentKinds.key,
      label: appointmentKinds.label,
      category: appointmentKinds.category,
    })
    .from(appointmentKinds)
    .where(eq(appointmentKinds.schoolId, schoolId))
    .orderBy(asc(appointmentKinds.id))
    .all();
}

export function listTerms(reader: Reader, schoolId: number) {
  return reader
    .select({ name: terms.name, from: terms.startsOn, to: terms.endsOn })
    .from(terms)
    .where(eq(terms.schoolId, schoolId))
    .orderBy(asc(terms.startsOn))
    .all();
}

function listCoverRules(reader: Reader, schoolId: number) {
  return reader
    .select({
      key: coverRules.key,
      name: coverRules.name,
      requirementId: coverRules.requirementId,
      parts: coverRules.parts,
    })
    .from(coverRules)
    .where(eq(coverRules.schoolId, schoolId))
    .orderBy(asc(coverRules.id))
    .all();
}

function listPublications(reader: Reader, schoolId: number): Publication[] {
  const known = reader
    .select()
    .from(publications)
    .where(eq(publications.schoolId, schoolId))
    .orderBy(asc(publications.id))
    .all();
  const dated = reader
    .select()
    .from(editions)
    .innerJoin(publications, eq(publications.id, editions.publicationId))
    .where(eq(publications.schoolId, schoolId))
    .orderBy(asc(editions.inForceFrom))
    .all()
    .map((row) => row.editions);
  const byPublication = Map.groupBy(dated, (edition) => edition.publicationId);
  return known.map(({ id, key, title }) => ({
    key,
    title,
    editions: byPublication.get(id) ?? [],
  }));
}

function listRequirements(reader: Reader, schoolId: number, noticeDays: number): Requirement[] {
  const rows = reader
    .select()
    .from(requirements)
    .where(eq(requirements.schoolId, schoolId))
    .orderBy(asc(requirements.position), asc(requirements.id))
    .all();
  const ids = rows.map((row) => row.id);
  const versions = versionsOf(reader, ids);
  const metBy = metByOf(reader, ids);
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    whatCounts: row.whatCounts,
    whereToGo: row.whereToGo,
    siteSpecific: row.siteSpecific,
    handedInCounts: row.handedInCounts,
    asksFor: row.asksFor,
    minutesNeeded: row.minutesNeeded,
    noticeDays: row.noticeDays ?? noticeDays,
    retiredFrom: row.retiredFrom,
    metBy: (metBy.get(row.id) ?? []).map((pair) => pair.metById),
    versions: versions.get(row.id) ?? [],
  }));
}

function metByOf(reader: Reader, ids: number[]) {
  const pairs = reader
    .select()
    .from(requirementMetBy)
    .where(inArray(requirementMetBy.requirementId, ids))
    .all();
  return Map.groupBy(pairs, (pair) => pair.requirementId);
}

function versionsOf(reader: Reader, ids: number[]) {
  const rows = reader
    .select()
    .from(requirementVersions)
    .where(inArray(requirementVersions.requirementId, ids))
    .orderBy(asc(requirementVersions.startsOn))
    .all();
  const lines = linesOf(
    reader,
    rows.map((row) => row.id),
  );
  const versions = rows.map(({ id, requirementId, startsOn, appliesToEarlier }) => ({
    requirementId,
    startsOn,
    appliesToEarlier,
    lines: lines.get(id) ?? [],
  }));
  return Map.groupBy(versions, (version) => version.requirementId);
}

function linesOf(reader: Reader, versionIds: number[]): Map<number, Line[]> {
  const rows = reader
    .select()
    .from(requirementLines)
    .where(inArray(requirementLines.versionId, versionIds))
    .orderBy(asc(requirementLines.id))
    .all();
  const byVersion = [...Map.groupBy(rows, (row) => row.versionId)];
  return new Map(byVersion.map(([versionId, of]) => [versionId, of.map(lineIn)]));
}

/** The line without what ties its row to others: two lines with the same rule are alike. */
function lineIn({ id: _, versionId: __, ...line }: typeof requirementLines.$inferSelect): Line {
  return line;
}
