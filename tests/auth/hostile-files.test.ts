import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type FileRefusal, refusedFile } from '#app/domain/evidence/refusals.ts';
import * as files from '#tests/support/evidence-files.ts';
import { formOf, freshUploader, kept, rowsOf, upload } from '#tests/support/uploads.ts';

// A PDF or a HEIC picture is read in a thread of its own, which has to begin first.
vi.setConfig({ testTimeout: 60_000 });

const { bytes, glued } = files;
const MEGABYTE = 1024 * 1024;

type Made = Uint8Array | Promise<Uint8Array>;

/** What somebody hands in, by what name, and why it is not kept. */
const REFUSED: [string, FileRefusal, string, () => Made][] = [
  ['nothing at all', 'empty', 'empty.pdf', () => bytes('')],
  ['more than 15 MB', 'too-big', 'large.jpg', () => Buffer.alloc(15 * MEGABYTE + 1, 0xff)],
  ['one byte', 'unknown', 'one.jpg', () => bytes('\0')],
  ['bytes of no kind', 'unknown', 'noise.pdf', () => Buffer.alloc(2000, 0x81).fill(0, 5, 9)],

  ['half a photograph', 'cut-off', 'half.jpg', async () => files.cut(await files.photograph())],
  ['a photograph of two bytes more', 'cut-off', 'a.jpg', () => bytes('\xff\xd8\xff\xe0')],
  ['a photograph without a picture', 'broken', 'a.jpg', () => bytes('\xff\xd8\xff\xd9')],
  ['a photograph as large as can be', 'too-many-pixels', 'huge.jpg', files.hugeJpeg],
  ['half a PNG', 'cut-off', 'half.png', async () => files.cut(await files.png())],
  ['a PNG with wrong sums', 'broken', 'wrong.png', files.damagedPng],
  ['a PNG of 50,000 by 50,000', 'too-many-pixels', 'bomb.png', () => files.hugePng()],
  ['a PNG that moves', 'several-pictures', 'moving.png', files.movingPng],
  ['half a HEIC', 'cut-off', 'IMG_1.HEIC', () => files.cut(files.heic(), 0.8)],
  ['a HEIC with wrong dots', 'broken', 'IMG_2.HEIC', files.damagedHeic],
  ['a HEIC that is 50,000 wide', 'too-many-pixels', 'IMG_3.HEIC', files.hugeHeic],
  ['a HEIC of two pictures', 'several-pictures', 'IMG_4.HEIC', files.twoPictures],
  ['a HEIC that moves', 'several-pictures', 'IMG_5.HEIC', () => files.heifOf('hevc')],

  ['an AVIF called .heic', 'other-picture', 'a.heic', () => files.otherPicture('avif')],
  ['a GIF', 'other-picture', 'a.gif', () => files.otherPicture('gif')],
  ['a WebP called .jpg', 'other-picture', 'a.jpg', () => files.otherPicture('webp')],
  ['a TIFF', 'other-picture', 'scan.tif', () => files.otherPicture('tiff')],
  ['a BMP', 'other-picture', 'a.bmp', () => files.beginning('bitmap')],
  ['an SVG called .png', 'drawing', 'a.png', () => files.svg()],
  ['an SVG with a head', 'drawing', 'a.svg', () => files.svg('<?xml version="1.0"?>\n')],
  ['a film', 'film-or-sound', 'a.mp4', () => files.beginning('film')],
  ['a sound', 'film-or-sound', 'a.mp3', () => files.beginning('sound')],

  ['a web page called .pdf', 'web-page', 'certificate.pdf', () => files.html()],
  ['a web page after a mark', 'web-page', 'a.jpg', () => files.html('\xef\xbb\xbf\n')],
  ['a web page in UTF-16', 'web-page', 'a.htm', () => files.utf16('<html><body>')],
  ['plain text', 'text', 'a.jpg', () => bytes('I did it, honestly.')],
  ['text in UTF-16', 'text', 'a.txt', () => files.utf16('I did it, honestly.')],

  ['a program for Windows', 'program', 'certificate.pdf', () => files.beginning('windows')],
  ['a program for Linux', 'program', 'a.jpg', () => files.beginning('linux')],
  ['a program for macOS', 'program', 'a.png', () => files.beginning('mac')],
  ['a program for browsers', 'program', 'a.jpg', () => files.beginning('browser')],
  ['a program of Java', 'program', 'a.jpg', () => files.beginning('java')],
  ['a script of a shell', 'program', 'a.pdf', () => bytes('#!/bin/sh\nrm -rf /\n')],

  ['a Word document', 'office', 'a.docx', files.docx],
  ['a workbook called .pdf', 'office', 'a.pdf', files.xlsx],
  ['an OpenDocument text', 'office', 'a.odt', files.odt],
  ['an old Word document', 'office', 'a.doc', () => files.beginning('oldWord')],
  ['rich text', 'office', 'a.rtf', () => bytes('{\\rtf1\\ansi I did it.}')],
  ['a zip', 'archive', 'a.zip', () => files.zip()],
  ['a zip with a certificate in it', 'archive', 'a.pdf', () => files.zip({ 'a.pdf': '%PDF-1.4' })],
  ['a gzip', 'archive', 'a.gz', files.gzip],
  ['a 7z', 'archive', 'a.7z', () => files.beginning('sevenZip')],
  ['a rar', 'archive', 'a.rar', () => files.beginning('rar')],

  ['a photograph with a zip behind', 'glued', 'a.jpg', behindPicture(() => files.zip())],
  ['a photograph with a page behind', 'glued', 'a.jpg', behindPicture(() => files.html())],
  ['a photograph with a script behind', 'glued', 'a.jpg', behindPicture(() => bytes('<script>'))],
  ['a photograph with a PDF behind', 'glued', 'a.jpg', behindPicture(() => files.pdf())],
  ['a photograph with a program behind', 'glued', 'a.jpg', behindPicture(() => bytes('MZ\x90'))],
  ['a PNG with a zip behind', 'glued', 'a.png', async () => glued(await files.png(), files.zip())],
  ['a HEIC with a zip behind', 'glued', 'a.heic', () => glued(files.heic(), files.zip())],
  ['a PDF with a line before it', 'glued', 'a.pdf', () => glued('A certificate\n', files.pdf())],
  ['a PDF with a page before it', 'glued', 'a.pdf', () => glued(files.html(), files.pdf())],
  ['a PDF with a zip behind', 'glued', 'a.pdf', () => glued(files.pdf(), files.zip())],
  ['a PDF with a page behind', 'glued', 'a.pdf', () => glued(files.pdf(), files.html())],
  ['a PDF that is a zip too', 'glued', 'a.pdf', files.zipInPdf],

  ['half a PDF', 'cut-off', 'half.pdf', () => files.cut(files.pdf(), 0.7)],
  ['a PDF whose addition is cut off', 'cut-off', 'a.pdf', () => glued(files.pdf(), '7 0 obj\n<<')],
  ['a PDF with nothing in it', 'broken', 'a.pdf', () => bytes('%PDF-1.4\n%%EOF\n')],
  ['a PDF of noise', 'broken', 'a.pdf', () => glued('%PDF-1.4\n', Buffer.alloc(500, 7), '%%EOF')],
  [
    'a PDF with a password',
    'encrypted',
    'a.pdf',
    () => files.encryptedPdf({ opensWithout: false }),
  ],
  ['a PDF against copying', 'encrypted', 'a.pdf', () => files.encryptedPdf({ opensWithout: true })],
  ['a PDF without a page', 'no-pages', 'a.pdf', () => files.pdf({ pages: 0 })],
  ['a PDF of 700 metres', 'page-too-large', 'a.pdf', hugePage],
];

