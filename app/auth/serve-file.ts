import type { AppLoadContext } from '@remix-run/node';
import type { EvidenceFile } from '#app/data/evidence.ts';
import { readEvidence } from '#app/data/evidence-folder.ts';
import type { EvidenceMediaType } from '#app/domain/evidence/shown.ts';
import { damagedFile, fileOrPage, notFound } from './answers.ts';

type Args = { request: Request; context: AppLoadContext };

/**
 * Serves a file that is kept, or with `?preview` its picture. `find` guards first, and answers null
 * where there is nothing for whoever asks.
 */
export function serveFile(args: Args, find: () => Promise<EvidenceFile | null>): Promise<Response> {
  return fileOrPage(args, async () => {
    const file = await find();
    const wanted = file && asWanted(file, new URL(args.request.url).searchParams);
    if (!wanted) throw notFound();
    return await answerWith(args.context, wanted);
  });
}

type Wanted = { sha256: string; mediaType: EvidenceMediaType; name: string };

/** A picture is its own preview. */
function asWanted(file: EvidenceFile, query: URLSearchParams): Wanted | null {
  const isPreview = query.has('preview') && file.mediaType === 'application/pdf';
  if (!isPreview) return file;
  if (file.previewSha256 === null) return null;
  return { sha256: file.previewSha256, mediaType: 'image/jpeg', name: file.name };
}

/**
 * It is read whole before a byte goes out, 15 MB at most: only then is it known to be what was
 * handed in. What is damaged is never served. Throws 503 then.
 */
async function answerWith(
  { evidence, report }: AppLoadContext,
  { sha256, mediaType, name }: Wanted,
): Promise<Response> {
  const read = await readEvidence(evidence.folder, { sha256, mediaType });
  if (read.state !== 'sound') {
    report(new Error(`The evidence ${sha256} is ${read.state}`));
    throw damagedFile();
  }
  return new Response(read.bytes, {
    headers: {
      'Content-Type': mediaType,
      'Content-Disposition': dispositionOf(mediaType, name),
      'X-Content-Type-Options': 'nosniff',
      // Nothing in it runs, and it is no page of ours, however it is opened.
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  });
}

const ENDINGS = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' };

/**
 * A picture is looked at, a PDF is saved and opened by its own program. The name twice: letters and
 * digits for old programs, and whole as RFC 5987 has it; its ending is what it is and not what it
 * was called.
 */
export function dispositionOf(mediaType: EvidenceMediaType, name: string): string {
  const kind = mediaType === 'application/pdf' ? 'attachment' : 'inline';
  const whole = `${name.replace(/\.[^.]{1,5}$/, '') || 'file'}.${ENDINGS[mediaType]}`;
  const plain = whole
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._ -]/g, '_');
  return `${kind}; filename="${plain}"; filename*=UTF-8''${percentEncoded(whole)}`;
}

/** What RFC 5987 lets stand is less than what an address lets stand. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
