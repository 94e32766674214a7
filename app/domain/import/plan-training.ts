import { type Day, inWords } from '#app/domain/days.ts';
import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '#app/domain/types.ts';
import {
  type Context,
  formulaNotes,
  headingOf,
  identityOf,
  isLeftOutWord,
  problemWith,
  type Row,
  read,
  readDayAt,
  readDayField,
  requirePerson,
  requireRequirement,
} from './context.ts';
import { isYes } from './plan-staff-list.ts';
import { cellOf } from './sheet.ts';
import type {
  Change,
  KnownCompletion,
  KnownRequirement,
  NewCompletion,
  PersonOnFile,
  Problem,
  RowPlan,
} from './types.ts';
import { fullName, sameWords } from './words.ts';

/** What has been planned already, so that a row that stands twice is recorded once. */
type Planned = Map<string, NewCompletion[]>;

/** One row a completion. */
export function planTrainingLog(context: Context): RowPlan[] {
  const planned: Planned = new Map();
  return context.rows.map((row) => planLogRow(context, planned, row));
}

function planLogRow(context: Context, planned: Planned, row: Row): RowPlan {
  const problems: Problem[] = [];
  const id = String(row.number);
  if (isLeftOutWord(context, row, 'requirement')) {
    return { ...emptyPlan(context, row, id), outcome: 'left-out' };
  }
  const person = requirePerson(context, id, row, problems);
  const requirement = requireRequirement(context, row, problems);
  const completion = readCompletion(context, row, requirement, problems);
  const notes = formulaNotes(context, row, context.columns.values());
  const plan = { ...emptyPlan(context, row, id), notes };
  if (requirement && completion) plan.what = tell(requirement, completion);
  if (!person || !completion || problems.length > 0) return { ...plan, problems };
  return { ...plan, ...settle(context, planned, person, completion, row) };
}

function emptyPlan(context: Context, row: Row, id: string): RowPlan {
  const who = identityOf(context, row);
  const name = [fullName(who), who.ref].filter(Boolean).join(', ') || who.email;
  return {
    id,
    row: row.number,
    outcome: 'wrong',
    personId: null,
    kinds: [],
    who: name,
    what: '',
    problems: [],
    notes: [],
    changes: [],
  };
}

function readCompletion(
  context: Context,
  row: Row,
  requirement: KnownRequirement | null,
  problems: Problem[],
): NewCompletion | null {
  const completedOn = readDayField(context, row, 'completed_on', problems);
  if (completedOn === null && read(context, row, 'completed_on') === '') {
    problems.push(problemWith(context, row, 'completed_on', 'Enter the day it was completed'));
  }
  const printedExpiryOn = readDayField(context, row, 'printed_expiry_on', problems);
  if (completedOn) checkDays(context, row, completedOn, printedExpiryOn, problems);
  const evidence = readEvidence(context, row, problems);
  const edition = requirement && readEdition(context, row, requirement, problems);
  const needsCheck = readCheck(context, row, problems);
  if (completedOn === null || requirement === null) return null;
  return {
    requirement: requirement.key,
    completedOn,
    printedExpiryOn,
    edition,
    evidence,
    provider: read(context, row, 'provider') || null,
    reference: read(context, row, 'reference') || null,
    earnedElsewhere: isYes(read(context, row, 'elsewhere')),
    note: read(context, row, 'note') || null,
    needsCheck,
  };
}

function checkDays(
  context: Context,
  row: Row,
  completedOn: Day,
  printedExpiryOn: Day | null,
  problems: Problem[],
): void {
  if (completedOn > context.known.today) {
    const todo = `${inWords(completedOn)} is in the future; book it instead, or correct the day`;
    problems.push(problemWith(context, row, 'completed_on', todo));
  }
  if (printedExpiryOn !== null && printedExpiryOn < completedOn) {
    const todo = 'It ran out before it was completed; correct one of the days';
    problems.push(problemWith(context, row, 'printed_expiry_on', todo));
  }
}

