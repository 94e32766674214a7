import { type Day, inWords } from '#app/domain/days.ts';
import {
  askWho,
  type Context,
  countUnknown,
  formulaNotes,
  identityOf,
  isLeftOutWord,
  matchRow,
  problemWith,
  type Row,
  read,
  readDayField,
} from './context.ts';
import { freshRefs, type Identity, mayBeSomebodyElse } from './people.ts';
import { kindTitled } from './titles.ts';
import type {
  Change,
  KnownAppointment,
  NewPerson,
  PersonOnFile,
  Problem,
  RowPlan,
  Whom,
} from './types.ts';
import { fullName, sameName, sameWords } from './words.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST_NAME = 100;

/** What is known of a person while the list is gone through. */
type Entry = {
  who: Identity;
  whom: Whom;
  person: PersonOnFile | null;
  /** Added or changed by an earlier row of the list. */
  isDone: boolean;
  appointments: { kind: string; from: Day; to: Day | null; id: number | null }[];
};

type Planning = {
  context: Context;
  entries: Map<string, Entry>;
  /** Whom an earlier row means already. */
  claimed: Set<Whom>;
  freshRef: () => string;
};

/** The rows of a staff list: one row an appointment; people are added, changed and never doubled. */
export function planStaffList(context: Context): RowPlan[] {
  const rows = context.rows;
  const inFile = rows.map((row) => read(context, row, 'person_id'));
  const freshRef = freshRefs(context.known, inFile);
  const planning: Planning = { context, entries: new Map(), claimed: new Set(), freshRef };
  return rows.map((row) => planRow(planning, row));
}

function planRow(planning: Planning, row: Row): RowPlan {
  const { context } = planning;
  const problems: Problem[] = [];
  const notes = formulaNotes(context, row, context.columns.values());
  const who = readIdentity(context, row, problems);
  const appointments = readAppointments(context, row, problems);
  const entry = problems.length === 0 ? findEntry(planning, row, who, problems) : null;
  const plan = {
    id: String(row.number),
    row: row.number,
    personId: entry?.person?.id ?? null,
    kinds: appointments.map(({ kind }) => kind),
    who: [fullName(who), who.ref].filter(Boolean).join(', '),
    what: appointments.map((one) => describeAppointment(context, one)).join('; '),
    notes,
  };
  if (isLeftOutWord(context, row, 'appointment')) {
    return { ...plan, outcome: 'left-out', problems: [], changes: [] };
  }
  if (entry === null) return { ...plan, outcome: 'wrong', problems, changes: [] };
  const changes = changesFor(planning, entry, row, appointments, problems, notes);
  if (problems.length > 0) return { ...plan, outcome: 'wrong', problems, changes: [] };
  return { ...plan, outcome: outcomeOf(changes, entry), problems, changes };
}

function outcomeOf(changes: Change[], entry: Entry): RowPlan['outcome'] {
  if (changes.length === 0) return 'same';
  return entry.person === null || changes.every((change) => change.do === 'add-appointment')
    ? 'new'
    : 'changed';
}

function readIdentity(context: Context, row: Row, problems: Problem[]): Identity {
  const who = identityOf(context, row);
  if (fullName(who) === '') problems.push(problemWith(context, row, 'name', 'Enter the name'));
  if (Math.max(who.firstName.length, who.lastName.length, who.ref.length) > LONGEST_NAME) {
    problems.push(problemWith(context, row, 'name', `Shorten it to ${LONGEST_NAME} characters`));
  }
  if (who.email !== '' && !EMAIL.test(who.email)) {
    problems.push(problemWith(context, row, 'email', 'Enter an e-mail address, or leave it empty'));
  }
  return who;
}

type ReadAppointment = { kind: string; from: Day | null; to: Day | null };

/** A cell may name several appointments, one a line or parted by `;` or `|`. */
function readAppointments(context: Context, row: Row, problems: Problem[]): ReadAppointment[] {
  const from = readDayField(context, row, 'from', problems);
  const to = readDayField(context, row, 'to', problems);
  if (from && to && to < from) {
    problems.push(problemWith(context, row, 'to', 'The last day is before the first; correct it'));
  }
  const titles = read(context, row, 'appointment')
    .split(/[;|\n]/)
    .map((title) => title.trim())
    .filter(Boolean);
  if (titles.length === 0 && !saysNoAppointment(context, row)) {
    problems.push(problemWith(context, row, 'appointment', 'Enter the role or job title'));
  }
  return titles.flatMap((title) => {
    const kind = kindOf(context, title);
    if (kind) return [{ kind, from, to }];
    countUnknown(context, 'appointment', title);
    const todo = 'Say which appointment this title is, or leave it out';
    problems.push({ ...problemWith(context, row, 'appointment', todo), read: title });
    return [];
  });
}

