export type InvitedShown = {
  personId: number;
  name: string;
  email: string;
  /** Null: there is no link to hand over, for the reason that stands in `note`. */
  address: string | null;
  note: string;
};

/** One-time links of several people, shown once: each in a frame of its own, to print and cut up. */
export function Invitations({ invited }: { invited: readonly InvitedShown[] }) {
  return (
    <ul className="slips">
      {invited.map(({ personId, name, email, address, note }) => (
        <li className="handover" key={personId}>
          <h2>{name}</h2>
          {address ? <p className="handover__link">{address}</p> : null}
          <p className="govuk-body">
            {address ? `Signs in as ${email}. ` : ''}
            {note}
          </p>
        </li>
      ))}
    </ul>
  );
}
