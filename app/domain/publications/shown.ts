import type { Count } from '../counting.ts';
import { type Day, inWords } from '../days.ts';
import { beginningOf, editionInForce } from '../editions.ts';
import { nameApart } from '../names-apart.ts';
import { audienceInWords } from '../rule-words.ts';
import { sentenceOf } from '../sentence.ts';
import { isInDate } from '../statuses.ts';
import type { AppointmentKind, PersonFacts, Policy, Status } from '../types.ts';
import { listed } from '../words.ts';
import { type Declaration, partsLeft } from './declaration.ts';
import { partsInWords } from './declaration-words.ts';
import type { EditionDetails, EditionNote, PublicationDetails } from './edition.ts';
import { waitsToBeConfirmed } from './edition-rules.ts';
import {
  declaredInWords,
  type PublicationSum,
  readInWords,
  stateInWords,
} from './publication-words.ts';
import {
  declaredBy,
  type EditionFigures,
  figuresOf,
  type Reading,
  readingsOf,
  requirementsAsking,
} from './readings.ts';

type Known = PersonFacts & { ref: string; name: string };

/** What the pages of publications are made from: one school on one day. */
export type SchoolReads = {
  policy: Policy;
  people: readonly Known[];
  /** What tells people of one name apart. */
  apart: ReadonlyMap<number, string>;
  on: Day;
};

/** What people declared of the edition in force, by person; empty where no page asks for it. */
export type DeclaredParts = ReadonlyMap<number, readonly Pick<Declaration, 'parts'>[]>;

const NOTHING_DECLARED: DeclaredParts = new Map();

/** One edition as a line in a list. */
export type EditionLine = {
  id: number;
  title: string;
  state: EditionDetails['state'];
  words: string;
  /** Its first day has come, and nobody has confirmed it. */
  isWaiting: boolean;
  /** How many declared it; null where it has never been the one to read. */
  declared: string | null;
  notes: number;
};

/** `figure` is null where the edition is asked of nobody. */
export type PartShown = { part: string; who: string | null; figure: string | null };

/** Somebody of whom the edition in force is asked. */
export type ReaderShown = {
  personId: number;
  name: string;
  parts: string;
  status: Status;
  /** The last day before it is overdue; null for whoever has read it. */
  dueOn: Day | null;
  readOn: Day | null;
  /** Parts that became theirs after they declared others; empty for most. */
  left: string[];
  sentence: string;
};

export type InForceShown = {
  id: number;
  title: string;
  words: string;
  dueBy: string | null;
  whatChanged: string | null;
  count: Count;
  figure: string;
  parts: PartShown[];
  notRead: ReaderShown[];
  read: ReaderShown[];
  /** Exempt or away. */
  leftOut: ReaderShown[];
  notes: EditionNote[];
};

export type PublicationShown = {
  id: number;
  title: string;
  /** The names of what asks for it; none: nobody is asked to read it. */
  askedBy: string[];
  inForce: InForceShown | null;
  /** Drafts, what is announced, and what is confirmed and to come; the nearest first. */
  coming: EditionLine[];
  /** The newest first. */
  earlier: EditionLine[];
};

/** A publication as its page and the page of all of them show it. */
export function publicationShown(
  school: SchoolReads,
  publication: PublicationDetails,
  declared = NOTHING_DECLARED,
): PublicationShown {
  const { policy, on } = school;
  const { id, title, key, editions } = publication;
  const current = currentOf(publication, on);
  const others = editions.filter((one) => one.id !== current?.id);
  const isEarlier = (edition: EditionDetails) => {
    const begins = beginningOf(edition);
    return begins !== null && begins <= on;
  };
  return {
    id,
    title,
    askedBy: requirementsAsking(policy, key, on).map(({ name }) => name),
    inForce: current && inForceShown(school, current, declared),
    coming: others
      .filter((one) => !isEarlier(one))
      .map((one) => editionLine(school, publication, one)),
    earlier: others
      .filter(isEarlier)
      .reverse()
      .map((one) => editionLine(school, publication, one)),
  };
}

/** What of it the first sentence of the page of all publications tells. */
export function sumOf({ title, askedBy, inForce, coming }: PublicationShown): PublicationSum {
  return {
    title,
    isAsked: askedBy.length > 0,
    inForce: inForce && { title: inForce.title, count: inForce.count },
    waiting: coming.filter(({ isWaiting }) => isWaiting).map((one) => one.title),
  };
}

/** The edition in force with all its details. */
export function currentOf(publication: PublicationDetails, on: Day): EditionDetails | null {
  const inForce = editionInForce(publication, on);
  return publication.editions.find(({ key }) => key === inForce?.key) ?? null;
}

function editionLine(
  { policy, people, on }: SchoolReads,
  publication: PublicationDetails,
  edition: EditionDetails,
): EditionLine {
  const { id, title, state, notes } = edition;
  const begins = beginningOf(edition);
  return {
    id,
    title,
    state,
    words: stateInWords(edition, on),
    isWaiting: waitsToBeConfirmed(publication, edition, on),
    declared:
      begins !== null && begins <= on
        ? declaredInWords(declaredBy(policy, people, edition, on))
        : null,
    notes: notes.length,
  };
}

