import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express';
import { parseDay } from '#app/domain/days.ts';
import { isOurOwn } from './cross-site.ts';
import type { Settings } from './env.ts';
import { secureHeaders } from './headers.ts';
import { addressLimits, bodyLimits, methodLimits } from './limits.ts';
import type { Log } from './log.ts';
import { drawPage, PAGES } from './pages.ts';
import { beginRequest, localsOf } from './request.ts';

export type ServerParts = {
  settings: Settings;
  log: Log;
  isDemo: boolean;
  database: AppLoadContext['database'];
  evidence: AppLoadContext['evidence'];
  /** The routes: as built, or as Vite has them at the moment. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** The folder of the browser's files; null where Vite serves them. */
  clientFolder: string | null;
  vite?: RequestHandler;
  /** Is the database reachable and its schema current? */
  isHealthy: () => boolean;
  isStorageTrouble: (error: unknown) => boolean;
};

/** Sends one of the server's own pages. */
export type Answer = (response: Response, page: keyof typeof PAGES) => void;

const answer: Answer = (response, name) => {
  const page = PAGES[name];
  response
    .status(page.status)
    .type('html')
    .send(drawPage(page, localsOf(response)));
};

/** Everything between the socket and the routes: what is refused here never reaches them. */
export function createServer(parts: ServerParts): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', parts.settings.trustedProxy ?? false);
  app.use(beginRequest(parts.log));
  app.use(secureHeaders(parts.settings, parts.vite !== undefined));
  app.use(compression());
  app.use(addressLimits(answer), methodLimits(answer));
  app.get('/healthz', healthz(parts));
  // Before anything that waits: a body is counted from its first byte.
  app.use(crossSiteGuard(parts.settings), bodyLimits(answer));
  app.use(clientFiles(parts));
  app.use(routes(parts));
  app.use(lastResort(parts));
  return app;
}

function healthz({ isHealthy }: ServerParts): RequestHandler {
  return (_request, response) => {
    const healthy = isHealthy();
    response.status(healthy ? 200 : 503).json({ status: healthy ? 'ok' : 'unavailable' });
  };
}

/** Built files carry a hash of themselves in their name, and so never change. */
function clientFiles({ clientFolder, vite }: ServerParts): RequestHandler[] {
  if (clientFolder === null) return vite ? [vite] : [];
  const router = express.Router();
  const assets = `${clientFolder}/assets`;
  const never = { dotfiles: 'ignore', index: false, redirect: false } as const;
  router.use('/assets', express.static(assets, { ...never, immutable: true, maxAge: '1y' }));
  router.use(express.static(clientFolder, { ...never, maxAge: '1h' }));
  return [router];
}

/**
 * Stands before Remix, whose own check leaves resource routes and data requests open. What passes
 * goes on under our own host and origin, so that nothing a request says of either counts.
 */
function crossSiteGuard({ origin }: Settings): RequestHandler {
  const { host } = new URL(origin);
  return (request, response, next) => {
    const { headers, method } = request;
    const secFetchSite = request.get('sec-fetch-site');
    if (!isOurOwn({ method, secFetchSite, origin: headers.origin }, origin)) {
      return answer(response, 'crossSite');
    }
    headers.host = host;
    delete headers['x-forwarded-host'];
    if (headers.origin !== undefined) headers.origin = origin;
    next();
  };
}

function routes(parts: ServerParts): RequestHandler {
  const handle = createRequestHandler({
    build: parts.build,
    mode: parts.vite ? 'development' : 'production',
    getLoadContext: (request, response) => contextOf(parts, request, response),
  });
  return (request, response, next) => {
    const asked = parts.isDemo ? request.get('x-indate-today') : undefined;
    if (asked !== undefined && parseDay(asked) === null) return answer(response, 'noSuchDay');
    localsOf(response).isDataRequest = request.path.endsWith('.data') || '_data' in request.query;
    request.originalUrl = withoutDataParameter(request.originalUrl);
    handle(request, response, next);
  };
}

/**
 * Remix still knows the way in which data was asked for before `….data`, but loses the status of a
 * form that is wrong on it, and calls each use a fault in the log. Nothing of ours asks so: who does
 * is answered as for the page, and told that they are signed out as for data.
 */
function withoutDataParameter(url: string): string {
  const [path = '', query] = url.split('?', 2);
  if (query === undefined) return url;
  const kept = query.split('&').filter((part) => !new URLSearchParams(part).has('_data'));
  return kept.length === 0 ? path : `${path}?${kept.join('&')}`;
}

function contextOf(
  { database, settings, evidence, isDemo, log, isStorageTrouble }: ServerParts,
  request: express.Request,
  response: Response,
): AppLoadContext {
  const locals = localsOf(response);
  return {
    database,
    settings,
    evidence,
    isDemo,
    nonce: locals.nonce,
    requestId: locals.requestId,
    clientAddress: request.ip ?? '',
    isDataRequest: locals.isDataRequest,
    requestedDay: isDemo ? parseDay(request.get('x-indate-today') ?? '') : null,
    trouble: () => locals.trouble,
    report: (error) => {
      if (isStorageTrouble(error)) locals.trouble = 'storage';
      else if (isMalformedBody(error)) locals.trouble ??= 'malformed-body';
      if (locals.status === null) log.error({ requestId: locals.requestId, err: error });
    },
  };
}

/** `request.formData()` of a body that is not what its content type says. */
function isMalformedBody(error: unknown): boolean {
  return error instanceof TypeError && /form ?data|multipart|boundary/i.test(error.message);
}

function lastResort({ log, isStorageTrouble }: ServerParts): ErrorRequestHandler {
  return (error, _request, response, _next) => {
    const { requestId } = localsOf(response);
    // The answer was given already, and what came after it has nobody to be told to.
    if (response.headersSent) return response.end();
    if (error instanceof URIError || error.status === 400) return answer(response, 'malformed');
    log.error({ requestId, err: error });
    answer(response, isStorageTrouble(error) ? 'storage' : 'fault');
  };
}
