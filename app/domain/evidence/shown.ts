import { counted } from '../words.ts';

/** The kinds of file that are kept: a picture, written anew, or a PDF as it came. */
export type EvidenceMediaType = 'image/jpeg' | 'image/png' | 'application/pdf';

/** A file that stands behind a completion, a register or an edition, as a page shows it. */
export type ShownFile = {
  /** As it was called where it came from. */
  name: string;
  mediaType: EvidenceMediaType;
  /** Of a PDF. */
  pages: number | null;
  /** Where it is served. */
  href: string;
  /** A picture of it, for an `<img>`: of a PDF, its first page. */
  previewHref: string;
};

/** Handed in with a form that is not done yet; its token is sent again with the form. */
export type WaitingFile = ShownFile & { token: string };

type Kept = Pick<ShownFile, 'name' | 'mediaType' | 'pages'>;

/** The file that is served at `href`, as a page shows it. */
export function shownFile(href: string, { name, mediaType, pages }: Kept): ShownFile {
  const previewHref = mediaType === 'application/pdf' ? `${href}?preview` : href;
  return { name, mediaType, pages, href, previewHref };
}

/** What kind of file it is: "picture", "PDF, 3 pages". */
export function fileKindInWords({ mediaType, pages }: Pick<ShownFile, 'mediaType' | 'pages'>) {
  if (mediaType !== 'application/pdf') return 'picture';
  return pages === null ? 'PDF' : `PDF, ${counted(pages, 'page', 'pages')}`;
}
