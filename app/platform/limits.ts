import type { Request, RequestHandler, Response } from 'express';
import type { Answer } from './server.ts';

const MEGABYTE = 1024 * 1024;
/** A file of questions has room in it, also as text between its preview and its import. */
const FORM_BYTES = MEGABYTE;
const IMPORT_BYTES = 20 * MEGABYTE;
const ADDRESS_CHARACTERS = 4096;
const MANIFEST_PATHS = 100;

/** Refuses addresses that no link of ours has: malformed, too long, or the manifest of everything. */
export function addressLimits(answer: Answer): RequestHandler {
  return (request, response, next) => {
    const url = request.originalUrl;
    if (url.length > ADDRESS_CHARACTERS) return answer(response, 'longAddress');
    if (!isReadable(url)) return answer(response, 'malformed');
    if (request.path === '/__manifest' && manifestPaths(url) > MANIFEST_PATHS) {
      return answer(response, 'longAddress');
    }
    next();
  };
}

function isReadable(url: string): boolean {
  if (!url.startsWith('/')) return false;
  try {
    const path = decodeURIComponent(url.split('?', 1)[0] ?? '');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    return !/[\u0000-\u001f\u007f]/.test(path);
  } catch {
    return false;
  }
}

function manifestPaths(url: string): number {
  return new URLSearchParams(url.slice(url.indexOf('?'))).getAll('p').length;
}

const ALLOWED = ['GET', 'HEAD', 'POST'];

export function methodLimits(answer: Answer): RequestHandler {
  return (request, response, next) => {
    if (ALLOWED.includes(request.method)) return next();
    response.setHeader('Allow', ALLOWED.join(', '));
    answer(response, 'method');
  };
}

const FORM_KINDS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i;

/** Forms are all that is ever sent here; their size is told beforehand, or counted as they come. */
export function bodyLimits(answer: Answer): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'POST') return next();
    const limit = limitOf(request.path);
    const told = Number(request.headers['content-length'] ?? 0);
    if (told > limit) return refuseBody(request, response, answer);
    if (!FORM_KINDS.test(request.headers['content-type'] ?? '')) {
      return refuseBody(request, response, answer, 'wrongKind');
    }
    countBody(request, limit, () => refuseBody(request, response, answer));
    next();
  };
}

function limitOf(path: string): number {
  return /^\/admin\/import(\.data|\/|$)/.test(path) ? IMPORT_BYTES : FORM_BYTES;
}

/**
 * Counts while the parser hands the body on, without reading it before its reader does. Over the
 * limit the reader gets an error, and the rest is thrown away.
 */
function countBody(request: Request, limit: number, onTooLarge: () => void): void {
  const push = request.push.bind(request);
  let bytes = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const fitted = bytes <= limit;
    bytes += chunk?.length ?? 0;
    if (bytes <= limit || chunk === null) return push(chunk, encoding);
    if (fitted) onTooLarge();
    return true;
  };
}

/**
 * Answers at once. Node reads the rest of the body and throws it away, up to its request timeout: a
 * connection closed on somebody who is still sending shows them no answer.
 */
function refuseBody(
  request: Request,
  response: Response,
  answer: Answer,
  page: 'tooLarge' | 'wrongKind' = 'tooLarge',
): void {
  answer(response, page);
  request.on('error', () => {});
  request.emit('error', new Error('The body was refused'));
  request.resume();
}
