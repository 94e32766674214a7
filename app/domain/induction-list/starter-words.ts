import { appointmentsInWords } from '../appointments.ts';
import { type Day, inWords } from '../days.ts';
import { nameApart } from '../names-apart.ts';
import type { PersonFacts, Policy } from '../types.ts';
import { dayInPost } from './asked.ts';
import { type StepStanding, sideLacking } from './first-weeks.ts';
import type { StepShown } from './shown.ts';
import { nextDueOf, type StarterWeeks } from './starters.ts';
import { firstLateSince } from './words.ts';

/** Somebody in their first weeks, as a row shows them. */
export type StarterShown = {
  id: number;
  name: string;
  /** "Teaching assistant, since 16 November 2026". */
  about: string;
  /** "3 of 9 done; 2 late, the first since 10 November 2026". */
  stands: string;
  states: StepShown['state'][];
};

export function starterShown(
  policy: Policy,
  { person, weeks }: StarterWeeks<PersonFacts & { name: string }>,
  apart: string | undefined,
  on: Day,
): StarterShown {
  const at = dayInPost(person, on) ?? on;
  const held = appointmentsInWords(person, policy.appointmentKinds, at);
  const began = weeks.beganOn > on ? 'begins on' : 'since';
  return {
    id: person.id,
    name: nameApart(person.name, apart),
    about: `${held}, ${began} ${inWords(weeks.beganOn)}`,
    stands: standsWords(weeks.steps),
    states: weeks.steps.map(stateOf),
  };
}

function stateOf(step: StepStanding): StepShown['state'] {
  return step.state === 'open' && sideLacking(step) !== null ? 'half' : step.state;
}

function standsWords(steps: readonly StepStanding[]): string {
  const done = steps.filter(({ state }) => state === 'done').length;
  const waiting = steps.filter((step) => sideLacking(step) === 'responsible').length;
  const parts = [
    `${done} of ${steps.length} done`,
    ...lateWords(steps),
    ...(waiting > 0 ? [`${waiting} ticked by the starter alone`] : []),
  ];
  return `${parts.join('; ')}.`;
}

function lateWords(steps: readonly StepStanding[]): string[] {
  const since = firstLateSince(steps);
  const late = steps.filter(({ state }) => state === 'late').length;
  if (since !== null) {
    return [
      late === 1
        ? `1 late since ${inWords(since)}`
        : `${late} late, the first since ${inWords(since)}`,
    ];
  }
  const next = nextDueOf(steps);
  return next === null ? [] : [`next by ${inWords(next)}`];
}
