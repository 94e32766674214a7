import { SummaryList } from './content.tsx';
import { Section } from './section.tsx';

export type AccountShown = {
  accountId: number;
  email: string;
  canSignIn: boolean;
  isAdministrator: boolean;
  /** Until when a one-time link that was made can still be used. */
  linkUntil: string | null;
  signedInAt: string | null;
};

/** Whether somebody can sign in, and what follows. */
export function PersonAccount({ id, account }: { id: number; account: AccountShown | null }) {
  if (account === null) {
    const invite = { href: `/admin/people/${id}/invite`, label: 'Invite them' };
    return (
      <Section title="Account" links={[invite]}>
        <p className="govuk-body">
          They have no account, so they cannot sign in. Their training is kept all the same.
        </p>
      </Section>
    );
  }
  const home = `/admin/accounts/${account.accountId}`;
  return (
    <Section title="Account" links={[{ href: home, label: 'Change the account' }]}>
      <SummaryList rows={accountRows(account)} />
    </Section>
  );
}

/** What is known of an account, as key and value. */
export function accountRows(account: AccountShown) {
  return [
    { key: 'Signs in as', value: account.email },
    { key: 'State', value: stateOf(account) },
    { key: 'Signed in since', value: account.signedInAt ?? 'Not signed in now' },
    { key: 'Administrator', value: account.isAdministrator ? 'Yes' : 'No' },
  ];
}

/** "Invited; the link can be used until …". */
export function stateOf({ canSignIn, linkUntil }: AccountShown): string {
  if (canSignIn) {
    return linkUntil
      ? `Can sign in. A link for a new password can be used until ${linkUntil}`
      : 'Can sign in';
  }
  return linkUntil
    ? `Invited. The link can be used until ${linkUntil}`
    : 'Invited, and the link has run out';
}