function behindPicture(behind: () => Uint8Array): () => Promise<Uint8Array> {
  return async () => glued(await files.picture(), behind());
}

function hugePage() {
  return files.pdf({ mediaBox: '0 0 2000000 2000000' });
}

describe('what is not fit to be kept is refused, with its own words, and leaves nothing', () => {
  let zoe: Awaited<ReturnType<typeof freshUploader>>;
  beforeAll(() => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(40);
  });

  test.each(REFUSED)('%s: %s', async (_what, refusal, name, make) => {
    zoe = await freshUploader();
    const taken = await upload(zoe, formOf([{ name, content: await make() }]));
    const message = refusedFile(name, refusal);
    expect(taken.errors).toEqual([{ field: 'files', message }]);
    expect([taken.tokens, taken.waiting]).toEqual([[], []]);
    expect(kept(zoe)).toEqual([]);
    expect(rowsOf(zoe)).toEqual({ files: [], waiting: [] });
  });

  test('every refusal says what to do in a sentence of its own', () => {
    const all = REFUSED.map(([, refusal]) => refusedFile('a.pdf', refusal));
    expect(new Set(all).size).toBe(new Set(REFUSED.map(([, refusal]) => refusal)).size);
    for (const words of all) {
      expect(words).toMatch(/\b(Send|Save|Choose|Photograph|Make|Open|Unpack|Print|Choose)\b/);
    }
  });
});
