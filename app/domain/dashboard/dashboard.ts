import { evidenceStrength, type Share } from '../counting.ts';
import { type Cover, coverOf } from '../cover.ts';
import { addMonths, type Day } from '../days.ts';
import { inductionOnTime } from '../induction.ts';
import type { InductionFacts } from '../induction-list/list.ts';
import { SMALLEST_SHOWN } from '../small-groups.ts';
import type { Standing } from '../standing.ts';
import type { EvidenceKind, PersonFacts, Policy } from '../types.ts';
import { type Delivered, deliveredOf, type HeldSitting } from './delivered.ts';
import { type Governors, type GroupFigure, governorsOf, groupFigures } from './groups.ts';
import { type Knowledge, knowledgeOf, type Learnt } from './knowledge.ts';
import { areLeadKinds, type Leads, leadsOf } from './leads.ts';
import { type LeftOut, leaversSince, leftOutOf } from './left-out.ts';
import { type RequirementFigure, requirementFigures } from './requirements.ts';
import {
  type Overdue,
  overdueOf,
  type Row,
  type Whole,
  type WholeRow,
  wholeRowsOf,
  wholeShare,
} from './shares.ts';

/** Everybody in post on a day, with their standings of that day. */
export type SchoolDay = { on: Day; rows: readonly Row[] };

/** What a school's figures are made from. `standingsOn` answers for any day. */
export type School = {
  policy: Policy;
  people: readonly PersonFacts[];
  standingsOn: (on: Day) => SchoolDay;
  /** Left out where nothing is known of quizzes. */
  learnt?: Learnt;
  /** Left out where nothing is known of lists for first weeks. */
  firstWeeks?: InductionFacts;
  /** Every sitting that was held; left out where nothing is known of sessions. */
  held?: readonly HeldSitting[];
};

/**
 * The figures of a school on a day, fit to be shown to governors: nobody is named, no reason is
 * given, and what a small group's figure would tell of somebody is in words already. Page, CSV and
 * print show this and nothing else.
 */
export type Dashboard = {
  on: Day;
  guidance: Whole;
  everything: Whole;
  /** The last day of last term; null where no term has ended. */
  lastTerm: Earlier | null;
  yearBefore: Earlier;
  leads: Leads;
  /** DSL cover first. */
  cover: CoverFigure[];
  requirements: RequirementFigure[];
  overdue: Overdue;
  /** Null: no term of this academic year that has begun is entered. */
  induction: InductionFigure | null;
  /** Null: nothing is known of sessions, or no term is entered. */
  delivered: Delivered | null;
  groups: GroupFigure[];
  governors: Governors;
  leftOut: LeftOut;
  evidence: Evidence;
  /** Null: nothing is known of quizzes. */
  knowledge: Knowledge | null;
  /** Editions whose day has come and that the school has not confirmed. */
  editionsToConfirm: { title: string; since: Day }[];
};

export type Earlier = { name: string; on: Day; guidance: Share; everything: Share };

export type CoverFigure = Omit<Cover, 'failingParts'> & {
  name: string;
  isLeads: boolean;
  /** What is lacking on the first bad day: "a deputy". */
  lacking: string[];
};

export type InductionFigure = {
  term: string;
  startedFrom: Day;
  shown: { of: number; onTime: number } | 'all' | 'not-all' | 'no-one';
};

export type Evidence = {
  /** Things in date: one person and one requirement each. */
  of: number;
  byEvidence: Record<EvidenceKind, number>;
  earnedElsewhere: number;
  /** Papers that wait for a check, and the day of the oldest of them. */
  waiting: number;
  oldest: Day | null;
};

