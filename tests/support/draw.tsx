import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticRouter, StaticRouterProvider } from 'react-router-dom/server';

/** The page of a route as HTML, with what its loader answered. */
export function drawRoute(Component: ComponentType, path: string, loaded: unknown): string {
  const location = { pathname: path, search: '', hash: '', state: null, key: 'default' };
  const route = { id: 'page', path, Component };
  const context = {
    basename: '',
    location,
    matches: [{ params: {}, pathname: path, pathnameBase: path, route }],
    loaderData: { page: loaded },
    actionData: null,
    errors: null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
  const router = createStaticRouter([route], context);
  return renderToStaticMarkup(
    <StaticRouterProvider router={router} context={context} hydrate={false} />,
  );
}

/** What is read on it: words alone, one space between them. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ');
}
