import type { Day } from '#app/domain/days.ts';
import { type Context, isYes, problemWith, type Row, read } from './context.ts';
import { type Identity, mayBeSomebodyElse } from './people.ts';
import { askWho, matchRow } from './row-people.ts';
import type { Change, NewPerson, PersonOnFile, Problem, Whom } from './types.ts';
import { fullName, sameName } from './words.ts';

/** What is known of a person while the list is gone through. */
export type Entry = {
  who: Identity;
  whom: Whom;
  person: PersonOnFile | null;
  /** Added or changed by an earlier row of the list. */
  isDone: boolean;
  appointments: { kind: string; from: Day; to: Day | null; id: number | null }[];
};

export type Planning = {
  context: Context;
  entries: Map<string, Entry>;
  /** Whom an earlier row means already. */
  claimed: Set<Whom>;
  freshRef: () => string;
};

/** Who this row's person is; null with the problem added where that must be asked. */
export function findEntry(
  planning: Planning,
  row: Row,
  who: Identity,
  problems: Problem[],
): Entry | null {
  const earlier = planning.entries.get(keyOf(who));
  if (earlier) return sameAsEarlier(planning.context, earlier, row, who, problems);
  const person = findPerson(planning.context, row, who, problems);
  if (person === 'asked') return null;
  const entry = entryOf(planning, who, person);
  if (planning.claimed.has(entry.whom)) {
    problems.push(
      problemWith(
        planning.context,
        row,
        'name',
        'An earlier row is this person too; give both the same stable id',
      ),
    );
    return null;
  }
  planning.entries.set(keyOf(who), entry);
  planning.claimed.add(entry.whom);
  return entry;
}

/** Rows of one person: the same stable id, or without one the same e-mail and name. */
function keyOf(who: Identity): string {
  if (who.ref !== '') return `id:${who.ref.toLowerCase()}`;
  return `name:${who.email.toLowerCase()}:${sameName(fullName(who))}`;
}

function sameAsEarlier(
  context: Context,
  entry: Entry,
  row: Row,
  who: Identity,
  problems: Problem[],
): Entry | null {
  const todo = doubtAbout(entry, who);
  if (todo === null) return entry;
  problems.push(problemWith(context, row, who.ref ? 'person_id' : 'name', todo));
  return null;
}

function doubtAbout(entry: Entry, who: Identity): string | null {
  if (sameName(fullName(entry.who)) !== sameName(fullName(who))) {
    return 'An earlier row has this id and another name; correct one of them';
  }
  if (who.ref === '' && who.email === '') {
    return 'An earlier row has the same name; give both a stable id or an e-mail';
  }
  return null;
}

function findPerson(
  context: Context,
  row: Row,
  who: Identity,
  problems: Problem[],
): PersonOnFile | null | 'asked' {
  const rowId = String(row.number);
  const chosen = context.choices.people[rowId];
  const match = matchRow(context, rowId, who);
  const hasOwnId = context.index.byRef.has(who.ref.toLowerCase());
  if (match.how === 'nobody' || (chosen === 'new' && !hasOwnId)) return null;
  const isSure = typeof chosen === 'number' || !isDoubtful(match, who);
  if (match.how === 'found' && isSure) return match.person;
  const candidates = match.how === 'found' ? [match.person] : match.candidates;
  askWho(
    context,
    rowId,
    row,
    [fullName(who), who.ref, who.email].filter(Boolean).join(', '),
    candidates,
    true,
  );
  problems.push(
    problemWith(context, row, 'name', 'Say who this is: somebody known, or somebody new'),
  );
  return 'asked';
}

function isDoubtful(match: ReturnType<typeof matchRow>, who: Identity): boolean {
  return match.how !== 'found' || mayBeSomebodyElse(match.person, who);
}

function entryOf(planning: Planning, who: Identity, person: PersonOnFile | null): Entry {
  return {
    who,
    whom: person?.id ?? (who.ref || planning.freshRef()),
    person,
    isDone: false,
    appointments: person?.appointments.map((one) => ({ ...one })) ?? [],
  };
}

export function personChanges(context: Context, entry: Entry, row: Row, notes: string[]): Change[] {
  const wanted = personOf(context, entry, row);
  const { person } = entry;
  if (person === null) return [{ do: 'add-person', person: wanted }];
  const set = differences(person, wanted, context.columns.has('last_name'));
  if (Object.keys(set).length === 0) return [];
  notes.push(...Object.entries(set).map(([field, value]) => tellChange(person, field, value)));
  return [{ do: 'change-person', personId: person.id, set }];
}

function personOf(context: Context, entry: Entry, row: Row): NewPerson {
  const { who, whom, person } = entry;
  return {
    ref: who.ref || (typeof whom === 'string' ? whom : (person?.ref ?? '')),
    firstName: who.firstName,
    lastName: who.lastName,
    email: who.email === '' ? (person?.email ?? null) : who.email,
    leftWithoutDay: isYes(read(context, row, 'left')) || (person?.leftWithoutDay ?? false),
  };
}

/** An empty cell says nothing and clears nothing. */
function differences(
  person: PersonOnFile,
  wanted: NewPerson,
  isSplit: boolean,
): Partial<NewPerson> {
  const set: Partial<NewPerson> = {};
  if (wanted.ref !== person.ref) set.ref = wanted.ref;
  if (!isSameName(person, wanted, isSplit)) {
    if (wanted.firstName !== person.firstName) set.firstName = wanted.firstName;
    if (wanted.lastName !== person.lastName) set.lastName = wanted.lastName;
  }
  if (wanted.email?.toLowerCase() !== person.email?.toLowerCase()) set.email = wanted.email;
  if (wanted.leftWithoutDay !== person.leftWithoutDay) set.leftWithoutDay = wanted.leftWithoutDay;
  return set;
}

/** A list in capitals, or one that does not part first and last names, takes nothing from a name. */
function isSameName(person: PersonOnFile, wanted: NewPerson, isSplit: boolean): boolean {
  const [before, after] = [fullName(person), fullName(wanted)];
  if (sameName(before) !== sameName(after)) return false;
  return !isSplit || after === after.toUpperCase() || after === after.toLowerCase();
}

const CHANGED: Record<string, string> = {
  ref: 'Stable id',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  leftWithoutDay: 'Marked as left',
};

function tellChange(person: PersonOnFile, field: string, value: unknown): string {
  if (field === 'leftWithoutDay') return 'Marked as left, last day not known';
  const before = String(person[field as keyof PersonOnFile] ?? '') || 'none';
  return `${CHANGED[field]}: ${before}, now ${value || 'none'}`;
}
