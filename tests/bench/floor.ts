import { PassThrough } from 'node:stream';
import { createRequestHandler } from '@remix-run/express';
import {
  createReadableStreamFromReadable,
  type EntryContext,
  type ServerBuild,
} from '@remix-run/node';
import { Links, Meta, Outlet, RemixServer } from '@remix-run/react';
import express from 'express';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { FLOOR_MARKER } from './floor-process.ts';

/**
 * The floor of the benchmark, a process of its own: Remix on Express with one route that does nothing,
 * drawn as Remix's own template draws it. It has no script, no compression and no database, so that
 * nothing that InDate could leave out makes the floor dearer.
 */
const root = () =>
  createElement(
    'html',
    { lang: 'en-GB' },
    createElement('head', null, createElement(Meta), createElement(Links)),
    createElement('body', null, createElement(Outlet)),
  );

function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      createElement(RemixServer, { context, url: request.url }),
      {
        onShellReady() {
          const body = new PassThrough();
          headers.set('Content-Type', 'text/html');
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
      },
    );
  });
}

const routes = {
  root: { id: 'root', path: '', module: { default: root } },
  empty: {
    id: 'empty',
    parentId: 'root',
    index: true,
    module: { default: () => createElement('p', null, FLOOR_MARKER), loader: () => null },
  },
};

const build = {
  entry: { module: { default: handleRequest } },
  routes,
  assets: {
    version: 'one',
    url: '/assets/manifest.js',
    entry: { module: '/assets/entry.js', imports: [] },
    routes: Object.fromEntries(
      Object.entries(routes).map(([id, route]) => [
        id,
        { ...route, module: `/assets/${id}.js`, hasLoader: id === 'empty', hasAction: false },
      ]),
    ),
  },
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

const app = express();
app.get('/healthz', (_request, response) => response.json({ status: 'ok' }));
app.use(createRequestHandler({ build, mode: 'production' }));
app.listen(Number(process.env.PORT));
