export type LinkShown = { address: string; until: string; purpose: 'invitation' | 'reset' };

/** A one-time link, shown once, for somebody to hand over. */
export function Handover({ link, name }: { link: LinkShown; name: string }) {
  return (
    <section className="handover" aria-label="The link">
      <h2>Give this link to {name}, and to nobody else</h2>
      <p className="handover__link">{link.address}</p>
      <p className="govuk-body">
        It works once, until {link.until}. With it they choose{' '}
        {link.purpose === 'invitation' ? 'a password' : 'a new password'} and sign in.
      </p>
      <p className="govuk-body">
        <strong>It is shown only now.</strong> If it is lost, make another: this one then opens
        nothing.
      </p>
    </section>
  );
}
