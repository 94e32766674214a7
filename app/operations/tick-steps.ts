import type { Reader, Transaction } from '#app/data/database.ts';
import { findPersonFacts, type KnownPerson, schoolFacts } from '#app/data/facts.ts';
import { listInductionLists } from '#app/data/induction-lists.ts';
import { insertTick, listTicks } from '#app/data/induction-ticks.ts';
import { findPeople, listAppointments, listPersonIdsOf, listRecordsOf } from '#app/data/people.ts';
import { policyOf } from '#app/data/policy.ts';
import { addDays, type Day, inWords, isWithin } from '#app/domain/days.ts';
import {
  type FirstWeeks,
  firstWeeksOf,
  type StepStanding,
} from '#app/domain/induction-list/first-weeks.ts';
import type { Side } from '#app/domain/induction-list/list.ts';
import { leadIdsHere, type Ticker, whyNotTick } from '#app/domain/induction-list/who-ticks.ts';
import { type Act, type Audit, carryOut, Refusal, requireSchool } from './act.ts';

export type TickSteps = {
  /** Whose first weeks they are. */
  personId: number;
  stepIds: number[];
  side: Side;
  /** False: takes the tick back. */
  isDone: boolean;
  /** The day on which it was done, or signed on a sheet. */
  tickedOn: Day;
};

/**
 * Ticks one side of steps of somebody's first weeks, or takes ticks back: all of them or none. What
 * stands already as it is to be is left alone. Nobody ticks both sides of a step. Throws Refusal.
 */
export function tickSteps(act: Act, command: TickSteps): Promise<{ ticked: number }> {
  const schoolId = requireSchool(act);
  return carryOut(act, (transaction, audit) => {
    const { person, weeks, gapDays } = requireWeeks(transaction, act, schoolId, command.personId);
    const ticker = tickerOf(transaction, act, schoolId);
    const leadIds = leadIdsFor(transaction, act, schoolId, person.id);
    const steps = [...new Set(command.stepIds)].map((id) => requireStep(weeks, id));
    const changed = [...new Set(steps)].filter((step) => isToChange(step, command));
    let ticked = 0;
    for (const step of changed) {
      requireAllowed(transaction, step, { person, command, ticker, leadIds });
      requireSensibleDay(act, step, command, gapDays);
      writeTick(transaction, audit, act, { person, step, command, ticker });
      ticked += 1;
    }
    return { ticked };
  });
}

function requireWeeks(reader: Reader, act: Act, schoolId: number, personId: number) {
  const person = findPersonFacts(act.database, schoolId, personId);
  if (!person) throw new Refusal('not-found', 'There is no such person');
  const policy = policyOf(reader, schoolId);
  const facts = {
    lists: listInductionLists(reader, schoolId),
    ticks: listTicks(reader, schoolId),
  };
  const weeks = firstWeeksOf(policy, facts, person, act.today);
  if (!weeks) throw new Refusal('not-found', 'No list of first weeks is for them');
  return { person, weeks, gapDays: policy.gapDays };
}

/** A step of their list that is ticked. Throws Refusal. */
function requireStep({ steps }: FirstWeeks, stepId: number): StepStanding {
  const step = steps.find(({ ids }) => ids.includes(stepId));
  if (!step) throw new Refusal('not-found', 'This is not in their list');
  if (step.standing !== null) {
    throw new Refusal('wrong', `Nobody ticks “${step.words}”: it is done when the training is`);
  }
  return step;
}

function isToChange(step: StepStanding, { side, isDone }: TickSteps): boolean {
  return (tickAt(step, side) !== null) !== isDone;
}

function tickAt({ starterTick, responsibleTick }: StepStanding, side: Side) {
  return side === 'starter' ? starterTick : responsibleTick;
}

/** Who acts, by what the database says of their account and not by what the form does. */
export function tickerOf(reader: Reader, { actor, today }: Act, schoolId: number): Ticker {
  const { accountId } = actor;
  const personIds = accountId === null ? [] : listPersonIdsOf(reader, accountId);
  const here = findPeople(reader, schoolId, personIds);
  const held = here
    .flatMap(({ id }) => listAppointments(reader, id))
    .filter(({ from, to }) => isWithin(today, from, to));
  return { accountId, personIds, kinds: held.map(({ kind }) => kind) };
}

function leadIdsFor(reader: Reader, { database, today }: Act, schoolId: number, personId: number) {
  const { people } = schoolFacts(database, schoolId);
  return leadIdsHere(people, listRecordsOf(reader, personId), today);
}

type Allowing = Pick<Writing, 'person' | 'command' | 'ticker'> & { leadIds: readonly number[] };

function requireAllowed(reader: Reader, step: StepStanding, allowing: Allowing): void {
  const { person, command, ticker, leadIds } = allowing;
  const { side } = command;
  const other = tickAt(step, side === 'starter' ? 'responsible' : 'starter');
  const otherPeople = other?.accountId ? listPersonIdsOf(reader, other.accountId) : [];
  const why = whyNotTick({
    side,
    personId: person.id,
    hasAccount: person.hasAccount,
    leadIds,
    responsible: step.responsible,
    ticker,
    other: other && { accountId: other.accountId, personIds: otherPeople },
  });
  if (why !== null) throw new Refusal('not-allowed', why);
}

function requireSensibleDay(
  { today }: Act,
  { joinedOn }: StepStanding,
  { tickedOn, isDone }: TickSteps,
  gapDays: number,
): void {
  if (!isDone) return;
  if (tickedOn > today) {
    throw new Refusal('wrong', 'The day must be today or in the past', 'tickedOn');
  }
  const earliest = addDays(joinedOn, -gapDays);
  if (tickedOn < earliest) {
    throw new Refusal('wrong', `The day must be ${inWords(earliest)} or later`, 'tickedOn');
  }
}

type Writing = { person: KnownPerson; step: StepStanding; command: TickSteps; ticker: Ticker };

function writeTick(
  transaction: Transaction,
  audit: Audit,
  act: Act,
  { person, step, command, ticker }: Writing,
): void {
  const { side, isDone } = command;
  const tickedOn = isDone ? command.tickedOn : act.today;
  insertTick(transaction, {
    stepId: step.ids[0]!,
    personId: person.id,
    side,
    isDone,
    tickedOn,
    tickedAt: act.now,
    tickedBy: act.actor.accountId,
  });
  const isOnBehalf = side === 'starter' && !ticker.personIds.includes(person.id);
  audit({
    action: isDone ? 'induction-step.ticked' : 'induction-step.taken-back',
    personId: person.id,
    about: `${step.words}, ${person.name}`,
    ...(isOnBehalf ? { onBehalfOf: person.name } : {}),
    after: { step: step.key, side, tickedOn },
  });
}
