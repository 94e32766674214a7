import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { newCode } from './codes.ts';
import type { Log } from './log.ts';

/** What the server knows of one request while it is answered. */
export type Locals = {
  requestId: string;
  nonce: string;
  trouble: 'storage' | 'malformed-body' | null;
  /** Is it asked for as data, and not as a page or a file? */
  isDataRequest: boolean;
  /** The status that was sent; null while none was. */
  status: number | null;
};

export function localsOf(response: Response): Locals {
  return response.locals as Locals;
}

/** Gives the request its id and its nonce, and writes one line about it when it is over. */
export function beginRequest(log: Log): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const locals: Locals = {
      requestId: newCode(2),
      nonce: randomBytes(16).toString('base64'),
      trouble: null,
      isDataRequest: false,
      status: null,
    };
    Object.assign(response.locals, locals);
    response.setHeader('X-Request-Id', locals.requestId);
    settleHead(response, request.method);
    response.on('close', () => {
      const level = request.path === '/healthz' ? 'debug' : 'info';
      log[level]({
        requestId: locals.requestId,
        method: request.method,
        path: withoutTokens(request.originalUrl),
        status: localsOf(response).status,
        ms: Math.round(performance.now() - begun),
      });
    });
    next();
  };
}

/** The path without its query; what is long enough to be a one-time token is left out of it too. */
function withoutTokens(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? '';
  return path.slice(0, 500).replace(/[\w-]{24,}/g, '…');
}

const SECONDS_UNTIL_RETRY = '30';

/** The last word on status and headers, whoever makes the answer. */
function settleHead(response: Response, method: string): void {
  const writeHead = response.writeHead.bind(response) as (...rest: unknown[]) => Response;
  response.writeHead = ((status: number, ...rest: unknown[]) => {
    const settled = settledStatus(status, localsOf(response));
    localsOf(response).status = settled;
    response.statusCode = settled;
    // The routes' own word for a status that is no longer theirs.
    if (settled !== status) response.statusMessage = '';
    const otherwise = (name: string, value: string) => {
      if (!response.hasHeader(name)) response.setHeader(name, value);
    };
    otherwise('Cache-Control', 'no-store');
    if (settled === 503) otherwise('Retry-After', SECONDS_UNTIL_RETRY);
    if (settled === 405) otherwise('Allow', method === 'POST' ? 'GET, HEAD' : 'POST');
    return writeHead(settled, ...rest);
  }) as typeof response.writeHead;
}

function settledStatus(status: number, { trouble }: Locals): number {
  if (status !== 500 || trouble === null) return status;
  return trouble === 'storage' ? 503 : 400;
}