/** What stands behind it; where the row does not say, what was chosen for the file. */
function readEvidence(context: Context, row: Row, problems: Problem[]): EvidenceKind {
  const words = sameWords(read(context, row, 'evidence'));
  if (words === '') return context.choices.evidence;
  const kind = EVIDENCE_KINDS.find((one) =>
    [sameWords(one), sameWords(EVIDENCE_LABELS[one])].includes(words),
  );
  if (kind) return kind;
  const todo = `Say one of: ${EVIDENCE_KINDS.join(', ')}`;
  problems.push(problemWith(context, row, 'evidence', todo));
  return context.choices.evidence;
}

/** What is declared by edition names one; for anything else an edition says nothing. */
function readEdition(
  context: Context,
  row: Row,
  requirement: KnownRequirement,
  problems: Problem[],
): string | null {
  if (requirement.editions === null) return null;
  const words = sameWords(read(context, row, 'edition'));
  const edition = requirement.editions.find(
    ({ key, title }) => words !== '' && [sameWords(key), sameWords(title)].includes(words),
  );
  if (edition) return edition.key;
  const titles = requirement.editions.map(({ title }) => title).join(', ');
  problems.push(problemWith(context, row, 'edition', `Say which edition was read: ${titles}`));
  return null;
}

function readCheck(context: Context, row: Row, problems: Problem[]): boolean {
  const text = read(context, row, 'check').toLowerCase();
  if (text === '' || text === 'waiting') return text === 'waiting';
  problems.push(problemWith(context, row, 'check', 'Leave it empty, or say "waiting"'));
  return false;
}

function tell(requirement: KnownRequirement, completion: NewCompletion): string {
  const { completedOn, printedExpiryOn, edition } = completion;
  const title = requirement.editions?.find(({ key }) => key === edition)?.title;
  const expiry = printedExpiryOn && `printed expiry ${inWords(printedExpiryOn)}`;
  const name = title ? `${requirement.name} (${title})` : requirement.name;
  return [`${name}, ${inWords(completedOn)}`, expiry].filter(Boolean).join(', ');
}

/** New; the same as what is recorded; or in conflict with it. */
function settle(
  context: Context,
  planned: Planned,
  person: PersonOnFile,
  completion: NewCompletion,
  row: Row,
): Pick<RowPlan, 'who' | 'outcome' | 'changes' | 'problems'> {
  const who = `${fullName(person)}, ${person.ref}`;
  const recorded = recordedFor(person).get(trainingOf(completion)) ?? [];
  const key = `${person.id} ${trainingOf(completion)}`;
  const earlier = planned.get(key) ?? [];
  if ([...recorded, ...earlier].some((other) => saysNothingNew(completion, other))) {
    return { who, outcome: 'same', changes: [], problems: [] };
  }
  const [other] = recorded;
  if (other)
    return { who, outcome: 'wrong', changes: [], problems: [conflict(context, row, other)] };
  planned.set(key, [...earlier, completion]);
  const change: Change = { do: 'add-completion', whom: person.id, completion };
  return { who, outcome: 'new', changes: [change], problems: [] };
}

/** The same for two completions of one training on one day. */
function trainingOf({ requirement, completedOn, edition }: KnownCompletion): string {
  return `${requirement} ${completedOn} ${edition ?? ''}`;
}

type Recorded = Map<string, KnownCompletion[]>;
const recordedByPerson = new WeakMap<PersonOnFile, Recorded>();

function recordedFor(person: PersonOnFile): Recorded {
  const known = recordedByPerson.get(person) ?? Map.groupBy(person.completions, trainingOf);
  recordedByPerson.set(person, known);
  return known;
}

/** What the row leaves empty says nothing against what is recorded. */
function saysNothingNew(said: NewCompletion, known: KnownCompletion): boolean {
  const agrees = (a: string | null, b: string | null) => a === null || a === b;
  return (
    agrees(said.printedExpiryOn, known.printedExpiryOn) &&
    agrees(said.provider, known.provider) &&
    agrees(said.reference, known.reference) &&
    (said.evidence === known.evidence || said.evidence === 'self-reported') &&
    (said.earnedElsewhere === known.earnedElsewhere || !said.earnedElsewhere)
  );
}

function conflict(context: Context, row: Row, known: KnownCompletion): Problem {
  const details = [
    EVIDENCE_LABELS[known.evidence],
    known.printedExpiryOn && `printed expiry ${inWords(known.printedExpiryOn)}`,
    known.provider,
    known.reference,
  ].filter(Boolean);
  const todo = `It is recorded for that day with other details (${details.join(', ')}); withdraw that one first, or leave this row out`;
  return problemWith(context, row, 'completed_on', todo);
}

