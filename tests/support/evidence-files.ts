import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import sharp from 'sharp';

/** Files as somebody might hand them in, made from their bytes: sound ones, broken ones, traps. */

const bytes = (text: string) => Buffer.from(text, 'latin1');
const join = (...parts: (Buffer | Uint8Array | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? bytes(part) : part)));

const [WIDE, HIGH] = [320, 240];

/** Red above on the left, blue below on the right, white between. */
function drawing(width = WIDE, height = HIGH) {
  const half = { width: width / 2, height: height / 2, channels: 3 as const };
  return sharp({ create: { width, height, channels: 3, background: 'white' } }).composite([
    { input: { create: { ...half, background: '#d00000' } }, left: 0, top: 0 },
    { input: { create: { ...half, background: '#0040d0' } }, left: width / 2, top: height / 2 },
  ]);
}

/** What a camera writes into a picture: where it was taken, by what, and how it was held. */
export const TRACES = ['TestPhone', 'GPSMARK', 'xmpmeta'];

/** A photograph that was taken with the telephone on its side. */
export function photograph(width = WIDE, height = HIGH): Promise<Buffer> {
  const place = { GPSLatitude: '51/1 30/1 0/1', GPSLatitudeRef: 'N', GPSDateStamp: 'GPSMARK' };
  return drawing(width, height)
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'TestPhone' }, IFD3: place })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"></x:xmpmeta>')
    .jpeg()
    .toBuffer();
}

export const picture = () => drawing().jpeg().toBuffer();
export const png = () => drawing().png().toBuffer();

/** As a telephone makes it: turned by the file, with its place and its maker in it. */
export const heic = () => readFileSync('tests/support/turned.heic');
export const twoPictures = () => readFileSync('tests/support/two-pictures.heic');

type Contents = { mediaBox?: string; pages?: number; content?: string; trailer?: string };

/** A PDF with its table of objects, all pages alike. */
export function pdf(given: Contents = {}): Buffer {
  const { mediaBox = '0 0 595 842', pages = 1, trailer = '' } = given;
  const { content = '1 0 0 rg 100 600 200 100 re f' } = given;
  const kids = Array.from({ length: pages }, (_, page) => `${4 + page} 0 R`).join(' ');
  return pdfOf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ...Array.from(
        { length: pages },
        () => `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 3 0 R >>`,
      ),
    ],
    trailer,
  );
}

export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  let file = bytes('%PDF-1.4\n');
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(file.length);
    file = join(file, `${index + 1} 0 obj\n`, object, '\nendobj\n');
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return join(
    file,
    `xref\n0 ${size}\n0000000000 65535 f \n${rows}`,
    `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

const PADDING = Buffer.from(
  '28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a',
  'hex',
);

/** Encrypted with 40 bits, as by an old program. With a password, or only against copying. */
export function encryptedPdf({ opensWithout }: { opensWithout: boolean }): Buffer {
  const id = 'f'.repeat(32);
  const owner = Buffer.alloc(32, 0x41);
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-64);
  const hash = createHash('md5').update(PADDING).update(owner).update(permissions);
  const key = hash.update(Buffer.from(id, 'hex')).digest().subarray(0, 5);
  const user = opensWithout ? rc4(key, PADDING) : Buffer.alloc(32, 0x42);
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`;
  return pdf({ trailer: `${encrypt} /ID [<${id}> <${id}>]` });
}

function rc4(key: Buffer, text: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number) => box[index % 256] ?? 0;
  const swap = (one: number, two: number) => {
    [box[one], box[two]] = [at(two), at(one)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) % 256;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return text.map((byte) => {
    i = (i + 1) % 256;
    j = (j + at(i)) % 256;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  }) as Buffer;
}

