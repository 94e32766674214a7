import type { MenuItem, Shell } from '#app/components/shell.ts';
import { findTrust } from '#app/data/accounts.ts';
import { inWordsWithWeekday } from '#app/domain/days.ts';
import { may, type Permission } from '#app/domain/permissions.ts';
import type { Visit } from './visit.ts';

/** The pages that have a place in the menu, in its order, each with what it takes to open it. */
const MENU: readonly (MenuItem & { permission: Permission })[] = [
  { href: '/my', label: 'My training', permission: 'see-own' },
  { href: '/dsl', label: 'Do next', permission: 'see-training' },
  { href: '/dsl/matrix', label: 'Matrix', permission: 'see-training' },
  { href: '/dsl/requirements', label: 'Requirements', permission: 'see-requirements' },
  { href: '/admin', label: 'Administration', permission: 'administer' },
  { href: '/governors', label: 'Dashboard', permission: 'see-dashboard' },
  { href: '/trust', label: 'Trust', permission: 'see-trust' },
];

/** What stands round the page of this visit: only what it may open is in the menu. */
export function shellOf(visit: Visit): Shell {
  const trustId = visit.school?.trustId ?? visit.trustId;
  const pages = MENU.filter(({ permission }) => may(visit.roles, permission));
  return {
    schoolName: visit.school?.name ?? null,
    trustName: trustId === null ? null : (findTrust(visit.database, trustId)?.name ?? null),
    personName: visit.accountName,
    menu: [
      ...pages.map(({ href, label }) => ({ href, label })),
      { href: '/my/account', label: 'Your account' },
    ],
    today: { words: inWordsWithWeekday(visit.today), iso: visit.today },
    isDemo: visit.isDemo,
    otherPlacesHref: visit.places.length > 1 ? '/choose' : null,
  };
}
