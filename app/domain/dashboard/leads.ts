import { type Day, inWords, isWithin } from '../days.ts';
import type { Standing } from '../standing.ts';
import type { PersonFacts, Policy, Requirement, Status } from '../types.ts';
import { LEAD_KINDS, requirementsInForce, standingsFor } from './requirements.ts';
import type { Row } from './shares.ts';

/**
 * The lead and the deputies, by role. Who holds these roles is public, so each is told by itself;
 * still without a name.
 */
export type Leads = {
  /** What is asked of leads as such, the heading of each answer. */
  requirements: string[];
  holders: { role: string; answers: LeadAnswer[] }[];
};

/** A status and what goes with it: "to 14 March 2027". Never a reason. */
export type LeadAnswer = { status: Status; words: string };

/** Everybody who holds one of the roles that day, the lead first, then by first day in the role. */
export function leadsOf(policy: Policy, rows: readonly Row[], on: Day): Leads {
  const asked = askedOfLeads(policy, on);
  const holders = LEAD_KINDS.flatMap((kind) => {
    const held = rows
      .flatMap((row) => heldBy(row, kind, on).map((from) => ({ row, from })))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
    return held.map(({ row }, index) => ({
      role: roleName(policy, kind, held.length > 1 ? index + 1 : null),
      answers: asked.map((requirement) => answerOf(row, requirement)),
    }));
  });
  return { requirements: asked.map(({ name }) => name), holders };
}

/** What has a line for leads alone, and what DSL cover is reckoned by; the latter first. */
function askedOfLeads(policy: Policy, on: Day): Requirement[] {
  const covering = policy.cover
    .filter(({ parts }) => parts.every(({ kinds }) => areLeadKinds(kinds)))
    .map(({ requirementId }) => requirementId);
  const asked = requirementsInForce(policy, on).filter(
    ({ requirement, lines }) =>
      covering.includes(requirement.id) ||
      lines.some(
        ({ audience }) => audience.categories.length === 0 && areLeadKinds(audience.kinds),
      ),
  );
  const isCovering = ({ id }: Requirement) => covering.includes(id);
  return asked
    .map(({ requirement }) => requirement)
    .sort((a, b) => Number(isCovering(b)) - Number(isCovering(a)));
}

/** Are these kinds of appointment those of leads and of nobody else? */
export function areLeadKinds(kinds: readonly string[]): boolean {
  return kinds.length > 0 && kinds.every((kind) => LEAD_KINDS.some((known) => known === kind));
}

/** The first day in the role; empty when it is not held. */
function heldBy({ person }: { person: PersonFacts }, kind: string, on: Day): Day[] {
  const held = person.appointments.filter(
    (one) => one.kind === kind && isWithin(on, one.from, one.to),
  );
  return held.slice(0, 1).map(({ from }) => from);
}

function roleName({ appointmentKinds }: Policy, kind: string, number: number | null): string {
  const label = appointmentKinds.find(({ key }) => key === kind)?.label ?? kind;
  return number === null ? label : `${label} ${number}`;
}

function answerOf(row: Row, requirement: Requirement): LeadAnswer {
  const standing = standingsFor(requirement, [row])[0]?.standing;
  if (!standing) return { status: 'not-required', words: '' };
  return { status: standing.status, words: wordsOf(standing) };
}

/** The one day that matters, and whether a paper waits. */
function wordsOf(standing: Standing): string {
  const waits = standing.awaitingCheck === null ? '' : 'a paper waits for a check';
  return [dayOf(standing), waits].filter(Boolean).join('; ');
}

function dayOf({ status, validTo, dueOn, overdueSince, validity }: Standing): string {
  if (status === 'overdue') return `since ${inWords(overdueSince!)}`;
  if (status === 'not-yet-due') return `until ${inWords(dueOn!)}`;
  if (status !== 'in-date' && status !== 'due-soon') return '';
  if (validTo !== null) return `to ${inWords(validTo)}`;
  return validity?.cycle.kind === 'not-stated' ? 'no interval set' : '';
}
