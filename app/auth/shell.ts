import { findTrust } from '#app/data/accounts.ts';
import { inWordsWithWeekday } from '#app/domain/days.ts';
import { may, type Permission } from '#app/domain/permissions.ts';
import type { Visit } from './visit.ts';

/** `also`: other addresses whose pages belong to it. */
type Item = { href: string; label: string; also?: string[] };

/** The pages that the menu leads to, in its order, each with what it takes to see it. */
const MENU: readonly (Item & { permission: Permission })[] = [
  { href: '/my', label: 'My training', permission: 'see-own' },
  { href: '/offer', label: 'Whom to tell', also: ['/dsl/offer'], permission: 'see-offer' },
  {
    href: '/dsl',
    label: 'Do next',
    also: ['/dsl/checks'],
    permission: 'see-training',
  },
  { href: '/dsl/matrix', label: 'Everybody', permission: 'see-training' },
  { href: '/dsl/requirements', label: 'Requirements', permission: 'see-requirements' },
  { href: '/dsl/publications', label: 'Reading', permission: 'see-publications' },
  {
    href: '/dsl/sessions',
    label: 'Sessions',
    also: ['/dsl/updates'],
    permission: 'see-sessions',
  },
  {
    href: '/dsl/starters',
    label: 'Starters',
    permission: 'see-induction',
  },
  {
    href: '/dsl/quizzes',
    label: 'Quizzes',
    also: ['/dsl/questions', '/dsl/briefing'],
    permission: 'see-quizzes',
  },
  { href: '/governors', label: 'Governors', permission: 'see-dashboard' },
  { href: '/admin', label: 'People and settings', permission: 'administer' },
  { href: '/trust', label: 'Our schools', permission: 'see-trust' },
];

/** What stands round a page of this visit: names, day, and a menu of what it may see. */
export function shellOf(visit: Visit) {
  return {
    schoolName: visit.school?.name ?? null,
    trustName: trustNameOf(visit),
    personName: visit.accountName,
    menu: menuOf(visit),
    today: { words: inWordsWithWeekday(visit.today), iso: visit.today as string },
    isDemo: visit.isDemo,
    otherPlacesHref: visit.places.length > 1 ? '/choose' : null,
  };
}

function trustNameOf({ database, school, trustId }: Visit): string | null {
  const id = school?.trustId ?? trustId;
  return id === null ? null : (findTrust(database, id)?.name ?? null);
}

function menuOf(visit: Visit): Item[] {
  return MENU.filter(({ permission }) => may(visit.roles, permission)).map(
    ({ permission: _, ...item }) => item,
  );
}
