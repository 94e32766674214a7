import { Button, FormKey } from './button.tsx';

type AccountFormsProps = {
  account: { name: string; canSignIn: boolean; isAdministrator: boolean };
  isOwn: boolean;
  formKeys: { link: string; administrator: string };
};

/** What an administrator can do with an account: a one-time link, the administrator's part. */
export function AccountForms({ account, isOwn, formKeys }: AccountFormsProps) {
  return (
    <>
      <section className="section">
        <h2>{account.canSignIn ? 'A forgotten password' : 'The invitation'}</h2>
        <p className="govuk-body">
          {account.canSignIn
            ? 'Make a link with which they choose a new password. It works once, for a day.'
            : 'Make another link with which they choose a password. It works once, for a week, and the one before opens nothing any more.'}
        </p>
        <form method="post">
          <FormKey value={formKeys.link} />
          <input type="hidden" name="intent" value="link" />
          <Button kind="secondary">Make a link for {account.name}</Button>
        </form>
      </section>
      <section className="section">
        <h2>Administrator</h2>
        {account.isAdministrator ? (
          <Revoke account={account} isOwn={isOwn} formKey={formKeys.administrator} />
        ) : (
          <Grant name={account.name} formKey={formKeys.administrator} />
        )}
      </section>
    </>
  );
}

function Grant({ name, formKey }: { name: string; formKey: string }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Make {name} administrator</span>
      </summary>
      <form className="govuk-details__text" method="post">
        <p className="govuk-body">
          They will see and change every person, appointment, account and setting of this school.
        </p>
        <FormKey value={formKey} />
        <input type="hidden" name="intent" value="grant" />
        <Button>Yes, make them administrator</Button>
      </form>
    </details>
  );
}

function Revoke({
  account,
  isOwn,
  formKey,
}: Omit<AccountFormsProps, 'formKeys'> & { formKey: string }) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          Take the administrator’s part from {isOwn ? 'yourself' : account.name}
        </span>
      </summary>
      <form className="govuk-details__text" method="post">
        <p className="govuk-body">
          It counts from the next page that they open. A school always keeps one administrator who
          can sign in.
        </p>
        <FormKey value={formKey} />
        <input type="hidden" name="intent" value="revoke" />
        <Button kind="warning">Yes, take it away</Button>
      </form>
    </details>
  );
}
