import type { Known, PersonOnFile } from './types.ts';
import { fullName, sameName } from './words.ts';

/** Who a row says that it is about. Empty where the file does not say. */
export type Identity = { ref: string; firstName: string; lastName: string; email: string };

export type Match =
  | { how: 'found'; person: PersonOnFile }
  | { how: 'nobody' }
  | { how: 'several'; candidates: PersonOnFile[] };

/** Stable ids that InDate gave itself, for people whom no MIS has numbered. */
const OWN_REF = /^P\d{4,}$/;

export type PeopleIndex = {
  byId: Map<number, PersonOnFile>;
  byRef: Map<string, PersonOnFile>;
  byEmail: Map<string, PersonOnFile[]>;
  byName: Map<string, PersonOnFile[]>;
};

export function indexPeople(people: Known['people']): PeopleIndex {
  return {
    byId: new Map(people.map((person) => [person.id, person])),
    byRef: new Map(people.map((person) => [person.ref.toLowerCase(), person])),
    byEmail: Map.groupBy(
      people.filter((person) => person.email),
      (person) => person.email?.toLowerCase() ?? '',
    ),
    byName: Map.groupBy(people, (person) => sameName(fullName(person))),
  };
}

/**
 * The person that a row is about: by stable id, else by e-mail, else by exact name. Where e-mail and
 * name point to different people, or one name to several, nobody is chosen.
 */
export function matchPerson(index: PeopleIndex, who: Identity): Match {
  const byRef = who.ref === '' ? undefined : index.byRef.get(who.ref.toLowerCase());
  if (byRef) return { how: 'found', person: byRef };
  const byEmail = who.email === '' ? [] : (index.byEmail.get(who.email.toLowerCase()) ?? []);
  const byName = index.byName.get(sameName(fullName(who))) ?? [];
  const both = byEmail.filter((person) => byName.includes(person));
  if (both.length === 1 && both[0]) return { how: 'found', person: both[0] };
  const candidates = [...new Set([...byEmail, ...byName])];
  const [only] = candidates;
  if (!only) return { how: 'nobody' };
  return candidates.length === 1 ? { how: 'found', person: only } : { how: 'several', candidates };
}

/**
 * Could this row of a staff list be somebody else than the person who is called the same? It has a
 * stable id, the person has another that was not made up by InDate, and no e-mail ties them.
 */
export function mayBeSomebodyElse(person: PersonOnFile, who: Identity): boolean {
  if (who.ref === '' || who.ref.toLowerCase() === person.ref.toLowerCase()) return false;
  const sameEmail = who.email !== '' && who.email.toLowerCase() === person.email?.toLowerCase();
  return !sameEmail && !OWN_REF.test(person.ref);
}

/** The next stable ids that nobody has, neither here nor in the file: P0001, P0002… */
export function freshRefs(known: Known, inFile: string[]): () => string {
  const taken = new Set([...known.people.map((person) => person.ref), ...inFile]);
  let number = 0;
  return () => {
    let ref: string;
    do ref = `P${String(++number).padStart(4, '0')}`;
    while (taken.has(ref));
    return ref;
  };
}
