import { type Day, inWords } from './days.ts';
import type { Standing } from './standing.ts';
import type { Status } from './types.ts';
import { counted } from './words.ts';

/** One person's requirements on one day, in the order in which they matter to that person. */
export type Own = {
  /** Overdue, due soon, or not done yet: the earliest due day first. */
  toDo: Standing[];
  /** Handed in, and waiting for somebody's check: nothing to do meanwhile. */
  waiting: Standing[];
  /** Not asked yet: it begins later, or follows an exemption or an absence. */
  comingUp: Standing[];
  inDate: Standing[];
};

const TO_DO: Status[] = ['overdue', 'due-soon', 'not-yet-due'];

/** Sorts one person's standings; what is not required and not coming is left out. */
export function ownOf(standings: Standing[]): Own {
  const own: Own = { toDo: [], waiting: [], comingUp: [], inDate: [] };
  for (const standing of standings) partOf(own, standing)?.push(standing);
  own.toDo.sort(byDueDay);
  own.waiting.sort(byDueDay);
  return own;
}

function partOf(own: Own, standing: Standing): Standing[] | null {
  const { status, awaitingCheck, asked, comingOn } = standing;
  if (status === 'exempt' || status === 'away') return own.comingUp;
  if (status === 'not-required') return comingOn === null ? null : own.comingUp;
  if (TO_DO.includes(status)) {
    if (awaitingCheck !== null) return own.waiting;
    return asked ? own.toDo : own.inDate;
  }
  return own.inDate;
}

function byDueDay(a: Standing, b: Standing): number {
  return (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9');
}

/** The first sentence of somebody's own page. */
export function ownAnswer({ toDo, waiting, inDate, comingUp }: Own): string {
  if (toDo.length > 0) return toDoAnswer(toDo);
  if (waiting.length > 0) {
    return 'You have nothing to do: what you handed in waits for a check.';
  }
  if (inDate.length > 0) return inDateAnswer(inDate);
  return comingUp.length > 0 ? 'Nothing is asked of you today.' : 'Nothing is asked of you.';
}

/** They come with the earliest due day first. */
function toDoAnswer(toDo: Standing[]): string {
  const things = `You have ${counted(toDo.length, 'thing', 'things')} to do`;
  const overdue = toDo.filter(({ status }) => status === 'overdue').length;
  if (overdue > 0) return `${things}, ${overdueShare(overdue, toDo.length)}.`;
  const [{ dueOn, on } = { dueOn: null, on: null }] = toDo;
  if (dueOn === null) return `${things}.`;
  const by = dueOn === on ? 'today' : `by ${inWords(dueOn)}`;
  return toDo.length === 1 ? `${things}, ${by}.` : `${things}, the first ${by}.`;
}

function overdueShare(overdue: number, all: number): string {
  if (overdue < all) return `${overdue} of them overdue`;
  if (all === 1) return 'which is overdue';
  return `${all === 2 ? 'both' : 'all'} overdue`;
}

function inDateAnswer(inDate: Standing[]): string {
  const until = firstToRunOut(inDate);
  return until === null
    ? 'You are in date for everything.'
    : `You are in date for everything until ${inWords(until)}.`;
}

/** The last day on which all of these still count; null where none of them runs out. */
function firstToRunOut(standings: Standing[]): Day | null {
  const days = standings.map(({ validTo }) => validTo).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

/** The first sentence of a person's page, as the DSL reads it. */
export function personAnswer({ toDo, waiting, inDate }: Own): string {
  const asked = toDo.length + waiting.length + inDate.length;
  if (asked === 0) return 'Nothing is asked of them today.';
  const overdue = [...toDo, ...waiting].filter(({ status }) => status === 'overdue').length;
  if (overdue > 0) {
    return `Overdue for ${overdue} of the ${counted(asked, 'thing', 'things')} asked of them.`;
  }
  const soon = toDo.filter(({ status }) => status === 'due-soon').length;
  const until = firstToRunOut(inDate.concat(toDo, waiting));
  if (soon > 0) return `Nothing is overdue; ${counted(soon, 'thing is', 'things are')} due soon.`;
  if (toDo.length > 0) {
    return `Nothing is overdue; ${counted(toDo.length, 'thing is', 'things are')} still to do.`;
  }
  return until === null
    ? 'In date for everything asked of them.'
    : `In date for everything until ${inWords(until)}.`;
}
