import { PassThrough } from 'node:stream';
import type { ActionFunctionArgs, AppLoadContext, EntryContext } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import type { ReactNode } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { ResponseContext } from '#app/components/response-context.ts';
import { drawPage, type ServerPage, TROUBLE_PAGES } from '#app/platform/pages.ts';

const RENDER_MILLISECONDS = 10_000;

/**
 * Draws a whole document. A string costs a fraction of a stream; only a page with scripts needs the
 * stream, because what Remix hands to the browser suspends. Either way the page is complete when it
 * is sent, for browsers and bots alike.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const trouble = context.trouble();
  if (trouble !== null) return drawTrouble(TROUBLE_PAGES[trouble], context);
  const page = (
    <ResponseContext.Provider value={{ nonce: context.nonce, requestId: context.requestId }}>
      <RemixServer context={remix} url={request.url} nonce={context.nonce} />
    </ResponseContext.Provider>
  );
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const body = wantsScripts(remix)
    ? await drawWithScripts(page, context)
    : withReload(withErrorTitle(`<!DOCTYPE html>${renderToString(page)}`), context.nonce);
  return new Response(body, { status, headers });
}

/**
 * Puts "Error: " before the title of a page whose form came back, since a screen reader reads the
 * title first. A route's `meta` is not told what its action answered, so it is done here.
 */
function withErrorTitle(html: string): string {
  if (!html.includes('class="govuk-error-summary"')) return html;
  return html.replace('<title>', '<title>Error: ');
}

/** While somebody works on the sources, pages without scripts reload too. */
function withReload(html: string, nonce: string): string {
  if (!import.meta.env.DEV) return html;
  const client = `<script type="module" nonce="${nonce}" src="/@vite/client"></script>`;
  return html.replace('</head>', `${client}</head>`);
}

/** Needs nothing of the routes: what failed for them may fail for their error page too. */
function drawTrouble(page: ServerPage, context: AppLoadContext): Response {
  const headers = { 'Content-Type': 'text/html; charset=utf-8' };
  return new Response(drawPage(page, context), { status: page.status, headers });
}

function wantsScripts(remix: EntryContext): boolean {
  return remix.staticHandlerContext.matches.some(({ route }) => {
    const handle = remix.routeModules[route.id]?.handle;
    return Boolean((handle as { scripts?: boolean } | undefined)?.scripts);
  });
}

function drawWithScripts(page: ReactNode, context: AppLoadContext): Promise<ReadableStream> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce: context.nonce,
      onAllReady() {
        clearTimeout(late);
        const body = new PassThrough();
        resolve(createReadableStreamFromReadable(body));
        pipe(body);
      },
      onShellError: reject,
      onError: context.report,
    });
    const late = setTimeout(abort, RENDER_MILLISECONDS);
  });
}

/** What no route expected: to the log, with the reference that the page names. */
export function handleError(
  error: unknown,
  { request, context }: Pick<ActionFunctionArgs, 'request' | 'context'>,
): void {
  const isAnswer = isRouteErrorResponse(error) && error.status < 500;
  if (!isAnswer && !request.signal.aborted) context.report(error);
}