/** Our own files hold people who never had an appointment, too. */
function saysNoAppointment(context: Context, row: Row): boolean {
  const isOurs = context.columns.has('left') && read(context, row, 'person_id') !== '';
  return isOurs && read(context, row, 'from') === '' && read(context, row, 'to') === '';
}

function kindOf(context: Context, title: string): string | null {
  const { kinds } = context.known;
  const mapped = context.mapping.words.appointment[sameWords(title)];
  if (mapped) return kinds.some(({ key }) => key === mapped) ? mapped : null;
  return kindTitled(title, kinds)?.key ?? null;
}

function describeAppointment(context: Context, { kind, from, to }: ReadAppointment): string {
  const label = context.known.kinds.find(({ key }) => key === kind)?.label ?? kind;
  const days = [from && `from ${inWords(from)}`, to && `to ${inWords(to)}`].filter(Boolean);
  return [label, ...days].join(' ');
}

/** Who this row's person is; null with the problem added where that must be asked. */
function findEntry(planning: Planning, row: Row, who: Identity, problems: Problem[]): Entry | null {
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

function changesFor(
  planning: Planning,
  entry: Entry,
  row: Row,
  read: ReadAppointment[],
  problems: Problem[],
  notes: string[],
): Change[] {
  const { context } = planning;
  const changes: Change[] = [];
  const appointments = read.map((one) =>
    appointmentChange(context, entry, row, one, problems, notes),
  );
  if (problems.length > 0) return [];
  if (!entry.isDone) changes.push(...personChanges(context, entry, row, notes));
  entry.isDone = true;
  for (const { change, keep } of appointments) {
    if (change) changes.push(change);
    keep?.();
  }
  return changes;
}

function personChanges(context: Context, entry: Entry, row: Row, notes: string[]): Change[] {
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

type AppointmentPlan = { change: Change | null; keep?: () => void };

/**
 * An appointment that is there already stays as early as it began: a contract issued anew forgives
 * nothing. It ends where the list says so; an empty last day leaves what was entered.
 */
function appointmentChange(
  context: Context,
  entry: Entry,
  row: Row,
  { kind, from, to }: ReadAppointment,
  problems: Problem[],
  notes: string[],
): AppointmentPlan {
  const held = findHeld(entry, kind, from, to);
  if (held) return changeHeld(held, from, to, notes);
  if (from === null) {
    problems.push(
      problemWith(context, row, 'from', 'Enter the day on which the appointment began'),
    );
    return { change: null };
  }
  const keep = () => entry.appointments.push({ kind, from, to, id: null });
  return { change: { do: 'add-appointment', whom: entry.whom, kind, from, to }, keep };
}

/** The appointment that a row means: the one that began that day, else one that is there already. */
function findHeld(entry: Entry, kind: string, from: Day | null, to: Day | null) {
  const ofKind = entry.appointments.filter((one) => one.kind === kind);
  const exact = ofKind.find((one) => one.from === from);
  if (exact) return exact;
  return ofKind.find((one) => one.id !== null && overlaps(one, from, to));
}

function overlaps(held: { from: Day; to: Day | null }, from: Day | null, to: Day | null): boolean {
  if (from === null) return held.to === null || held.to === to;
  return (to === null || held.from <= to) && (held.to === null || from <= held.to);
}

function changeHeld(
  held: Entry['appointments'][number],
  from: Day | null,
  to: Day | null,
  notes: string[],
): AppointmentPlan {
  const set: { from?: Day; to?: Day } = {};
  if (from !== null && from < held.from) set.from = from;
  if (to !== null && to !== held.to) set.to = to;
  if (from !== null && from > held.from)
    notes.push(`Has held it since ${inWords(held.from)}; that stays`);
  if (held.id === null || Object.keys(set).length === 0) return { change: null };
  if (set.to)
    notes.push(`Last day: ${held.to ? inWords(held.to) : 'none'}, now ${inWords(set.to)}`);
  if (set.from) notes.push(`First day: ${inWords(held.from)}, now ${inWords(set.from)}`);
  const keep = () => Object.assign(held, set);
  return { change: { do: 'change-appointment', appointmentId: held.id, set }, keep };
}

export function isYes(text: string): boolean {
  return ['yes', 'y', 'true', '1'].includes(text.toLowerCase());
}

/** Open appointments of a person, for what is said of those who are not in the list. */
export function openAppointments(person: PersonOnFile, today: Day): KnownAppointment[] {
  return person.appointments.filter(({ to }) => to === null || to > today);
}