/** Forms in forms, a thousand million of them: no program draws that in a day. */
export function endlessPdf(): Buffer {
  const form = (next: number | null, content: string) => {
    const resources = next === null ? '' : `/Resources << /XObject << /F ${next} 0 R >> >> `;
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] ${resources}/Length ${content.length} >>\nstream\n${content}\nendstream`;
  };
  const forms = Array.from({ length: 10 }, (_, depth) =>
    depth === 9 ? form(null, '0 0 m 500 800 l S ') : form(6 + depth, '/F Do '.repeat(10)),
  );
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>',
    '<< /Length 6 >>\nstream\n/F Do \nendstream',
    ...forms,
  ]);
}

function chunk(name: string, data: Buffer | string): Buffer {
  const body = join(name, data);
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(body.length - 4, 0);
  numbers.writeUInt32BE(crc32(body), 4);
  return join(numbers.subarray(0, 4), body, numbers.subarray(4));
}

const PNG_SIGN = Buffer.from('89504e470d0a1a0a', 'hex');

function pngHead(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return join(PNG_SIGN, chunk('IHDR', head));
}

/** Says that it is so large; a few bytes hold what it says. */
export function hugePng(side = 50_000): Buffer {
  const rows = deflateSync(Buffer.alloc(4_000_000));
  return join(pngHead(side, side), chunk('IDAT', rows), chunk('IEND', ''));
}

export function movingPng(): Buffer {
  const row = deflateSync(Buffer.from([0, 0]));
  const frames = chunk('acTL', Buffer.from('0000000200000000', 'hex'));
  return join(pngHead(1, 1), frames, chunk('IDAT', row), chunk('IEND', ''));
}

/** With a sum that is not that of its dots. */
export async function damagedPng(): Promise<Buffer> {
  const file = await png();
  file.fill(0xa5, file.indexOf('IDAT') + 8, file.indexOf('IDAT') + 40);
  return file;
}

/** Says in its head that it is as large as a JPEG can be. */
export async function hugeJpeg(): Promise<Buffer> {
  const file = await picture();
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(65_500, frame + 5);
  file.writeUInt16BE(65_500, frame + 7);
  return file;
}

/** Says of its picture that it is 50,000 dots wide and high. */
export function hugeHeic(): Buffer {
  const file = heic();
  const extent = file.indexOf('ispe');
  file.writeUInt32BE(50_000, extent + 8);
  file.writeUInt32BE(50_000, extent + 12);
  return file;
}

export function damagedHeic(): Buffer {
  const file = heic();
  file.fill(0xa5, file.indexOf('mdat') + 4);
  return file;
}

/** A HEIC file that says it is something else of its family. */
export function heifOf(brand: string): Buffer {
  const file = heic();
  file.write(brand, 8, 'latin1');
  return file;
}

export const cut = (file: Buffer, part = 0.5) => file.subarray(0, Math.floor(file.length * part));

export const zip = (names: Record<string, string> = { 'a.txt': 'a letter' }) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(names).map(([n, t]) => [n, bytes(t)]))));

const contentTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x" ContentType="${main}"/></Types>`;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const docx = () =>
  zip({
    '[Content_Types].xml': contentTypes(`${OFFICE}.wordprocessingml.document.main+xml`),
    'word/document.xml': '<w:document/>',
  });
export const xlsx = () =>
  zip({
    '[Content_Types].xml': contentTypes(`${OFFICE}.spreadsheetml.sheet.main+xml`),
    'xl/workbook.xml': '<workbook/>',
  });
/** Its first part, not packed, says what it is. */
export const odt = () =>
  Buffer.from(
    zipSync({
      mimetype: [bytes('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': bytes('<office:document-content/>'),
    }),
  );

/** A PDF that is a zip too: the zip's last part takes the rest of the file for a remark. */
export function zipInPdf(): Buffer {
  const packed = zip();
  const stream = (remark: number) => {
    const inner = Buffer.from(packed);
    inner.writeUInt16LE(remark, inner.length - 2);
    return pdfOf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
      join(`<< /Length ${inner.length} >>\nstream\n`, inner, '\nendstream'),
    ]);
  };
  const whole = stream(0);
  return stream(whole.length - whole.indexOf('PK\x05\x06', 0, 'latin1') - 22);
}

export const svg = (start = '') =>
  bytes(`${start}<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`);
export const html = (start = '') =>
  bytes(`${start}<!DOCTYPE html><html><body><script>alert(1)</script></body></html>`);
export const utf16 = (text: string) => join('\xff\xfe', Buffer.from(text, 'utf16le'));

const SIGNS = {
  windows: 'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0',
  linux: '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0',
  mac: '\xcf\xfa\xed\xfe\x07\0\0\x01\x03\0\0\0\x02\0\0\0',
  browser: '\0asm\x01\0\0\0',
  java: '\xca\xfe\xba\xbe\0\0\0\x34',
  oldWord: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  bitmap: 'BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0',
  sevenZip: "7z\xbc\xaf'\x1c\0\x04",
  rar: 'Rar!\x1a\x07\x01\0',
  film: '\0\0\0\x18ftypmp42\0\0\0\0mp42isom',
  sound: 'RIFF\x24\0\0\0WAVEfmt \x10\0\0\0',
};

/** As a file begins that is something else, with nothing that matters behind. */
export const beginning = (of: keyof typeof SIGNS) => join(SIGNS[of], Buffer.alloc(600));

export const gzip = () => gzipSync('a letter');
export const otherPicture = (kind: 'gif' | 'webp' | 'tiff' | 'avif') =>
  drawing().toFormat(kind).toBuffer();

export { bytes, join as glued };
