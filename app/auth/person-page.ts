import { may } from '#app/domain/permissions.ts';
import type { Visit } from './visit.ts';

/**
 * The page of a person that somebody comes back to from a form that both the DSL and the
 * administrator have: the administrator's where the address says `from=admin`, or where the other is
 * not open to them.
 */
export function personPageOf(visit: Visit, personId: number, query: URLSearchParams): string {
  const toAdmin = query.get('from') === 'admin' || !may(visit.roles, 'see-training');
  const isAdmin = toAdmin && may(visit.roles, 'administer');
  return `/${isAdmin ? 'admin' : 'dsl'}/people/${personId}`;
}
