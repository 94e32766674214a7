import { type Day, parseDay } from './days.ts';
import { BASIS_KINDS, CATEGORIES, type Cycle, type Line, type Policy } from './types.ts';

/** What is wrong, and what to do about it, at a field of the form. */
export type Problem = { field: string; message: string };

/** The name of a field of the line at this place of the form. */
export function lineField(index: number, name: string): string {
  return `line-${index}-${name}`;
}

/** What is wrong with the lines of a rule that begins on `startsOn`; `before` are those until now. */
export function lineProblems(
  policy: Policy,
  before: readonly Line[],
  lines: readonly Line[],
  startsOn: Day | null,
): Problem[] {
  if (lines.length === 0) return [{ field: 'lines', message: 'Say who it is for, in one line' }];
  const known = new Map(before.map((line) => [line.key, line]));
  const problems = lines.flatMap((line, index) => {
    const at = (name: string, message: string) => ({ field: lineField(index, name), message });
    return [
      ...audienceProblems(policy, line, at),
      ...cycleProblems(policy, line.cycle, at),
      ...startProblems(line, isForMore(known.get(line.key), line), startsOn, at),
      ...basisProblems(line, at),
    ];
  });
  return [...problems, ...publicationProblems(lines)];
}

type At = (name: string, message: string) => Problem;

function audienceProblems(policy: Policy, { audience }: Line, at: At): Problem[] {
  const { categories, kinds } = audience;
  if (categories.length + kinds.length === 0) return [at('categories', 'Choose who it is for')];
  const isKnown =
    categories.every((category) => CATEGORIES.includes(category)) &&
    kinds.every((kind) => policy.appointmentKinds.some(({ key }) => key === kind));
  return isKnown ? [] : [at('categories', 'Choose among the roles of this school')];
}

/** The window of an anniversary may be as long as the cycle, in months of 28 days. */
const SHORTEST_MONTH = 28;

function cycleProblems(policy: Policy, cycle: Cycle, at: At): Problem[] {
  if (cycle.kind === 'months') return monthsProblems(cycle, at);
  if (cycle.kind === 'academic-year') {
    const problems: Problem[] = [];
    // A common year: 29 February is not a day of every year.
    if (!/^\d\d-\d\d$/.test(cycle.dueBy) || parseDay(`2025-${cycle.dueBy}`) === null) {
      problems.push(at('dueBy', 'The due-by day must be a day of every year, like 31 October'));
    }
    if (!isWhole(cycle.earlyDays, 0, 62)) {
      problems.push(at('earlyDays', 'The last days of August that count must be 0 to 62'));
    }
    return problems;
  }
  if (cycle.kind !== 'edition') return [];
  const isKnown = policy.publications.some(({ key }) => key === cycle.publication);
  return isKnown ? [] : [at('publication', 'Choose the document that is read')];
}

function monthsProblems(cycle: Extract<Cycle, { kind: 'months' }>, at: At): Problem[] {
  const problems: Problem[] = [];
  if (!isWhole(cycle.months, 1, 120)) {
    problems.push(at('months', 'The number of months must be 1 to 120'));
  }
  const { keepAnniversaryDays: days } = cycle;
  if (days !== undefined && !isWhole(days, 0, cycle.months * SHORTEST_MONTH)) {
    problems.push(at('keepAnniversaryDays', 'The days before it runs out must fit into the cycle'));
  }
  return problems;
}

/** Is the line new, or for people for whom it was not until now? It begins for them. */
function isForMore(before: Line | undefined, { audience }: Line): boolean {
  if (before === undefined) return true;
  const { categories, kinds } = before.audience;
  return (
    audience.categories.some((category) => !categories.includes(category)) ||
    audience.kinds.some((kind) => !kinds.includes(kind))
  );
}

/** For an academic year its due-by day is the roll-out, for an edition the edition's. */
function startProblems(line: Line, begins: boolean, startsOn: Day | null, at: At): Problem[] {
  const problems: Problem[] = [];
  if (!isWhole(line.startWithin, 0, 730)) {
    problems.push(at('startWithin', 'The days from joining must be 0 to 730'));
  }
  const hasItsOwn = line.cycle.kind === 'academic-year' || line.cycle.kind === 'edition';
  if (line.rollOutOn === null) {
    const message = 'Enter the day by which those already in post are to have done it';
    return begins && !hasItsOwn ? [...problems, at('rollOutOn', message)] : problems;
  }
  if (begins && startsOn !== null && line.rollOutOn < startsOn) {
    problems.push(
      at('rollOutOn', 'The roll-out day must be on or after the first day of these rules'),
    );
  }
  return problems;
}

function basisProblems({ basis }: Line, at: At): Problem[] {
  const problems: Problem[] = [];
  if (!BASIS_KINDS.includes(basis.kind)) problems.push(at('basis', 'Choose what asks for it'));
  if (basis.document === '') problems.push(at('document', 'Enter the document that asks for it'));
  if (basis.place === '') problems.push(at('place', 'Enter the place in the document'));
  if (basis.url !== undefined && !isWebAddress(basis.url)) {
    problems.push(at('url', 'Enter a web address that begins with https://'));
  }
  return problems;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}

/** A completion names one edition, so one requirement is about one publication. */
function publicationProblems(lines: readonly Line[]): Problem[] {
  const publications = new Set(
    lines.flatMap(({ cycle }) => (cycle.kind === 'edition' ? [cycle.publication] : [])),
  );
  if (publications.size < 2) return [];
  return [{ field: 'lines', message: 'One requirement can be about one document only' }];
}

/** Is this a whole number within bounds, both included? */
export function isWhole(value: number, min: number, max: number): boolean {
  return Number.isInteger(value) && value >= min && value <= max;
}