/** Cells that say that there is nothing to record. */
const NOTHING = new Set([
  'n a',
  'na',
  'not applicable',
  'not required',
  'exempt',
  'none',
  'no',
  'n',
]);

/** People down, trainings across, days in the cells. Each cell is planned by itself. */
export function planMatrix(context: Context): RowPlan[] {
  const planned: Planned = new Map();
  const columns = trainingColumns(context);
  return context.rows.flatMap((row) =>
    columns.flatMap((training) => planCell(context, planned, row, training) ?? []),
  );
}

type TrainingColumn = { column: number; requirement: KnownRequirement; edition: string };

export function trainingColumns(context: Context): TrainingColumn[] {
  return context.mapping.columns.flatMap((what, column) => {
    const [type, key, edition = ''] = what.split(':');
    if (type !== 'requirement') return [];
    const requirement = context.known.requirements.find((one) => one.key === key);
    return requirement ? [{ column, requirement, edition }] : [];
  });
}

function planCell(
  context: Context,
  planned: Planned,
  row: Row,
  { column, requirement, edition }: TrainingColumn,
): RowPlan | null {
  const text = cellOf(row.cells, column);
  if (sameWords(text) === '' || NOTHING.has(sameWords(text))) return null;
  const id = `${row.number}:${column}`;
  const problems: Problem[] = [];
  const person = requirePerson(context, id, row, problems);
  const completedOn = readCellDay(context, row, column, problems);
  const known = knownEdition(context, column, requirement, edition, problems);
  const notes = formulaNotes(context, row, [column]);
  const plan = { ...emptyPlan(context, row, id), what: requirement.name, notes };
  if (completedOn === null) return { ...plan, problems };
  const completion = bareCompletion(context, requirement, completedOn, known);
  plan.what = tell(requirement, completion);
  if (!person || problems.length > 0) return { ...plan, problems };
  return { ...plan, ...settle(context, planned, person, completion, row) };
}

function readCellDay(context: Context, row: Row, column: number, problems: Problem[]): Day | null {
  const found: Problem[] = [];
  const completedOn = readDayAt(context, row, column, found);
  const text = cellOf(row.cells, column);
  const at = { column: headingOf(context, column), read: text };
  if (completedOn !== null && completedOn > context.known.today) {
    const todo = `${inWords(completedOn)} is in the future; book it instead, or correct the day`;
    problems.push({ ...at, todo });
  }
  problems.push(...found.map((problem) => ({ ...problem, todo: cellTodo(text) ?? problem.todo })));
  return completedOn;
}

/** What to do about the words that stand in schools' own matrices where a day should. */
function cellTodo(text: string): string | null {
  const words = sameWords(text) || text;
  if (/^(y|yes|done|complete|completed|x|✓|✔|☑)$/.test(words)) {
    return 'It does not say when; enter the day it was completed';
  }
  if (/^(expired|out of date|overdue|lapsed)/.test(words)) {
    return 'Enter the day it was last completed; InDate reckons what has run out';
  }
  if (/^(booked|planned|due|tbc|tba|to do|outstanding)/.test(words)) {
    return 'A day that is still to come is a booking; leave it out here and note it as booked';
  }
  return null;
}

function knownEdition(
  context: Context,
  column: number,
  requirement: KnownRequirement,
  edition: string,
  problems: Problem[],
): string | null {
  if (requirement.editions === null) return null;
  if (requirement.editions.some(({ key }) => key === edition)) return edition;
  const todo = 'Say in the mapping of columns which edition this column is about';
  problems.push({ column: headingOf(context, column), read: headingOf(context, column), todo });
  return null;
}

function bareCompletion(
  context: Context,
  requirement: KnownRequirement,
  completedOn: Day,
  edition: string | null,
): NewCompletion {
  return {
    requirement: requirement.key,
    completedOn,
    printedExpiryOn: null,
    edition,
    evidence: context.choices.evidence,
    provider: null,
    reference: null,
    earnedElsewhere: false,
    note: null,
    needsCheck: false,
  };
}
