import { CATEGORIES, type Category } from '#app/domain/types.ts';
import { cleanLine } from './characters.ts';
import { readPage } from './page-number.ts';

export const WHO = ['here', 'coming', 'left', 'all'] as const;
export type Who = (typeof WHO)[number];

/** What of the people is shown: all of it stands in the address. */
export type PeopleView = {
  /** Part of a name, staff number or e-mail address; every character stands for itself. */
  q: string;
  category: Category | null;
  /** The key of a kind of appointment. */
  kind: string | null;
  who: Who;
  page: number;
};

/** Reads the view from an address. What is unknown in it is left out. */
export function parsePeopleView(params: URLSearchParams): PeopleView {
  const known = <T extends string>(name: string, values: readonly T[]) =>
    values.find((value) => value === params.get(name)) ?? null;
  return {
    q: (cleanLine(params.get('q') ?? '') ?? '').slice(0, 100),
    category: known('category', CATEGORIES),
    kind: params.get('kind') || null,
    who: known('who', WHO) ?? 'here',
    page: readPage(params),
  };
}

/** The address of a view, without what goes without saying. */
export function peopleAddress(view: PeopleView): string {
  const params = new URLSearchParams();
  if (view.q) params.set('q', view.q);
  if (view.category) params.set('category', view.category);
  if (view.kind) params.set('kind', view.kind);
  if (view.who !== 'here') params.set('who', view.who);
  if (view.page > 1) params.set('page', String(view.page));
  const query = params.toString();
  return query ? `/admin/people?${query}` : '/admin/people';
}
