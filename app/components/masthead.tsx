import { currentItem, type Shell } from './shell.ts';
import { Travel } from './travel.tsx';
import { Wordmark } from './wordmark.tsx';

/** The head of every page. `shell` is null for who is signed out; `path` is the page's address. */
export function Masthead({ shell, path }: { shell: Shell | null; path: string }) {
  return (
    <>
      {shell?.isDemo ? <Travel today={shell.today} path={path} /> : null}
      <header className="masthead">
        <div className="govuk-width-container masthead__row">
          <a className="masthead__home" href="/">
            <Wordmark />
          </a>
          {shell ? <Place shell={shell} /> : null}
          {shell ? <SignedIn shell={shell} /> : null}
        </div>
      </header>
      {shell && shell.menu.length > 0 ? <Menu shell={shell} path={pathOnly(path)} /> : null}
    </>
  );
}

function Place({ shell }: { shell: Shell }) {
  const place = shell.schoolName ?? shell.trustName;
  return (
    <p className="masthead__place">
      <span className="masthead__school">{place}</span>
      {shell.schoolName && shell.trustName ? (
        <span className="masthead__trust">{shell.trustName}</span>
      ) : null}
      <span className="masthead__today">{shell.today.words}</span>
    </p>
  );
}

function SignedIn({ shell }: { shell: Shell }) {
  return (
    <div className="masthead__person">
      <a href="/my/account">
        <span className="govuk-visually-hidden">Your account, signed in as </span>
        {shell.personName}
      </a>
      {shell.otherPlacesHref ? <a href={shell.otherPlacesHref}>Change place</a> : null}
      <form method="post" action="/sign-out">
        <button className="masthead__sign-out" type="submit">
          Sign out
        </button>
      </form>
    </div>
  );
}

function Menu({ shell, path }: { shell: Shell; path: string }) {
  const current = currentItem(shell.menu, path);
  return (
    <nav className="menu" aria-label="Main">
      <ul className="govuk-width-container menu__list">
        {shell.menu.map((item) => (
          <li key={item.href}>
            <a
              className="menu__link"
              href={item.href}
              aria-current={item === current ? (item.href === path ? 'page' : 'true') : undefined}
            >
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function pathOnly(address: string): string {
  return address.split('?')[0] ?? address;
}
