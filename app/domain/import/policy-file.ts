import type { Day } from '#app/domain/days.ts';
import type { AskedField } from '#app/domain/evidence/asked.ts';
import type { EditionNote, Reads } from '#app/domain/publications/edition.ts';
import type {
  AppointmentKind,
  CoverPart,
  Edition,
  RequirementVersion,
  Term,
} from '#app/domain/types.ts';

/** An edition as a policy file states it; a file that the school keeps of it is not in there. */
export type EditionOnFile = Edition & {
  whatChanged: string | null;
  link: string | null;
  source: string | null;
  parts: string[];
  reads: Reads[];
  /** The key of the edition that it puts right. */
  corrects: string | null;
  checkTopics: string[];
  notes: EditionNote[];
};

type PublicationOnFile = { key: string; title: string; editions: EditionOnFile[] };

/** A requirement as a policy file states it: others are named by their keys. */
export type RequirementOnFile = {
  key: string;
  name: string;
  whatCounts: string;
  whereToGo: string | null;
  siteSpecific: boolean;
  handedInCounts: 'when-checked' | 'at-once';
  /** Null: the school's own. */
  noticeDays: number | null;
  retiredFrom: Day | null;
  metBy: string[];
  asksFor: AskedField[];
  minutesNeeded: number | null;
  versions: RequirementVersion[];
};

/** A whole policy file: the school, its settings and everything that it asks. */
export type PolicyFile = {
  school: { key: string; name: string; shortName: string };
  settings: { noticeDays: number; gapDays: number; returnDays: number };
  terms: Term[];
  /** All of them, the standard ones too. */
  appointmentKinds: AppointmentKind[];
  publications: PublicationOnFile[];
  requirements: RequirementOnFile[];
  cover: { key: string; name: string; requirement: string; parts: CoverPart[] }[];
};

/** What a file names that it does not hold, one line each; empty where it holds together. */
export function findPolicyFaults(file: PolicyFile): string[] {
  const requirements = new Set(file.requirements.map(({ key }) => key));
  const publications = new Set(file.publications.map(({ key }) => key));
  const kinds = new Set(file.appointmentKinds.map(({ key }) => key));
  const faults = [
    ...doubled('requirement', file.requirements),
    ...doubled('publication', file.publications),
    ...doubled('appointment kind', file.appointmentKinds),
    ...doubled('cover rule', file.cover),
  ];
  for (const { key, editions } of file.publications) {
    faults.push(...doubledEditions(key, editions));
    faults.push(...editions.flatMap((edition) => faultsInEdition(key, edition, editions, kinds)));
  }
  for (const requirement of file.requirements) {
    const where = `Requirement ${requirement.key}`;
    for (const key of requirement.metBy) {
      if (!requirements.has(key)) faults.push(`${where}: met by ${key}, which is not in the file`);
    }
    faults.push(...faultsInVersions(where, requirement.versions));
    for (const line of requirement.versions.flatMap(({ lines }) => lines)) {
      faults.push(...missingKinds(`${where}, line ${line.key}`, line.audience.kinds, kinds));
      const { cycle } = line;
      if (cycle.kind === 'edition' && !publications.has(cycle.publication)) {
        faults.push(`${where}: publication ${cycle.publication} is not in the file`);
      }
    }
  }
  for (const { key, requirement, parts } of file.cover) {
    const where = `Cover ${key}`;
    if (!requirements.has(requirement)) faults.push(`${where}: ${requirement} is not in the file`);
    for (const part of parts) faults.push(...missingKinds(where, part.kinds, kinds));
  }
  return faults;
}

/** Parts that nobody knows, audiences of kinds that there are not, a correction of nothing. */
function faultsInEdition(
  publication: string,
  { key, parts, reads, corrects }: EditionOnFile,
  editions: EditionOnFile[],
  kinds: Set<string>,
): string[] {
  const where = `Edition ${key} of ${publication}`;
  const unknown = reads.flatMap((read) => read.parts).filter((part) => !parts.includes(part));
  const isOfNothing = corrects !== null && !editions.some((one) => one.key === corrects);
  return [
    ...unknown.map((part) => `${where}: ${part} is read, and is not among its parts`),
    ...reads.flatMap(({ audience }) => missingKinds(where, audience.kinds, kinds)),
    ...(isOfNothing || corrects === key
      ? [`${where}: corrects ${corrects}, which is no other edition`]
      : []),
  ];
}

function faultsInVersions(where: string, versions: RequirementVersion[]): string[] {
  const starts = versions.map(({ startsOn }) => startsOn);
  const faults = new Set(starts).size < starts.length ? ['two versions begin on one day'] : [];
  for (const { startsOn, lines } of versions) {
    if (new Set(lines.map(({ key }) => key)).size < lines.length) {
      faults.push(`two lines of the version of ${startsOn} have the same key`);
    }
  }
  return faults.map((fault) => `${where}: ${fault}`);
}

function doubled(what: string, things: { key: string }[]): string[] {
  return keysTwice(things).map((key) => `Two of the file's ${what}s have the key ${key}`);
}

function doubledEditions(publication: string, editions: { key: string }[]): string[] {
  return keysTwice(editions).map((key) => `Two editions of ${publication} have the key ${key}`);
}

function keysTwice(things: { key: string }[]): string[] {
  const keys = things.map(({ key }) => key);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

function missingKinds(where: string, named: string[], kinds: Set<string>): string[] {
  return named
    .filter((kind) => !kinds.has(kind))
    .map((kind) => `${where}: there is no kind of appointment ${kind}`);
}
