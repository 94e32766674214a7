import { inWords } from '../days.ts';
import { counted, sentenceCase } from '../words.ts';
import { type Period, periodInWords } from './period.ts';
import type { Outside, QuizFigures, ResultState } from './results.ts';
import type { TalkNeeded } from './retry.ts';
import type { Lasting } from './valid-to.ts';

/** A quiz as the first sentence knows it. */
type Told = { title: string; attempts: number; figures: QuizFigures };

/**
 * The first sentence about all quizzes: how the first of them went, and who is to be talked with.
 * They stand in the school's own order, the annual one first.
 */
export function quizzesAnswer(period: Period, quizzes: readonly Told[], talks: number): string {
  if (quizzes.length === 0) {
    return period.isCurrent
      ? 'There are no quizzes yet.'
      : `Nobody handed in a quiz ${periodInWords(period)}.`;
  }
  if (quizzes.every(({ attempts }) => attempts === 0)) {
    return `Nobody has handed in a quiz ${periodInWords(period)}.`;
  }
  const first = quizzes.find(({ figures }) => figures.of > 0) ?? quizzes[0];
  const passed = first ? passedWords(period, first.figures, ` ${first.title}`) : '';
  return talks > 0 ? `${passed}; ${talksWords(talks)}.` : `${passed}.`;
}

/** "Since 1 September 2026, 41 of 52 people have passed". */
function passedWords(period: Period, { passed, of }: QuizFigures, what: string): string {
  if (of === 0) return `${sentenceCase(periodInWords(period))}, nobody was asked to take it`;
  const have = period.isCurrent ? (of === 1 ? 'has passed' : 'have passed') : 'passed';
  const people = counted(of, 'person', 'people');
  return `${sentenceCase(periodInWords(period))}, ${passed} of ${people} ${have}${what}`;
}

function talksWords(talks: number): string {
  const have = talks === 1 ? 'person has' : 'people have';
  return `${talks} ${have} failed a quiz three times or more and ${talks === 1 ? 'needs' : 'need'} a talk`;
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
