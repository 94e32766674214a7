/**
 * Who may see and do what (one table: guards, menus and the test of every page as every role are
 * made from it). Roles come from the appointments that somebody holds on the day and from what was
 * granted to their account.
 */
const ROLES = [
  'staff',
  'governor',
  'headteacher',
  'dsl',
  'deputy-dsl',
  'administrator',
  'trust-lead',
] as const;
export type Role = (typeof ROLES)[number];

/** `person`: anybody whose training the school answers for. */
export const PERMISSIONS = {
  /** Their own page and history. */
  'see-own': ['staff', 'governor', 'headteacher', 'dsl', 'deputy-dsl'],
  /** The school's offer: everybody who has something open at the school. */
  'see-offer': ['staff', 'governor', 'headteacher', 'dsl', 'deputy-dsl', 'administrator'],
  /** Write and publish sections, keep the list of what is out of date in the document. */
  'change-offer': ['dsl', 'deputy-dsl'],
  /** The bank of questions, and what attempts say of it; the results of quizzes, by name. */
  'see-quizzes': ['headteacher', 'dsl', 'deputy-dsl'],
  'change-quizzes': ['dsl', 'deputy-dsl'],
  /** Everybody's training, by name. */
  'see-training': ['headteacher', 'dsl', 'deputy-dsl'],
  /** Record, correct, chase, book. */
  'record-training': ['dsl', 'deputy-dsl'],
  /** Accept or return evidence; never one's own. The headteacher where nobody else is left. */
  'check-evidence': ['headteacher', 'dsl', 'deputy-dsl'],
  /** Publications and their editions: what is read, by whom, and who has. */
  'see-publications': ['headteacher', 'dsl', 'deputy-dsl'],
  'change-publications': ['dsl', 'deputy-dsl'],
  /** Sessions, their registers and who missed them; short updates. */
  'see-sessions': ['headteacher', 'dsl', 'deputy-dsl'],
  'run-sessions': ['dsl', 'deputy-dsl'],
  /** What is open of starters' first weeks; tick what one answers for. */
  'see-induction': ['headteacher', 'dsl', 'deputy-dsl', 'administrator'],
  'change-induction': ['dsl', 'deputy-dsl'],
  'see-requirements': ['headteacher', 'dsl', 'deputy-dsl', 'administrator'],
  'change-requirements': ['dsl', 'deputy-dsl', 'administrator'],
  /** People, appointments, absences, exemptions, accounts, import, export, audit, settings. */
  administer: ['administrator'],
  /** Exemptions and absences are the DSL's decisions too. */
  'decide-exemptions': ['dsl', 'deputy-dsl', 'administrator'],
  /** The dashboard: figures, no names of staff. */
  'see-dashboard': ['governor', 'headteacher', 'dsl', 'deputy-dsl', 'administrator'],
  /** The schools of a trust side by side: figures only. */
  'see-trust': ['trust-lead'],
  'add-school': ['trust-lead'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** May somebody with these roles do this? */
export function may(roles: readonly Role[], permission: Permission): boolean {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return roles.some((role) => allowed.includes(role));
}

/**
 * The roles that appointments of these kinds and categories give. Anybody with an appointment is
 * `staff` here, in the sense of having training of their own to see, governors beside their role.
 */
export function rolesOf(kinds: readonly { kind: string; category: string }[]): Role[] {
  const roles = new Set<Role>();
  for (const { kind, category } of kinds) {
    roles.add('staff');
    if (category === 'governor') roles.add('governor');
    if (kind === 'headteacher' || kind === 'dsl' || kind === 'deputy-dsl') roles.add(kind);
  }
  return [...roles];
}
