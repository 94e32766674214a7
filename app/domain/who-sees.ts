import { PERMISSIONS, type Permission, type Role } from './permissions.ts';
import { listed, sentenceCase } from './words.ts';

/** What of a person's record somebody may see, and by which permission. */
const SEEN: readonly { permission: Permission; what: string }[] = [
  { permission: 'see-own', what: 'Your own page: everything that is recorded of your training' },
  { permission: 'see-training', what: 'Your name, your appointments and your training' },
  { permission: 'check-evidence', what: 'What you hand in, to accept or return it' },
  {
    permission: 'see-quizzes',
    what: 'How you did in quizzes that count, by name; never in practice',
  },
  {
    permission: 'see-publications',
    what: 'What you declared to have read, and what you asked about it',
  },
  { permission: 'see-sessions', what: 'At which sessions you were, and the signed sheets' },
  { permission: 'see-induction', what: 'What is ticked of your first weeks' },
  { permission: 'decide-exemptions', what: 'The days of an exemption or a long absence' },
  {
    permission: 'administer',
    what: 'Your name, e-mail address, appointments and account, who changed what, and your training in a file that is exported',
  },
  { permission: 'see-dashboard', what: 'Figures of the school, without names' },
  { permission: 'see-trust', what: 'Figures of each school of the trust, without names' },
];

const ROLE_WORDS: Record<Role, string> = {
  staff: 'the person concerned',
  governor: 'governors',
  headteacher: 'the headteacher',
  dsl: 'the designated safeguarding lead',
  'deputy-dsl': 'the deputies',
  administrator: 'the administrator',
  'trust-lead': 'the lead of the trust',
};

/** Who sees what of a record, made from the table that the pages are guarded by. */
export function whoSees(): { what: string; who: string }[] {
  return SEEN.map(({ permission, what }) => ({ what, who: whoMay(permission) }));
}

function whoMay(permission: Permission): string {
  if (permission === 'see-own') return 'You';
  const roles: readonly Role[] = PERMISSIONS[permission];
  return sentenceCase(listed(roles.map((role) => ROLE_WORDS[role])));
}
