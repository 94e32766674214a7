import { type Day, inWords } from '../days.ts';
import type { Induction } from '../induction.ts';
import { sentenceOf } from '../sentence.ts';
import type { Policy } from '../types.ts';
import { counted, sentenceCase } from '../words.ts';
import { type FirstWeeks, type StepStanding, sideLacking } from './first-weeks.ts';
import type { Tick } from './list.ts';

/** Whose list it is, as the sentence says it to its reader. */
export type Starter = {
  name: string;
  /** They read it themselves. */
  isReader: boolean;
};

/** "5 of 9 things of your first weeks are done". */
export function doneOf({ done, steps }: FirstWeeks, whose: string): string {
  const are = steps.length === 1 ? 'thing of' : 'things of';
  return `${done} of ${steps.length} ${are} ${whose} first weeks ${done === 1 ? 'is' : 'are'} done`;
}

/** The first sentence of somebody's own list. */
export function ownWeeksAnswer(weeks: FirstWeeks, on: Day): string {
  return weeksAnswer(weeks, on, 'your');
}

/** The first sentence of somebody's list, as others read it. */
export function theirWeeksAnswer(weeks: FirstWeeks, on: Day): string {
  return weeksAnswer(weeks, on, 'their');
}

/** The same for the page of their own training, while something is open; null else. */
export function openWeeksWords(weeks: FirstWeeks | null, on: Day): string | null {
  return weeks?.isOpen ? ownWeeksAnswer(weeks, on) : null;
}

function weeksAnswer(weeks: FirstWeeks, on: Day, whose: string): string {
  const { steps, isOpen } = weeks;
  if (!isOpen) {
    return steps.length === 1
      ? `The one thing of ${whose} first weeks is done.`
      : `All ${steps.length} things of ${whose} first weeks are done.`;
  }
  const rest = lateClause(weeks) ?? nextClause(weeks, on, whose);
  return `${doneOf(weeks, whose)}${rest}.`;
}

/** "; 2 are late, the first since 10 November 2026". */
function lateClause({ steps, late }: FirstWeeks): string | null {
  const since = firstLateSince(steps);
  if (since === null) return null;
  return late === 1
    ? `; 1 is late, since ${inWords(since)}`
    : `; ${late} are late, the first since ${inWords(since)}`;
}

function nextClause({ steps }: FirstWeeks, on: Day, whose: string): string {
  const open = steps.filter(({ state }) => state === 'open');
  if (whose === 'your' && open.length > 0 && open.every((step) => isTheirs(step))) {
    return '; your part is done, and the rest waits for others';
  }
  const next = open.map(({ dueOn }) => dueOn).sort()[0];
  if (next === undefined) return '; nothing is asked while away';
  return next === on
    ? '; the next is due by the end of today'
    : `; the next is due by ${inWords(next)}`;
}

/** Is there nothing left for the starter in it? */
function isTheirs(step: StepStanding): boolean {
  return step.standing === null ? step.starterTick !== null : step.standing.awaitingCheck !== null;
}

/** The first day since which something of a list is late; null: nothing is. */
export function firstLateSince(steps: readonly StepStanding[]): Day | null {
  const days = steps.map(({ lateSince }) => lateSince).filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

/** What a step comes to, with all its days: who ticked it, who has not, and by when. */
export function stepSentence(
  policy: Policy,
  step: StepStanding,
  starter: Starter,
  on: Day,
): string {
  const { standing, state, doneOn } = step;
  if (standing !== null) return requirementSentence(policy, step);
  const ticked = tickedWords(policy, step, starter);
  if (state === 'done' && doneOn !== null) return `Done on ${inWords(doneOn)}: ${ticked}.`;
  const by = dueWords(step, on);
  return ticked === '' ? `${sentenceCase(by)}.` : `${sentenceCase(ticked)}; ${by}.`;
}

/** The requirement says it in its own words; what was met and has run out since is done here. */
function requirementSentence(policy: Policy, { standing, state, doneOn }: StepStanding): string {
  if (standing === null) return '';
  const isRunOut = state === 'done' && !['in-date', 'due-soon'].includes(standing.status);
  return isRunOut && doneOn !== null
    ? `Done on ${inWords(doneOn)}. What is asked since then stands on the training page.`
    : sentenceOf(policy, standing);
}

function dueWords({ state, lateSince, dueOn }: StepStanding, on: Day): string {
  if (state === 'away') return 'nothing is asked while away';
  if (lateSince !== null) return `late since ${inWords(lateSince)}`;
  return dueOn === on ? 'due by the end of today' : `due by ${inWords(dueOn)}`;
}

/** "ticked by you on 5 October 2026, still to be ticked by whoever answers for it (Office staff)". */
function tickedWords(policy: Policy, step: StepStanding, starter: Starter): string {
  const { responsibleTick } = step;
  const lacking = sideLacking(step);
  const parts = [
    ...(step.starterTick ? [starterWords(step.starterTick, starter)] : []),
    ...(responsibleTick
      ? [
          `by ${responsibleTick.name ?? labelOf(policy, step)} on ${inWords(responsibleTick.tickedOn)}`,
        ]
      : []),
  ];
  if (parts.length === 0) return '';
  const given = `ticked ${parts.join(' and ')}`;
  if (lacking === 'starter') return `${given}, still to be ticked by ${nameOf(starter)}`;
  if (lacking === null) return given;
  return `${given}, still to be ticked by whoever answers for it (${labelOf(policy, step)})`;
}

function starterWords({ isOwn, name, tickedOn }: Tick, starter: Starter): string {
  const by = `by ${nameOf(starter)} on ${inWords(tickedOn)}`;
  return isOwn ? by : `${by} (from the signed sheet, entered by ${name ?? 'a lead'})`;
}

function nameOf({ name, isReader }: Starter): string {
  return isReader ? 'you' : name;
}

/** The label of the kind of appointment that answers for a step. */
export function labelOf({ appointmentKinds }: Policy, { responsible }: { responsible: string }) {
  return appointmentKinds.find(({ key }) => key === responsible)?.label ?? responsible;
}

/** "By the end of the first day", "within 7 days of joining". */
export function withinWords(within: number): string {
  if (within === 0) return 'by the end of the first day';
  return `within ${counted(within, 'day', 'days')} of joining`;
}

/** The figure that governors see, for those who know everybody by name. */
export function inductionAnswer(induction: Induction | null): string | null {
  if (induction === null) return null;
  const { of, onTime, startedFrom, term } = induction;
  const since = `since ${inWords(startedFrom)} (${term.name})`;
  if (of === 0)
    return `Induction on time: nothing has fallen due yet for anybody who began ${since}.`;
  return `Induction on time: ${onTime} of ${counted(of, 'person', 'people')} who began ${since}, and of whom something has fallen due.`;
}
