import { inWords } from '../days.ts';
import { EVIDENCE_LABELS, STATUS_LABELS } from '../labels.ts';
import { topicLabel } from '../offer/topics.ts';
import type { Shown } from '../small-groups.ts';
import { EVIDENCE_KINDS } from '../types.ts';
import { listed } from '../words.ts';
import type { Dashboard } from './dashboard.ts';
import type { Delivered, ShownThere } from './delivered.ts';
import type { Knowledge, ShownPassed } from './knowledge.ts';
import type { LeftOut } from './left-out.ts';
import type { RequirementFigure } from './requirements.ts';
import {
  awayNote,
  coverFailure,
  coverWords,
  inductionSentence,
  inductionWords,
  lastTermWords,
  peopleOf,
  shareWords,
  shownLeftOut,
  shownRest,
  shownShare,
  wholeRest,
} from './words.ts';

/** One line of the dashboard as page, print and CSV show it. */
export type FigureRow = {
  item: string;
  /** "44 of 47", or what is said instead. */
  figure: string;
  /** What makes up the rest, or explains the figure. */
  rest: string;
  /** Who is left out of it. */
  leftOut: string;
  /** The same on the last day of last term. */
  lastTerm: string;
  /** For charts. */
  shown: Shown | null;
  shownLastTerm: Shown | null;
};

export const SECTION_TITLES = {
  whole: 'In date for everything',
  leads: 'The lead and the deputies',
  cover: 'Cover',
  guidance: 'What law and statutory guidance ask',
  promise: 'What the school and its partners promise beyond that',
  ageing: 'How long the overdue have been so',
  basis: 'What is broken',
  intervals: 'No interval set',
  induction: 'Induction on time',
  delivered: 'What was delivered this term',
  groups: 'By group',
  governors: 'Governors’ own training',
  evidence: 'How strong the evidence is',
  knowledge: 'What staff know',
  leftOut: 'Who is left out of the figures, and why',
} as const;
export type SectionKey = keyof typeof SECTION_TITLES;
export type Sections = Record<SectionKey, FigureRow[]>;

/** Every line of the dashboard, section by section, in the order of the titles. */
export function sectionsOf(dashboard: Dashboard): Sections {
  const { requirements } = dashboard;
  return {
    whole: wholeRows(dashboard),
    leads: leadRows(dashboard),
    cover: dashboard.cover.map((one) =>
      row(one.name, { figure: coverWords(one), rest: coverFailure(one) }),
    ),
    guidance: requirements.filter(isGuidance).map((one) => requirementRow(dashboard, one)),
    promise: requirements
      .filter((one) => !isGuidance(one))
      .map((one) => requirementRow(dashboard, one)),
    ageing: ageingRows(dashboard),
    basis: basisRows(dashboard),
    intervals: intervalRows(requirements),
    induction: inductionRows(dashboard),
    delivered: deliveredRows(dashboard.delivered),
    groups: dashboard.groups.map(({ name, now }) => shownRow(name, now)),
    governors: governorRows(dashboard),
    evidence: evidenceRows(dashboard),
    knowledge: knowledgeRows(dashboard.knowledge),
    leftOut: leftOutRows(dashboard.leftOut),
  };
}

function wholeRows({ guidance, everything, lastTerm }: Dashboard): FigureRow[] {
  return [
    row('Everything that law and statutory guidance ask', {
      figure: shareWords(guidance),
      rest: wholeRest(guidance),
      lastTerm: lastTerm ? shareWords(lastTerm.guidance) : '',
    }),
    row('Everything, with what the school and its partners promise', {
      figure: shareWords(everything),
      rest: wholeRest(everything),
      lastTerm: lastTerm ? shareWords(lastTerm.everything) : '',
    }),
  ];
}

function leadRows({ leads }: Dashboard): FigureRow[] {
  return leads.holders.flatMap(({ role, answers }) =>
    answers.map(({ status, words }, index) =>
      row(`${role}: ${leads.requirements[index]}`, {
        figure: STATUS_LABELS[status],
        rest: words,
      }),
    ),
  );
}

/** Is this asked by law or statutory guidance, of most of those of whom it is asked? */
export function isGuidance({ basis }: RequirementFigure): boolean {
  return basis === 'law' || basis === 'statutory-guidance';
}

function requirementRow(
  { lastTerm }: Dashboard,
  { name, edition, now, lastTerm: before, trend }: RequirementFigure,
): FigureRow {
  return {
    ...shownRow(edition === null ? name : `${name} (${edition})`, now),
    lastTerm: lastTerm === null ? '' : lastTermWords(before, trend),
    shownLastTerm: before,
  };
}

function ageingRows({ overdue: { ageing, of } }: Dashboard): FigureRow[] {
  return [
    row('1 to 30 days', { figure: peopleOf(ageing.to30, of) }),
    row('31 to 90 days', { figure: peopleOf(ageing.to90, of) }),
    row('Over 90 days', { figure: peopleOf(ageing.over90, of) }),
  ];
}

function basisRows({ overdue: { guidance, promise, of } }: Dashboard): FigureRow[] {
  return [
    row('Law or statutory guidance', { figure: peopleOf(guidance, of) }),
    row('Only the school’s promise', { figure: peopleOf(promise, of) }),
  ];
}

