import type { Request, RequestHandler, Response } from 'express';
import { MEGABYTES_A_FORM } from '#app/domain/evidence/refusals.ts';
import type { Answer } from './server.ts';

const MEGABYTE = 1024 * 1024;
/** A file of questions has room in it, also as text between its preview and its import. */
const FORM_BYTES = MEGABYTE;
const IMPORT_BYTES = 20 * MEGABYTE;
/** What may be handed in at once, with room for the rest of the form. */
const EVIDENCE_BYTES = (MEGABYTES_A_FORM + 1) * MEGABYTE;
/** Of all bodies that are being read or acted on together: they are held in memory meanwhile. */
const HELD_BYTES = 8 * EVIDENCE_BYTES;
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
  const held = { bytes: 0 };
  return (request, response, next) => {
    if (request.method !== 'POST') return next();
    const limit = limitOf(request);
    const told = Number(request.headers['content-length'] ?? 0);
    if (told > limit) return refuseBody(request, response, answer);
    if (!FORM_KINDS.test(request.headers['content-type'] ?? '')) {
      return refuseBody(request, response, answer, 'wrongKind');
    }
    countBody({ request, response }, { limit, held }, (page) =>
      refuseBody(request, response, answer, page),
    );
    next();
  };
}

const IMPORT = /^\/admin\/import(\.data|\/|$)/;

/** Where somebody may send files of evidence with a form. */
const EVIDENCE =
  /^\/(my\/(hand-in|first-weeks|read)|dsl\/(checks|first-weeks|people|publications|record|sessions|starters|updates))(\.data|\/|$)/;

function limitOf({ path, headers }: Request): number {
  if (IMPORT.test(path)) return IMPORT_BYTES;
  const isMultipart = /^multipart\//i.test(headers['content-type'] ?? '');
  return isMultipart && EVIDENCE.test(path) ? EVIDENCE_BYTES : FORM_BYTES;
}

type Limits = { limit: number; held: { bytes: number } };

/**
 * Counts while the parser hands the body on, without reading it before its reader does. Over the
 * limit the reader gets an error, and the rest is thrown away.
 */
function countBody(
  { request, response }: { request: Request; response: Response },
  { limit, held }: Limits,
  onTooMuch: (page: 'tooLarge' | 'busy') => void,
): void {
  const push = request.push.bind(request);
  let bytes = 0;
  let isRefused = false;
  // What comes after the answer is thrown away as it comes.
  let isAnswered = false;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk === null || isRefused) return chunk === null ? push(null) : true;
    bytes += chunk.length;
    if (!isAnswered) held.bytes += chunk.length;
    if (bytes <= limit && held.bytes <= HELD_BYTES) return push(chunk, encoding);
    isRefused = true;
    onTooMuch(bytes > limit ? 'tooLarge' : 'busy');
    return true;
  };
  response.once('close', () => {
    isAnswered = true;
    held.bytes -= bytes;
  });
}

/**
 * Answers at once. Node reads the rest of the body and throws it away, up to its request timeout: a
 * connection closed on somebody who is still sending shows them no answer.
 */
function refuseBody(
  request: Request,
  response: Response,
  answer: Answer,
  page: 'tooLarge' | 'wrongKind' | 'busy' = 'tooLarge',
): void {
  answer(response, page);
  request.on('error', () => {});
  request.emit('error', new Error('The body was refused'));
  request.resume();
}
