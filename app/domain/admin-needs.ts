import { academicYearOf, addDays, type Day } from './days.ts';
import { presenceOn } from './people-view.ts';
import type { PersonFacts, Term } from './types.ts';

type Named = { id: number; name: string };

/** What needs an administrator. */
export type Need =
  | { kind: 'left-without-day' | 'no-appointment' | 'nobody-fits'; people: Named[] }
  | { kind: 'same-email'; email: string; people: Named[] }
  | { kind: 'left-administrator'; people: Named[] }
  | { kind: 'no-account'; people: Named[] }
  | { kind: 'invitation-over'; people: Named[] }
  | { kind: 'no-terms'; year: number }
  | { kind: 'nobody-yet' | 'only-administrator' };

export type Known = PersonFacts &
  Named & { email: string | null; leftWithoutDay: boolean; hasAccount: boolean };

/** An account of the school, as far as it may need something. */
export type KnownAccount = {
  personId: number | null;
  canSignIn: boolean;
  isAdministrator: boolean;
  /** Invited, the invitation not used and still open. */
  isInvited: boolean;
};

type Asked = {
  people: readonly Known[];
  accounts: readonly KnownAccount[];
  /** Those in post of whom nothing is asked. */
  unasked: readonly Named[];
  terms: readonly Term[];
  today: Day;
};

/** Everything that needs an administrator on this day, the most pressing first. */
export function needsOf(asked: Asked): Need[] {
  const { people, accounts, unasked, today } = asked;
  const here = people.filter((person) => presenceOn(person, today) === 'here');
  const invited = here.filter(({ id }) => accountOf(accounts, id)?.canSignIn === false);
  return [
    ...(people.length === 0 ? [{ kind: 'nobody-yet' as const }] : []),
    ...named(
      'left-without-day',
      people.filter(({ leftWithoutDay }) => leftWithoutDay),
    ),
    ...named('left-administrator', leaversWhoAdminister(asked)),
    ...named(
      'no-appointment',
      people.filter(({ appointments }) => appointments.length === 0),
    ),
    ...named('nobody-fits', unasked),
    ...sharedAddresses(here),
    ...named(
      'invitation-over',
      invited.filter(({ id }) => !accountOf(accounts, id)?.isInvited),
    ),
    ...named(
      'no-account',
      here.filter(({ hasAccount, email }) => !hasAccount && email !== null),
    ),
    ...termNeeds(asked.terms, today),
    ...administratorNeeds(accounts),
  ];
}

function named<Kind extends Need['kind']>(kind: Kind, people: readonly Named[]) {
  if (people.length === 0) return [];
  return [{ kind, people: people.map(({ id, name }) => ({ id, name })) } as Need];
}

function accountOf(accounts: readonly KnownAccount[], personId: number) {
  return accounts.find((account) => account.personId === personId);
}

function leaversWhoAdminister({ people, accounts, today }: Asked): Known[] {
  return people.filter(
    (person) =>
      presenceOn(person, today) === 'left' && accountOf(accounts, person.id)?.isAdministrator,
  );
}

function sharedAddresses(here: readonly Known[]): Need[] {
  const byEmail = Map.groupBy(here, ({ email }) => email?.toLowerCase() ?? '');
  return [...byEmail].flatMap(([email, people]): Need[] => {
    if (email === '' || people.length < 2) return [];
    return [{ kind: 'same-email', email, people: people.map(({ id, name }) => ({ id, name })) }];
  });
}

/** The terms of the year are wanted from its first day; the next year's from a month before it. */
function termNeeds(terms: readonly Term[], today: Day): Need[] {
  const year = academicYearOf(addDays(today, 31));
  if (terms.some(({ from }) => academicYearOf(from) === year)) return [];
  return [{ kind: 'no-terms', year }];
}

function administratorNeeds(accounts: readonly KnownAccount[]): Need[] {
  const able = accounts.filter(({ isAdministrator, canSignIn }) => isAdministrator && canSignIn);
  return able.length === 1 ? [{ kind: 'only-administrator' }] : [];
}
