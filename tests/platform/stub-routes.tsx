import { createHash } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import { Outlet, Scripts, useRouteError } from '@remix-run/react';
import BetterSqlite3 from 'better-sqlite3';
import { serveFile } from '#app/auth/serve-file.ts';
import * as entry from '#app/entry.server.tsx';

/** A few routes that do what the server has to live with, in place of InDate's own. */

const requests = { slowBegun: () => {}, slowMayEnd: Promise.resolve() };

/** What a test holds while a slow request is in flight. */
export function holdSlow(): { begun: Promise<void>; end: () => void } {
  let end = () => {};
  requests.slowMayEnd = new Promise((resolve) => {
    end = resolve;
  });
  const begun = new Promise<void>((resolve) => {
    requests.slowBegun = resolve;
  });
  return { begun, end };
}

/** What the evidence folder of this server is to hold. */
export const CERTIFICATE = {
  sha256: createHash('sha256').update('%PDF-').digest('hex'),
  mediaType: 'application/pdf' as const,
  pages: 1,
  previewSha256: null,
};

function Root() {
  return (
    <html lang="en-GB">
      <body>
        <Outlet />
      </body>
    </html>
  );
}

function RootWithScripts() {
  return (
    <html lang="en-GB">
      <body>
        <Outlet />
        <Scripts nonce="for-this-test" />
      </body>
    </html>
  );
}

function ErrorBoundary() {
  const error = useRouteError();
  return <p>{error instanceof Error ? error.message : 'refused'}</p>;
}

async function countFields({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  let bytes = 0;
  for (const value of form.values()) bytes += typeof value === 'string' ? value.length : value.size;
  return Response.json({ bytes });
}

const nothing = () => null;
const Page = () => <p>a page</p>;

const modules: Record<string, Record<string, unknown>> = {
  form: { loader: () => new Response('form'), action: countFields },
  'admin/import': { loader: () => new Response('import'), action: countFields },
  'my/hand-in': { loader: () => new Response('hand in'), action: countFields },
  'my/hand-in/slow': {
    action: async (args: ActionFunctionArgs) => {
      const counted = await countFields(args);
      await requests.slowMayEnd;
      return counted;
    },
  },
  certificate: {
    loader: (args: LoaderFunctionArgs) =>
      serveFile(args, async () => ({ ...CERTIFICATE, name: 'a.pdf' })),
  },
  page: { default: Page, loader: nothing },
  scripts: { default: Page, loader: () => ({ some: 'data' }), handle: { scripts: true } },
  'full-disk': {
    default: Page,
    loader: () => {
      throw new BetterSqlite3.SqliteError('database or disk is full', 'SQLITE_FULL');
    },
  },
  'full-disk-file': {
    loader: () => {
      throw new BetterSqlite3.SqliteError('database or disk is full', 'SQLITE_FULL');
    },
  },
  fault: {
    default: Page,
    loader: () => {
      throw new Error('an inner matter');
    },
  },
  slow: {
    loader: async () => {
      requests.slowBegun();
      await requests.slowMayEnd;
      return new Response('finished');
    },
  },
  facts: {
    loader: ({ request, context }: LoaderFunctionArgs) => {
      const { clientAddress, isDemo, requestedDay, requestId } = context;
      return Response.json({ url: request.url, clientAddress, isDemo, requestedDay, requestId });
    },
    action: ({ request }: ActionFunctionArgs) =>
      Response.json({ url: request.url, origin: request.headers.get('origin') }),
  },
};

export function stubRoutes({ scripts = false } = {}): ServerBuild {
  const root = {
    id: 'root',
    path: '',
    module: { default: scripts ? RootWithScripts : Root, ErrorBoundary },
  };
  const others = Object.entries(modules).map(([path, module]) => [
    path,
    { id: path, parentId: 'root', path, module },
  ]);
  const routes = { root, ...Object.fromEntries(others) };
  return {
    entry: { module: entry },
    routes,
    assets: assetsOf(routes),
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: true,
      v3_relativeSplatPath: true,
      v3_routeConfig: true,
      v3_singleFetch: true,
      v3_throwAbortReason: true,
    },
    isSpaMode: false,
    mode: 'production',
  } as unknown as ServerBuild;
}

function assetsOf(routes: Record<string, { id: string; path: string; module: object }>) {
  const entries = Object.entries(routes).map(([id, { path, module }]) => [
    id,
    {
      id,
      parentId: id === 'root' ? undefined : 'root',
      path,
      module: `/assets/${id}.js`,
      hasLoader: 'loader' in module,
      hasAction: 'action' in module,
      hasErrorBoundary: id === 'root',
    },
  ]);
  return {
    version: 'one',
    url: '/assets/manifest.js',
    entry: { module: '/assets/entry.js', imports: [] },
    routes: Object.fromEntries(entries),
  };
}
