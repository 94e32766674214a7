import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { Read } from './pixels.ts';

/** The longer side of a preview, in dots: a certificate's small print can be read on it. */
const PREVIEW_SIDE = 1600;

/** So many dots for a point at most: a tiny page is not blown up. */
const MOST_SCALE = 4;

/** The largest page that a PDF may have by its standard, in points: five metres. */
const MOST_POINTS = 14_400;

/** A PDF's first page as a picture, and how many it has. Throws where it cannot be read. */
export async function readPdf(bytes: Uint8Array): Promise<Read> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes).catch(whyNotOpened);
  if ('refusal' in document) return document;
  if (isProtected(library, document)) return { refusal: 'encrypted' };
  const pages = document.getPageCount();
  if (pages === 0) return { refusal: 'no-pages' };
  const page = document.getPage(0);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longer = Math.max(originalWidth, originalHeight);
  if (longer > MOST_POINTS) return { refusal: 'page-too-large' };
  if (Math.min(originalWidth, originalHeight) < 1) return { refusal: 'broken' };
  document.initializeFormFields();
  const scale = Math.min(MOST_SCALE, PREVIEW_SIDE / longer);
  const { width, height, data } = await page.render({
    scale,
    render: 'bitmap',
    renderFormFields: true,
  });
  return { pixels: { width, height, data: new Uint8Array(data) }, pages };
}

function whyNotOpened(error: Error): { refusal: 'encrypted' | 'broken' } {
  return { refusal: /password|security/i.test(error.message) ? 'encrypted' : 'broken' };
}

/** What the package does not hand on of PDFium: -1 where a document is not encrypted. */
type Inner = { _FPDF_GetSecurityHandlerRevision: (document: number) => number };

/** Also where it opens without a password, and only copying or printing is forbidden. */
function isProtected(library: PDFiumLibrary, document: PDFiumDocument): boolean {
  const inner: Inner = Reflect.get(library, 'module');
  return inner._FPDF_GetSecurityHandlerRevision(Reflect.get(document, 'documentIdx')) !== -1;
}
