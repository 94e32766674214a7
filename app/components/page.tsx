import { useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Notification } from './content.tsx';
import { ErrorSummary } from './error-summary.tsx';
import type { FieldErrors } from './field-errors.ts';
import { Foot } from './foot.tsx';
import { Masthead } from './masthead.tsx';
import type { Shell } from './shell.ts';

export type Crumb = { href: string; label: string };

type PageProps = {
  /** The one `h1`. */
  title: string;
  /** Null for pages that are seen signed out. */
  shell: Shell | null;
  /** The page's answer in its first sentence, computed: the largest words on the page. */
  answer?: ReactNode;
  /** What the title belongs to, above it. */
  caption?: ReactNode;
  back?: { href: string; label?: string };
  /** The way to this page, without the page itself. */
  breadcrumbs?: readonly Crumb[];
  /** What has just been done. */
  notification?: ReactNode;
  /** What is wrong with the form: shown before the title. */
  errors?: FieldErrors;
  /** Wide for tables and dashboards; a text column otherwise. */
  width?: 'wide';
  children: ReactNode;
};

/** A whole page: skip link, head, menu, the way back, title, answer, content, foot. */
export function Page(props: PageProps) {
  const { title, shell, answer, caption, notification, errors, width, children } = props;
  const location = useLocation();
  return (
    <div className={width === 'wide' ? 'page page--wide' : 'page'}>
      <a className="govuk-skip-link" href="#main">
        Skip to main content
      </a>
      <Masthead shell={shell} path={location.pathname + location.search} />
      <div className="govuk-width-container">
        <WayBack back={props.back} breadcrumbs={props.breadcrumbs} />
        <main className="govuk-main-wrapper" id="main">
          {notification ? <Notification>{notification}</Notification> : null}
          <ErrorSummary errors={errors} />
          {caption ? <p className="page__caption">{caption}</p> : null}
          <h1 className={answer ? 'page__title page__title--small' : 'page__title'}>{title}</h1>
          {answer ? <p className="page__answer">{answer}</p> : null}
          <div className="page__content">{children}</div>
        </main>
      </div>
      <Foot />
    </div>
  );
}

function WayBack({ back, breadcrumbs }: Pick<PageProps, 'back' | 'breadcrumbs'>) {
  if (back) {
    return (
      <nav aria-label="Back">
        <a className="govuk-back-link" href={back.href}>
          {back.label ?? 'Back'}
        </a>
      </nav>
    );
  }
  if (!breadcrumbs?.length) return null;
  return (
    <nav className="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol className="govuk-breadcrumbs__list">
        {breadcrumbs.map(({ href, label }) => (
          <li className="govuk-breadcrumbs__list-item" key={href}>
            <a className="govuk-breadcrumbs__link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
