import type { BankView } from '#app/domain/quiz/bank.ts';
import { QUESTION_STATES } from '#app/domain/quiz/question-state.ts';
import { readPage } from './page-number.ts';

export type BankPage = BankView & { page: number };

/** Reads what of the bank an address asks for. What is unknown in it is left out. */
export function parseBankView(params: URLSearchParams, topics: readonly string[]): BankPage {
  const known = <const T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === params.get(name)) ?? null;
  return {
    topic: known('topic', topics),
    state: known('state', QUESTION_STATES),
    whose: known('whose', ['shared', 'own']),
    page: readPage(params),
  };
}

/** The address of a view, without what goes without saying. */
export function bankAddress({ topic, state, whose, page }: BankPage): string {
  const params = new URLSearchParams();
  if (topic) params.set('topic', topic);
  if (state) params.set('state', state);
  if (whose) params.set('whose', whose);
  if (page > 1) params.set('page', String(page));
  const query = params.toString();
  return query ? `/dsl/questions?${query}` : '/dsl/questions';
}
