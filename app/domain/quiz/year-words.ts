import { inWords } from '../days.ts';
import { counted, sentenceCase } from '../words.ts';
import { type Period, periodInWords } from './period.ts';
import type { Outside, QuizFigures, ResultState } from './results.ts';
import type { TalkNeeded } from './retry.ts';
import type { Lasting } from './valid-to.ts';

/** A quiz as the first sentence knows it. */
type Told = { title: string; attempts: number; figures: QuizFigures };

/**
 * The first sentence about all quizzes: how the first of them went, and how many people are to be
 * talked with, however many talks each of them needs. The quizzes stand in the school's own order, the
 * annual one first.
 */
export function quizzesAnswer(
  period: Period,
  quizzes: readonly Told[],
  talks: readonly { personId: number }[],
): string {
  const went = wentWords(period, quizzes);
  const people = new Set(talks.map(({ personId }) => personId)).size;
  return people > 0 ? `${went}; ${talksWords(people)}.` : `${went}.`;
}

function wentWords(period: Period, quizzes: readonly Told[]): string {
  const nobody = `Nobody ${period.isCurrent ? 'has handed' : 'handed'} in a quiz ${periodInWords(period)}`;
  const [annual] = quizzes;
  if (!annual) return period.isCurrent ? 'There are no quizzes yet' : nobody;
  if (quizzes.every(({ attempts }) => attempts === 0)) return nobody;
  const first = quizzes.find(({ figures }) => figures.of > 0) ?? annual;
  return passedWords(period, first.figures, ` ${first.title}`);
}

/** "Since 1 September 2026, 41 of 52 people have passed". */
function passedWords(period: Period, { passed, of }: QuizFigures, what: string): string {
  if (of === 0) return `${sentenceCase(periodInWords(period))}, nobody was asked to take it`;
  const have = period.isCurrent ? (of === 1 ? 'has passed' : 'have passed') : 'passed';
  const people = counted(of, 'person', 'people');
  return `${sentenceCase(periodInWords(period))}, ${passed} of ${people} ${have}${what}`;
}

function talksWords(people: number): string {
  const have = people === 1 ? 'person has' : 'people have';
  return `${people} ${have} failed a quiz three times or more and ${people === 1 ? 'needs' : 'need'} a talk`;
}

/** The first sentence about one quiz: passed, failed, not tried, in figures that add up. */
export function quizAnswer(period: Period, figures: QuizFigures): string {
  const { of, failed, notTried } = figures;
  if (of === 0) return 'Nobody in post is asked to take this quiz.';
  const rest = [
    failed > 0 ? `${failed} failed and ${failed === 1 ? 'has' : 'have'} not passed yet` : '',
    notTried > 0 ? `${notTried} ${notTried === 1 ? 'has' : 'have'} not tried` : '',
  ].filter(Boolean);
  const passed = passedWords(period, figures, '');
  return rest.length > 0 ? `${passed}; ${rest.join(', ')}.` : `${passed}.`;
}

/** "has failed Prevent three times since 5 October 2026". */
export function failedWords(title: string, { fails, since }: TalkNeeded): string {
  return `has failed ${title} ${timesInWords(fails)} since ${inWords(since)}`;
}

const TIMES = ['', 'once', 'twice', 'three times', 'four times', 'five times', 'six times'];

function timesInWords(times: number): string {
  return TIMES[times] || `${times} times`;
}

/** How long a pass counts, short, for a table; empty where it completes nothing. */
export function lastingShort(lasting: Lasting | null, completes: boolean): string {
  if (!completes) return '';
  switch (lasting?.kind) {
    case 'until':
      return `to ${inWords(lasting.validTo)}`;
    case 'no-end':
      return 'does not run out';
    case 'no-interval':
      return 'no interval set';
    case 'not-asked':
      return 'not asked of them that day';
    default:
      return 'withdrawn since';
  }
}

export const STATE_WORDS: Record<ResultState, string> = {
  passed: 'Passed',
  failed: 'Not passed yet',
  'not-tried': 'Not tried yet',
};

export const OUTSIDE_WORDS: Record<Outside, string> = {
  away: 'on long absence',
  'not-asked': 'not asked to take it',
  left: 'no longer in post',
};