function intervalRows(requirements: readonly RequirementFigure[]): FigureRow[] {
  const without = requirements.filter(({ hasNoInterval }) => hasNoInterval);
  const figure = peopleOf(without.length, requirements.length);
  const rest = listed(without.map(({ name }) => name));
  return [row('requirements set none, for some or all', { figure, rest })];
}

function inductionRows({ induction }: Dashboard): FigureRow[] {
  const isTold = induction !== null && induction.shown !== 'no-one';
  const figure = isTold ? inductionWords(induction) : '';
  return [row(inductionSentence(induction), { figure })];
}

/** Sessions and short updates, each with its days and how many of those expected were there. */
function deliveredRows(delivered: Delivered | null): FigureRow[] {
  if (delivered === null) return [row('No dates of a term are entered', {})];
  if (delivered.events.length === 0) return [row(`Nothing is logged for ${delivered.term}`, {})];
  return delivered.events.map(({ title, days, shown }) =>
    row(`${title}, ${listed(days.map(inWords))}`, { figure: thereWords(shown) }),
  );
}

function thereWords(shown: ShownThere): string {
  return typeof shown === 'string' ? PASSED_WORDS[shown] : peopleOf(shown.there, shown.of);
}

function governorRows({ governors }: Dashboard): FigureRow[] {
  const link = governors.safeguardingGovernor;
  return [
    ...governors.requirements.map(({ name, now }) => shownRow(name, now)),
    ...governors.notToldApart.map((name) =>
      row(name, { figure: 'not told apart from the few others of whom it is asked' }),
    ),
    row('The safeguarding governor', {
      figure: link === null ? 'nobody holds the post' : LINK_WORDS[link as keyof typeof LINK_WORDS],
    }),
  ];
}

const LINK_WORDS = {
  all: 'all',
  'not-all': 'not all',
  'no-one': 'nothing asked',
} as const;

function evidenceRows({ evidence }: Dashboard): FigureRow[] {
  const { of, byEvidence, earnedElsewhere, waiting, oldest } = evidence;
  const kinds = EVIDENCE_KINDS.filter((kind) => byEvidence[kind] > 0);
  return [
    ...kinds.map((kind) =>
      row(EVIDENCE_WORDS[kind] ?? EVIDENCE_LABELS[kind], {
        figure: peopleOf(byEvidence[kind], of),
      }),
    ),
    row('Of these, earned elsewhere', { figure: peopleOf(earnedElsewhere, of) }),
    row('Waiting for a check, not counted', {
      figure: String(waiting),
      rest: oldest === null ? '' : `the oldest is of ${inWords(oldest)}`,
    }),
  ];
}

const EVIDENCE_WORDS = {
  certificate: 'Certificate, checked',
  register: 'Register of a session',
  declaration: 'Own dated declaration',
  quiz: 'Quiz passed',
  'self-reported': 'Self-reported, nothing behind it',
} as const;

/** Passes as n of d people, then the weakest topics as right answers of all that were asked. */
function knowledgeRows(knowledge: Knowledge | null): FigureRow[] {
  if (knowledge === null) return [];
  const { untaken } = knowledge;
  return [
    ...knowledge.quizzes.map(({ title, shown }) =>
      row(`Passed: ${title}`, { figure: passedWords(shown) }),
    ),
    ...(untaken.count > 0
      ? [row('Quizzes not taken yet', { figure: peopleOf(untaken.count, untaken.of) })]
      : []),
    ...knowledge.topics.map(({ topic, right, of }) =>
      row(`Right answers: ${topicLabel(topic)}`, { figure: peopleOf(right, of) }),
    ),
  ];
}

function passedWords(shown: ShownPassed): string {
  if (typeof shown === 'string') return PASSED_WORDS[shown];
  return peopleOf(shown.passed, shown.of);
}

const PASSED_WORDS = {
  all: 'all',
  'not-all': 'not all',
  'no-one': 'no one in this group',
} as const;

function leftOutRows(one: LeftOut): FigureRow[] {
  const of = (n: number) => peopleOf(n, one.inPost);
  return [
    row('Something is asked of them: counted', { figure: of(one.counted) }),
    row('On long absence', { figure: of(one.away), rest: awayNote(one) }),
    row('Exempt from something, until a day', { figure: of(one.exempt) }),
    row('Nothing is asked of them', { figure: of(one.nothingAsked), rest: one.nothingAskedOf }),
    row('Marked as left without a last day: counted', { figure: of(one.leftWithoutDay) }),
    row(`Left since ${inWords(one.leftSince)}: not counted`, { figure: String(one.left) }),
    row('Begin later: not counted', { figure: String(one.toBegin) }),
    row('Courses booked, not yet done', { figure: String(one.booked) }),
  ];
}

function shownRow(item: string, shown: Shown): FigureRow {
  return {
    ...row(item, { figure: shownShare(shown), rest: shownRest(shown) }),
    leftOut: shownLeftOut(shown),
    shown,
  };
}

function row(item: string, words: Partial<Omit<FigureRow, 'item'>>): FigureRow {
  return {
    item,
    figure: '',
    rest: '',
    leftOut: '',
    lastTerm: '',
    shown: null,
    shownLastTerm: null,
    ...words,
  };
}