/** Every figure of the governors' page on this day, and as it was on the days it is compared with. */
export function dashboardOf(
  { policy, people, standingsOn, learnt, firstWeeks, held }: School,
  on: Day,
): Dashboard {
  const today = standingsOn(on);
  const rows = wholeRowsOf(policy, today.rows);
  const term = lastTermBefore(policy, on);
  const requirements = requirementFigures(policy, today, term && standingsOn(term.to));
  const earlier = (name: string, day: Day) => earlierOf(policy, name, standingsOn(day));
  return {
    on,
    guidance: wholeShare(rows, 'guidance'),
    everything: wholeShare(rows, 'everything'),
    lastTerm: term && earlier(term.name, term.to),
    yearBefore: earlier('A year before', addMonths(on, -12)),
    leads: leadsOf(policy, today.rows, on),
    cover: coverFigures(policy, people, on),
    requirements,
    overdue: overdueOf(rows),
    induction: inductionFigure(policy, people, on, firstWeeks),
    delivered: held ? deliveredOf(policy, held, on) : null,
    groups: groupFigures(rows, on),
    governors: governorsOf(policy, rows, on, requirements),
    leftOut: leftOutOf(people, rows, on, leaversSince(policy, on)),
    evidence: evidenceOf(rows),
    knowledge: learnt ? knowledgeOf(learnt) : null,
    editionsToConfirm: editionsToConfirm(policy, on),
  };
}

/** The term that ended last before this day. */
function lastTermBefore({ terms }: Policy, on: Day) {
  const ended = terms.filter(({ to }) => to < on).sort((a, b) => (a.to < b.to ? -1 : 1));
  return ended.at(-1) ?? null;
}

function earlierOf(policy: Policy, name: string, { on, rows }: SchoolDay): Earlier {
  const whole = wholeRowsOf(policy, rows);
  const share = ({ inDate, of }: Whole): Share => ({ inDate, of });
  return {
    name,
    on,
    guidance: share(wholeShare(whole, 'guidance')),
    everything: share(wholeShare(whole, 'everything')),
  };
}

/** Every cover rule of the school on a day, that of the leads first. */
export function coverFigures(
  policy: Policy,
  people: readonly PersonFacts[],
  on: Day,
): CoverFigure[] {
  const figures = policy.cover.map((rule) => {
    const { failingParts, ...cover } = coverOf(policy, people, rule, on);
    const isLeads = rule.parts.every(({ kinds }) => areLeadKinds(kinds));
    return { ...cover, name: rule.name, isLeads, lacking: failingParts.map(({ name }) => name) };
  });
  return figures.sort((a, b) => Number(b.isLeads) - Number(a.isLeads));
}

function inductionFigure(
  policy: Policy,
  people: readonly PersonFacts[],
  on: Day,
  firstWeeks?: InductionFacts,
): InductionFigure | null {
  const induction = inductionOnTime(policy, people, on, firstWeeks);
  if (induction === null) return null;
  const { term, startedFrom, of, onTime } = induction;
  return { term: term.name, startedFrom, shown: shownInduction(of, onTime) };
}

function shownInduction(of: number, onTime: number): InductionFigure['shown'] {
  if (of === 0) return 'no-one';
  if (of >= SMALLEST_SHOWN) return { of, onTime };
  return onTime === of ? 'all' : 'not-all';
}

function evidenceOf(rows: readonly WholeRow[]): Evidence {
  const standings = rows.flatMap((row) => row.standings);
  const { byEvidence, earnedElsewhere } = evidenceStrength(standings);
  const waiting = waitingOf(standings);
  return {
    of: Object.values(byEvidence).reduce((sum, n) => sum + n, 0),
    byEvidence,
    earnedElsewhere,
    waiting: waiting.length,
    oldest: waiting.sort()[0] ?? null,
  };
}

/** The days of the papers that wait: each paper once, though several requirements may wait for it. */
function waitingOf(standings: readonly Standing[]): Day[] {
  const papers = standings.flatMap(({ awaitingCheck }) => awaitingCheck ?? []);
  return [...new Map(papers.map(({ id, completedOn }) => [id, completedOn])).values()];
}

function editionsToConfirm({ publications }: Policy, on: Day) {
  return publications.flatMap(({ editions }) =>
    editions
      .filter(({ state, inForceFrom }) => state === 'announced' && inForceFrom <= on)
      .map(({ title, inForceFrom }) => ({ title, since: inForceFrom })),
  );
}
