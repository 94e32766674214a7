/** The server's own answers: whole pages that need nothing else of InDate to work. */

export type ServerPage = { status: number; title: string; text: string };

export const PAGES = {
  malformed: {
    status: 400,
    title: 'This address cannot be read',
    text: 'Check it for a typing mistake, or go to the start page.',
  },
  noSuchDay: {
    status: 400,
    title: 'There is no such day',
    text: 'The x-indate-today header must be a day such as 2026-11-16.',
  },
  crossSite: {
    status: 403,
    title: 'This did not come from a page of InDate',
    text: 'Nothing was changed. Go back to InDate, open the page again and send the form from there.',
  },
  method: {
    status: 405,
    title: 'This cannot be done here',
    text: 'Nothing was changed. Go to the start page.',
  },
  tooLarge: {
    status: 413,
    title: 'That is too large',
    text: 'Nothing was saved. A form may hold 1 MB, one with certificates 40 MB, a list for import 20 MB, a file of questions 512 kB. Go back and send less, or send it in parts.',
  },
  busy: {
    status: 503,
    title: 'InDate is busy with files',
    text: 'Many people are handing in files at this moment. Nothing was saved. Wait half a minute, go back and send the form again.',
  },
  longAddress: {
    status: 414,
    title: 'This address is too long',
    text: 'Go to the start page and find the page from there.',
  },
  malformedBody: {
    status: 400,
    title: 'What was sent cannot be read',
    text: 'Nothing was saved. Go back and send the form again.',
  },
  wrongKind: {
    status: 415,
    title: 'This kind of content cannot be sent here',
    text: 'Nothing was saved. Open the page again and send its form.',
  },
  fault: {
    status: 500,
    title: 'Something went wrong',
    text: 'It is a fault of InDate, not yours. What was saved before is safe. Try again; if it happens again, tell your administrator this reference:',
  },
  storage: {
    status: 503,
    title: 'InDate cannot reach its storage',
    text: 'What you sent may not have been saved; what was saved before is safe. Wait a minute, open the page again and look. If it happens again, tell your administrator this reference:',
  },
} as const satisfies Record<string, ServerPage>;

/** What a route cannot answer itself; anything else that fails is `fault`. */
export const TROUBLE_PAGES = { storage: PAGES.storage, 'malformed-body': PAGES.malformedBody };

const STYLE = `body{margin:0;font:1.1875rem/1.5 system-ui,sans-serif;color:#221a25;background:#faf8f5;border-top:8px solid #431b40}
main{max-width:38rem;margin:0 auto;padding:2rem 1rem}h1{color:#431b40;font-family:charter,'Bitstream Charter','Sitka Text',cambria,georgia,'DejaVu Serif',serif;font-size:2rem;line-height:1.2}
a{color:#7a2c6f}code{font-size:1.1em;font-weight:700}`;

/** A page as HTML. The reference stands on it where its text ends by naming one. */
export function drawPage(
  page: ServerPage,
  { nonce, requestId }: { nonce: string; requestId: string },
): string {
  const reference = page.text.endsWith(':') ? `<p><code>${requestId}</code></p>` : '';
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asText(page.title)} - InDate</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${asText(page.title)}</h1>
<p>${asText(page.text)}</p>
${reference}
<p><a href="/">Go to the start page</a></p>
</main>
</body>
</html>
`;
}

function asText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
