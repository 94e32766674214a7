import { academicYearOf, type Day } from '#app/domain/days.ts';
import { type Period, periodOf } from '#app/domain/quiz/period.ts';
import { QUESTION_SORTS, type QuestionSort } from '#app/domain/quiz/question-figures.ts';
import { readPage } from './page-number.ts';

/** No school has a figure of an earlier year. */
const FIRST_YEAR = 2000;

/** The academic year that an address asks for (`?year=2025`); that of today where it asks for none. */
export function readPeriod(query: URLSearchParams, today: Day): Period {
  const text = query.get('year') ?? '';
  const year = /^\d{4}$/.test(text) ? Number(text) : 0;
  const isKnown = year >= FIRST_YEAR && year <= academicYearOf(today);
  return periodOf(isKnown ? year : academicYearOf(today), today);
}

/** An address with the year in it, where it is not that of today. */
export function inPeriod(path: string, { year, isCurrent }: Period): string {
  return isCurrent ? path : `${path}?year=${year}`;
}

export type QuestionsView = { sort: QuestionSort; page: number };

/** How an address asks for the list of questions: the most often missed first, if it says nothing. */
export function readQuestionsView(query: URLSearchParams): QuestionsView {
  const sort = QUESTION_SORTS.find((one) => one === query.get('sort')) ?? 'facility';
  return { sort, page: readPage(query) };
}

export function questionsAddress({ sort, page }: QuestionsView): string {
  const query = new URLSearchParams();
  if (sort !== 'facility') query.set('sort', sort);
  if (page > 1) query.set('page', String(page));
  return ['/dsl/quizzes/questions', query.toString()].filter(Boolean).join('?');
}