function inForceShown(
  school: SchoolReads,
  edition: EditionDetails,
  declared: DeclaredParts,
): InForceShown {
  const { policy, people, on } = school;
  const readings = readingsOf(policy, people, edition, on);
  const figures = figuresOf(edition, readings);
  const readers = readings.map((reading) => readerShown(school, reading, declared));
  const isOut = ({ status }: ReaderShown) => status === 'exempt' || status === 'away';
  return {
    id: edition.id,
    title: edition.title,
    words: stateInWords(edition, on),
    dueBy: edition.dueBy && inWords(edition.dueBy),
    whatChanged: edition.whatChanged,
    count: figures.total,
    figure: readInWords(figures.total),
    parts: partsShown(edition, figures, policy.appointmentKinds),
    notRead: readers.filter((one) => !isInDate(one.status) && !isOut(one)).sort(soonestFirst),
    read: readers.filter(({ status }) => isInDate(status)),
    leftOut: readers.filter(isOut),
    notes: edition.notes,
  };
}

/** For whom the school chose a part; null where it chose for nobody. */
export function whoReads(
  { reads }: Pick<EditionDetails, 'reads'>,
  part: string,
  kinds: readonly AppointmentKind[],
): string | null {
  const chosen = reads.filter(({ parts }) => parts.includes(part));
  if (chosen.length === 0) return null;
  const categories = [...new Set(chosen.flatMap(({ audience }) => audience.categories))];
  const held = [...new Set(chosen.flatMap(({ audience }) => audience.kinds))];
  return audienceInWords({ categories, kinds: held }, kinds);
}

function readerShown(
  { policy, apart }: SchoolReads,
  { person, standing, parts }: Reading<Known>,
  declared: DeclaredParts,
): ReaderShown {
  const { status, dueOn, completion } = standing;
  return {
    personId: person.id,
    name: nameApart(person.name, apart.get(person.id)),
    parts: partsInWords(parts),
    status,
    dueOn,
    readOn: isInDate(status) ? (completion?.completedOn ?? null) : null,
    left: isInDate(status) ? leftOf(parts, declared.get(person.id)) : [],
    sentence: sentenceOf(policy, standing),
  };
}

/** What was recorded by hand names no parts, and is taken to be of all of them. */
function leftOf(
  parts: readonly string[],
  declared: readonly Pick<Declaration, 'parts'>[] | undefined,
): string[] {
  return declared === undefined ? [] : partsLeft(parts, declared);
}

function soonestFirst(a: ReaderShown, b: ReaderShown): number {
  if (a.dueOn === b.dueOn) return 0;
  return (a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1;
}

/** The first sentence of an edition's own page. */
export function editionAnswer(
  school: SchoolReads,
  publication: PublicationDetails,
  edition: EditionDetails,
): string {
  const { policy, people, on } = school;
  const { title, key } = edition;
  if (currentOf(publication, on)?.key === key) {
    if (requirementsAsking(policy, edition.publicationKey, on).length === 0) {
      return `${title} is in force, and nobody is asked to read it yet.`;
    }
    const { total } = figuresOf(edition, readingsOf(policy, people, edition, on));
    return `${readInWords(total)}.`;
  }
  const { words, declared } = editionLine(school, publication, edition);
  return `${title} is ${words}.${declared ? ` ${declared}` : ''}`;
}

/** Its parts with who reads them, and how many have; null where it has none. */
export function editionFigures(
  { policy, people, on }: SchoolReads,
  edition: EditionDetails,
): PartShown[] | null {
  if (edition.parts.length === 0) return null;
  const readings = readingsOf(policy, people, edition, on);
  return partsShown(edition, figuresOf(edition, readings), policy.appointmentKinds);
}

function partsShown(
  edition: EditionDetails,
  { total, parts }: EditionFigures,
  kinds: readonly AppointmentKind[],
): PartShown[] {
  const isAsked = total.of + total.exempt + total.away > 0;
  return parts.map(({ part, count }) => ({
    part,
    who: whoReads(edition, part, kinds),
    figure: isAsked && count.of + count.exempt + count.away > 0 ? readInWords(count) : null,
  }));
}

/** "Asked by KCSIE read." */
export function askedInWords(askedBy: readonly string[]): string {
  return `Asked by the requirement${askedBy.length === 1 ? '' : 's'} ${listed(askedBy)}.`;
}

/** The columns of the file of who has read what is in force and who has not. */
export const READER_COLUMNS = [
  'publication',
  'edition',
  'person_id',
  'name',
  'parts',
  'status',
  'read_on',
  'due_on',
  'parts_not_declared',
  'reason',
] as const;

/** One row for each person of whom the edition in force is asked: the page's own figures. */
export function readerRows(
  school: SchoolReads,
  publication: PublicationDetails,
  declared: DeclaredParts,
): (string | null)[][] {
  const edition = currentOf(publication, school.on);
  if (edition === null) return [];
  return readingsOf(school.policy, school.people, edition, school.on).map((reading) => {
    const own = { ...school, apart: new Map() };
    const { name, parts, status, readOn, dueOn, left, sentence } = readerShown(
      own,
      reading,
      declared,
    );
    const { ref } = reading.person;
    const cells = [name, parts, status, readOn, dueOn, listed(left) || null, sentence];
    return [publication.title, edition.title, ref, ...cells];
  });
}
