import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import { ErrorPage, errorWords } from '#app/components/error-page.tsx';
import { ResponseContext } from '#app/components/response-context.ts';
import { titleOf } from '#app/components/shell.ts';
import './styles/main.scss';

export default function Root() {
  return (
    <Document>
      <Outlet />
    </Document>
  );
}

/** Whatever went wrong, on a whole page: what happened, that nothing was lost, what to do. */
export function ErrorBoundary() {
  const error = useRouteError();
  const { requestId } = useContext(ResponseContext);
  const answer = isRouteErrorResponse(error) ? error : { status: 500, data: null };
  const words = errorWords(answer.status, answer.data);
  return (
    <Document title={titleOf(words.title)}>
      <ErrorPage words={words} reference={answer.status >= 500 ? requestId : null} />
    </Document>
  );
}

function Document({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#431b40" />
        {title ? <title>{title}</title> : <Meta />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Links />
      </head>
      <body>
        {children}
        <PageScripts />
      </body>
    </html>
  );
}

/** Scripts only where a route asks for them by `handle.scripts`; every page works without. */
function PageScripts() {
  const { nonce } = useContext(ResponseContext);
  const wantsScripts = useMatches().some(
    ({ handle }) => (handle as { scripts?: boolean } | undefined)?.scripts === true,
  );
  if (!wantsScripts) return null;
  return (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}
