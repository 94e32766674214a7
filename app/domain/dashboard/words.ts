import { type Count, inDateOf, type Share } from '../counting.ts';
import { inWords } from '../days.ts';
import type { Shown } from '../small-groups.ts';
import { counted, listed, sentenceCase } from '../words.ts';
import type { CoverFigure, Dashboard, InductionFigure } from './dashboard.ts';
import type { Trend } from './requirements.ts';
import type { Overdue, Whole } from './shares.ts';

/** The page's answer: the school on the day in two sentences. */
export function answerOf({ on, guidance, cover }: Dashboard): string {
  return `On ${inWords(on)}, ${wholeSentence(guidance)} ${leadsCoverSentence(cover)}`;
}

function wholeSentence({ inDate, of }: Whole): string {
  if (of === 0) return 'nobody is here yet of whom law or statutory guidance asks anything.';
  const people = of === 1 ? 'person is' : 'people are';
  return `${inDate} of ${of} ${people} in date for everything that law and statutory guidance ask of them.`;
}

/** "DSL cover is secure until 14 March 2027." */
function leadsCoverSentence(cover: readonly CoverFigure[]): string {
  const leads = cover.filter(({ isLeads }) => isLeads);
  if (leads.length === 0) return 'No rule for DSL cover is set.';
  return leads.map((one) => `${one.name} ${coverVerb(one)}.`).join(' ');
}

function coverVerb(cover: CoverFigure): string {
  return cover.securesToday ? `is ${coverWords(cover)}` : coverFailure(cover);
}

/** "secure until 14 March 2027". */
export function coverWords({ securesToday, secureUntil }: CoverFigure): string {
  if (!securesToday) return 'not secure today';
  if (secureUntil === null) return 'secure, and no day is known on which it fails';
  return `secure until ${inWords(secureUntil)}`;
}

/** "fails on 15 March 2027 for want of a deputy in date"; empty where no bad day is known. */
export function coverFailure({ failsOn, securesToday, lacking }: CoverFigure): string {
  if (failsOn === null) return '';
  const day = securesToday ? `on ${inWords(failsOn)}` : 'today';
  return `fails ${day} for want of ${listed(lacking)} in date`;
}

/** "44 of 47". */
export function shareWords({ inDate, of }: Share): string {
  return of === 0 ? 'no one' : `${inDate} of ${of}`;
}

/** What is not plainly in date: "3 overdue; 12 of those in date have something not yet due…". */
export function wholeRest({ inDate, of, notYetDue, notYetDueUntil }: Whole): string {
  const until = notYetDueUntil === null ? '' : ` (until ${inWords(notYetDueUntil)})`;
  return joined(
    of > inDate ? `${of - inDate} overdue for something` : '',
    notYetDue > 0 ? `${notYetDue} of the ${inDate} have something not yet due${until}` : '',
  );
}

/** "44 of 47", or what may be said of a small group. */
export function shownShare(shown: Shown): string {
  if (shown === 'all') return 'all';
  if (shown === 'not-all') return 'not all';
  if (shown === 'no-one') return 'no one in this group';
  return `${inDateOf(shown)} of ${shown.of}`;
}

/** The rest of a figure: not yet due and until when, overdue, and what has no interval. */
export function shownRest(shown: Shown): string {
  if (typeof shown === 'string') return '';
  return joined(
    shown.overdue > 0 ? `${shown.overdue} overdue` : '',
    notYetDueWords(shown),
    shown.dueSoon > 0 ? `${shown.dueSoon} of the ${inDateOf(shown)} due soon` : '',
    noIntervalWords(shown),
  );
}

function notYetDueWords({ notYetDue, notYetDueUntil }: Count): string {
  if (notYetDue === 0) return '';
  const until = notYetDueUntil === null ? '' : ` (until ${inWords(notYetDueUntil)})`;
  return `${notYetDue} not yet due${until}`;
}

function noIntervalWords({ noInterval }: Count): string {
  return noInterval === 0 ? '' : `${noInterval} with no interval set`;
}

/** "1 exempt, 1 away". */
export function shownLeftOut(shown: Shown): string {
  if (typeof shown === 'string') return '';
  const exempt = shown.exempt > 0 ? `${shown.exempt} exempt` : '';
  return [exempt, shown.away > 0 ? `${shown.away} away` : ''].filter(Boolean).join(', ');
}

/** Last term's figure with the way it went: "30 of 41 (now better)". */
export function lastTermWords(shown: Shown | null, trend: Trend | null): string {
  if (shown === null) return 'not asked';
  return [shownShare(shown), trend && TRENDS[trend]].filter(Boolean).join(' ');
}

const TRENDS: Record<Trend, string> = {
  better: '(now better)',
  same: '',
  worse: '(now worse)',
};

/** Of those who began this term, how many met everything on time. */
export function inductionWords({ shown }: InductionFigure): string {
  if (shown === 'no-one') return 'no one yet';
  if (typeof shown === 'string') return shown === 'all' ? 'all' : 'not all';
  return `${shown.onTime} of ${shown.of}`;
}

/** The same as a sentence that says who is counted; also where the term's dates are not entered. */
export function inductionSentence(induction: InductionFigure | null): string {
  if (induction === null) {
    return 'It is not known who began this term: no dates of it are entered.';
  }
  const { term, startedFrom, shown } = induction;
  const who = `who began since ${inWords(startedFrom)} (${term})`;
  if (shown === 'no-one') return `Nothing has fallen due yet for anybody ${who}.`;
  const many = typeof shown === 'string' ? '' : ' people';
  return `${sentenceCase(inductionWords(induction))}${many} ${who}, and of whom something has fallen due, had met all of it on its day.`;
}

/** "3 people of 47". */
export function peopleOf(n: number, of: number): string {
  return `${n} of ${of}`;
}

/** "of whom 2 with no day of return known"; empty for none. */
export function awayNote({ awayOpen }: { awayOpen: number }): string {
  return awayOpen === 0
    ? ''
    : `for ${counted(awayOpen, 'person', 'people')} the return is not known`;
}

/** How many are overdue, and how the two breakdowns count them. */
export function overdueWords({ people, of }: Overdue): string {
  if (people === 0) return `Nobody of ${of} people is overdue for anything.`;
  const are = people === 1 ? 'person is' : 'people are';
  return `${people} of ${of} ${are} overdue for something, each counted once: by what is longest overdue, and by what weighs most.`;
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join('; ');
}
