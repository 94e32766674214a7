import { type Day, inWords } from '#app/domain/days.ts';
import { EVIDENCE_LABELS } from '#app/domain/labels.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '#app/domain/types.ts';
import { emptyPlan, type Planned, settle, tell } from './completion-rows.ts';
import {
  type Context,
  formulaNotes,
  isLeftOutWord,
  isYes,
  problemWith,
  type Row,
  read,
} from './context.ts';
import { readDayField } from './row-days.ts';
import { requirePerson } from './row-people.ts';
import { requireRequirement } from './row-requirement.ts';
import type { KnownRequirement, NewCompletion, Problem, RowPlan } from './types.ts';
import { sameWords } from './words.ts';

/** One row a completion. */
export function planTrainingLog(context: Context): RowPlan[] {
  const planned: Planned = new Map();
  return context.rows.map((row) => planLogRow(context, planned, row));
}

function planLogRow(context: Context, planned: Planned, row: Row): RowPlan {
  const problems: Problem[] = [];
  const id = String(row.number);
  const plan = emptyPlan(context, row, id);
  if (isLeftOutWord(context, row, 'requirement')) return { ...plan, outcome: 'left-out' };
  const person = requirePerson(context, id, row, problems);
  const requirement = requireRequirement(context, row, problems);
  const completion = readCompletion(context, row, requirement, problems);
  plan.notes = formulaNotes(context, row, context.columns.values());
  if (requirement && completion) plan.what = tell(requirement, completion);
  if (!person || !completion || problems.length > 0) return { ...plan, problems };
  return { ...plan, ...settle(context, planned, person, completion, row) };
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

const EVIDENCE_CALLED = new Map(
  EVIDENCE_KINDS.flatMap((kind) =>
    [kind, EVIDENCE_LABELS[kind]].map((name) => [sameWords(name), kind] as const),
  ),
);

/** What stands behind it; where the row does not say, what was chosen for the file. */
function readEvidence(context: Context, row: Row, problems: Problem[]): EvidenceKind {
  const words = sameWords(read(context, row, 'evidence'));
  if (words === '') return context.choices.evidence;
  const kind = EVIDENCE_CALLED.get(words);
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
