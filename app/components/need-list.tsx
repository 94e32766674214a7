import type { ReactNode } from 'react';
import type { Need } from '#app/domain/admin-needs.ts';
import { counted } from '#app/domain/words.ts';

/** What needs an administrator, the most pressing first. */
export function NeedList({ needs }: { needs: readonly Need[] }) {
  return (
    <ol className="tasks">
      {needs.map((need) => (
        <li className="task" key={'email' in need ? need.email : need.kind}>
          <NeedBlock need={need} />
        </li>
      ))}
    </ol>
  );
}

function NeedBlock({ need }: { need: Need }) {
  switch (need.kind) {
    case 'nobody-yet':
      return (
        <Block title="Nobody is here yet">
          Begin with the staff list: <a href="/admin/import">import it</a>, or{' '}
          <a href="/admin/people/new">add people one by one</a>.
        </Block>
      );
    case 'no-terms':
      return (
        <Block title={`No terms for ${need.year}/${String(need.year + 1).slice(2)}`}>
          Comparisons with last term, and induction on time, need them.{' '}
          <a href="/admin/school/terms">Enter the terms</a>
        </Block>
      );
    case 'only-administrator':
      return (
        <Block title="You are the only administrator">
          If you are away, nobody can let people in. Choose somebody under{' '}
          <a href="/admin/accounts">Accounts</a> and make them administrator too.
        </Block>
      );
    case 'same-email':
      return (
        <Block
          title={`${need.email} belongs to ${counted(need.people.length, 'person', 'people')}`}
        >
          Each account has an address of its own, so only one of them can sign in with it.
          <People people={need.people} />
        </Block>
      );
    default:
      return (
        <Block title={titleOf(need.kind, need.people.length)}>
          {WHAT_TO_DO[need.kind]}
          {need.kind === 'no-account' ? <InviteSeveral /> : null}
          <People people={need.people} />
        </Block>
      );
  }
}

type Told = Exclude<Need['kind'], 'nobody-yet' | 'no-terms' | 'only-administrator' | 'same-email'>;

function titleOf(kind: Told, n: number): string {
  const people = counted(n, 'person', 'people');
  const titles: Record<Told, string> = {
    'left-without-day': `${people} left, with no last day`,
    'left-administrator': `${people} left and ${n === 1 ? 'is' : 'are'} still administrator`,
    'no-appointment': `${people} with no appointment`,
    'nobody-fits': `${people} of whom nothing is asked`,
    'invitation-over': `${people} whose invitation has run out`,
    'no-account': `${people} in post with an e-mail address and no account`,
  };
  return titles[kind];
}

const WHAT_TO_DO: Record<Told, string> = {
  'left-without-day': 'They still count in every figure until their last day is entered.',
  'left-administrator': 'They can still open these pages. Take the administrator’s part away.',
  'no-appointment': 'Nothing can be asked of them. Give them the appointment that they hold.',
  'nobody-fits':
    'No requirement is for anybody with their appointments. Check the appointments, or who the requirements are for.',
  'invitation-over': 'They were invited and never set a password. Make another link.',
  'no-account': 'They cannot see what is asked of them until you invite them.',
};

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="task__head">{title}</h2>
      <div className="task__text">{children}</div>
    </>
  );
}

function InviteSeveral() {
  return (
    <>
      {' '}
      <a href="/admin/accounts/invite">Invite several at once</a>
    </>
  );
}

/** So many names stand open; the others are one step away. */
const NAMES_SHOWN = 8;

function People({ people }: { people: readonly { id: number; name: string }[] }) {
  const first = people.slice(0, NAMES_SHOWN);
  const others = people.slice(NAMES_SHOWN);
  return (
    <>
      <Names people={first} />
      {others.length > 0 ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              And {counted(others.length, 'other', 'others')}
            </span>
          </summary>
          <Names people={others} />
        </details>
      ) : null}
    </>
  );
}

function Names({ people }: { people: readonly { id: number; name: string }[] }) {
  return (
    <ul className="names">
      {people.map(({ id, name }) => (
        <li key={id}>
          <a href={`/admin/people/${id}`}>{name}</a>
        </li>
      ))}
    </ul>
  );
}
