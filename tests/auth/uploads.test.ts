import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { actOf } from '#app/auth/visit.ts';
import { claimFiles } from '#app/data/evidence.ts';
import { evidencePath, readEvidence } from '#app/data/evidence-folder.ts';
import { carryOutAside } from '#app/operations/act.ts';
import * as files from '#tests/support/evidence-files.ts';
import { write } from '#tests/support/people.ts';
import {
  formOf,
  freshUploader,
  kept,
  rowsOf,
  type Sent,
  type Uploader,
  upload,
  uploaderAt,
} from '#tests/support/uploads.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The bytes that are kept of a file that was handed in. */
async function keptOf(zoe: Uploader, content: Uint8Array, name = 'a.jpg') {
  const { tokens, errors } = await upload(zoe, formOf([{ name, content }]));
  expect(errors).toBeUndefined();
  const [file] = write(zoe.database, (tx) => claimFiles(tx, zoe.accountId, tokens));
  if (!file) throw new Error('Nothing was kept');
  const read = await readEvidence(zoe.context.evidence.folder, file);
  if (read.state !== 'sound') throw new Error(`It is ${read.state}`);
  return { ...file, bytes: Buffer.from(read.bytes) };
}

/** The colour of a picture's dot, as far from the left and the top as these parts of it. */
async function colourAt(picture: Buffer, right: number, down: number) {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const [x, y] = [Math.floor(info.width * right), Math.floor(info.height * down)];
  const at = (y * info.width + x) * info.channels;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  if (red > 150 && blue < 100) return 'red';
  if (blue > 150 && red < 100) return 'blue';
  return red > 200 && green > 200 && blue > 200 ? 'white' : 'another';
}

describe('a picture', () => {
  test.each([
    ['a JPG', files.photograph],
    ['a HEIC', async () => files.heic()],
  ])('%s is turned upright, and what the camera wrote into it is gone', async (_what, make) => {
    const zoe = await freshUploader();
    const before = await make();
    expect(files.TRACES.some((trace) => before.includes(trace))).toBe(true);
    const { bytes, mediaType } = await keptOf(zoe, before);
    expect(mediaType).toBe('image/jpeg');
    const metadata = await sharp(bytes).metadata();
    const { width, height, orientation, exif, xmp, icc, iptc } = metadata;
    expect([width, height]).toEqual([240, 320]);
    expect([orientation, exif, xmp, icc, iptc]).toEqual(Array(5).fill(undefined));
    for (const trace of [...files.TRACES, 'Exif', 'GPS']) expect(bytes.includes(trace)).toBe(false);
    // Red was above on the left before the camera was turned by a quarter.
    expect(await colourAt(bytes, 0.9, 0.1)).toBe('red');
    expect(await colourAt(bytes, 0.1, 0.9)).toBe('blue');
    expect(await colourAt(bytes, 0.1, 0.1)).toBe('white');
  });

  test('is shrunk to 2,400 dots on its longer side, and never made larger', async () => {
    const zoe = await freshUploader();
    const large = await keptOf(zoe, await files.photograph(3600, 1200));
    const { width, height } = await sharp(large.bytes).metadata();
    expect([width, height]).toEqual([800, 2400]);
  });

  test('stays a PNG where it is a drawing, with white behind what is clear', async () => {
    const zoe = await freshUploader();
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const drawing = sharp({ create: { width: 90, height: 90, channels: 4, background: clear } });
    const { bytes, mediaType } = await keptOf(zoe, await drawing.png().toBuffer(), 'a.png');
    expect(mediaType).toBe('image/png');
    expect(await colourAt(bytes, 0.5, 0.5)).toBe('white');
  });

  test('with a script in its remarks is drawn anew without them', async () => {
    const zoe = await freshUploader();
    const picture = await files.picture();
    const remark = files.glued('\xff\xfe\0\x1f', '<script>alert(document)</script>'.slice(0, 29));
    const content = files.glued(picture.subarray(0, 2), remark, picture.subarray(2));
    const { bytes } = await keptOf(zoe, content);
    expect(bytes.includes('script')).toBe(false);
  });

  test('with the film that a telephone puts behind it is kept without the film', async () => {
    const zoe = await freshUploader();
    const film = files.beginning('film');
    const { bytes } = await keptOf(zoe, files.glued(await files.picture(), film));
    expect(bytes.includes('ftypmp42')).toBe(false);
  });
});

describe('a PDF', () => {
  test('is kept byte for byte, with a picture of its first page', async () => {
    const zoe = await freshUploader();
    const content = files.pdf({ pages: 3 });
    const file = await keptOf(zoe, content, 'certificate.pdf');
    expect(file.bytes.equals(content)).toBe(true);
    expect(file).toMatchObject({ mediaType: 'application/pdf', pages: 3, name: 'certificate.pdf' });
    const preview = { sha256: file.previewSha256 ?? '', mediaType: 'image/jpeg' } as const;
    const read = await readEvidence(zoe.context.evidence.folder, preview);
    if (read.state !== 'sound') throw new Error(read.state);
    expect(await colourAt(Buffer.from(read.bytes), 0.3, 0.23)).toBe('red');
    expect(await colourAt(Buffer.from(read.bytes), 0.8, 0.8)).toBe('white');
  });
});

describe('what it is called', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\zoe\\certificate.pdf', 'certificate.pdf'],
    ['a\0b.pdf', 'ab.pdf'],
    ['CON', 'CON'],
    ['my 🎓 certificate.pdf', 'my 🎓 certificate.pdf'],
    ['evil\u202efdp.exe', 'evilfdp.exe'],
    [`${'a'.repeat(300)}.pdf`, 'a'.repeat(120)],
    ['   ', 'A file'],
  ])('%j is only ever shown, as %j', async (name, shown) => {
    const zoe = await freshUploader();
    const taken = await upload(zoe, formOf([{ name, content: files.pdf() }]));
    expect(taken.waiting.map((file) => file.name)).toEqual([shown]);
    expect(kept(zoe).every((one) => /^[0-9a-f]{64}\.(pdf|jpg)$/.test(one))).toBe(true);
  });
});

const one = (): Sent => ({ name: 'one.pdf', content: files.pdf() });
const two = (): Sent => ({ name: 'two.pdf', content: files.pdf({ pages: 2 }) });

describe('what waits for its form', () => {
  test('is among what came, in order, however often the form comes back', async () => {
    const zoe = await freshUploader();
    const first = await upload(zoe, formOf([one(), { name: 'x.gif', content: files.zip() }]));
    expect(first.errors).toHaveLength(1);
    expect(first.waiting.map(({ name }) => name)).toEqual(['one.pdf']);
    const second = await upload(zoe, formOf([two()], waitingOf(first.tokens)));
    expect(second.errors).toBeUndefined();
    expect(second.waiting.map(({ name }) => name)).toEqual(['one.pdf', 'two.pdf']);
    expect(second.tokens.slice(0, 1)).toEqual(first.tokens);
    expect(second.waiting[0]).toMatchObject({
      href: `/evidence/waiting/${first.tokens[0]}`,
      previewHref: `/evidence/waiting/${first.tokens[0]}?preview`,
      pages: 1,
    });
  });

  test('is left out where that is ticked', async () => {
    const zoe = await freshUploader();
    const { tokens } = await upload(zoe, formOf([one(), two()]));
    const leaveOut: [string, string] = ['leave-out', tokens[0] ?? ''];
    const after = await upload(zoe, formOf([], [...waitingOf(tokens), leaveOut]));
    expect(after.waiting.map(({ name }) => name)).toEqual(['two.pdf']);
    expect(rowsOf(zoe).waiting).toHaveLength(1);
  });

  test('is one where the same file was chosen twice', async () => {
    const zoe = await freshUploader();
    const { tokens } = await upload(zoe, formOf([one()]));
    const again = await upload(zoe, formOf([{ ...one(), name: 'b.pdf' }], waitingOf(tokens)));
    expect(again.tokens).toEqual(tokens);
  });

  test('is nobody else’s, and said to be gone where it is', async () => {
    const zoe = await freshUploader();
    const sam = await uploaderAt(zoe.database, zoe.schoolId, 'Sam Weir');
    const { tokens } = await upload(zoe, formOf([one()]));
    const stolen = await upload(sam, formOf([], waitingOf(tokens)));
    expect(stolen).toMatchObject({ tokens: [], waiting: [] });
    expect(stolen.errors?.[0]?.message).toMatch(/no longer here: choose it again/);
    expect(write(sam.database, (tx) => claimFiles(tx, sam.accountId, tokens))).toEqual([]);
    expect(write(zoe.database, (tx) => claimFiles(tx, zoe.accountId, tokens))).toHaveLength(1);
  });

  test('is not asked for again by a form that was answered before', async () => {
    const zoe = await freshUploader();
    const key: [string, string] = ['formKey', '5e0c1d3a-0000-4000-8000-000000000001'];
    const form = formOf([one()], [key]);
    const { tokens } = await upload(zoe, form);
    const act = actOf(zoe.visit, form);
    await carryOutAside(act, (tx) => claimFiles(tx, zoe.accountId, tokens).length);
    const again = await upload(zoe, formOf([one()], [key]));
    expect(again).toMatchObject({ waiting: [], errors: undefined });
    expect(again.tokens).toHaveLength(1);
    expect(rowsOf(zoe).waiting).toEqual([]);
  });
});

describe('how much may come', () => {
  test('six files, and the rest is said before anything is looked at', async () => {
    const zoe = await freshUploader();
    const many = Array.from({ length: 7 }, (_, index) => ({ ...one(), name: `${index}.pdf` }));
    const taken = await upload(zoe, formOf(many));
    expect(taken.errors).toEqual([
      { field: 'files', message: 'Send 6 files at most: these are 7' },
    ]);
    expect(kept(zoe)).toEqual([]);
    const alone = await upload(zoe, formOf([one(), two()]), { atMost: 1 });
    expect(alone.errors?.[0]?.message).toBe('Send 1 file at most: these are 2');
  });

  test('40 MB together', async () => {
    const zoe = await freshUploader();
    const content = Buffer.alloc(14 * 1024 * 1024);
    const three = ['a', 'b', 'c'].map((name) => ({ name, content }));
    const { errors } = await upload(zoe, formOf(three));
    expect(errors?.[0]?.message).toMatch(/^Send 40 MB at most with one form/);
  });

  test('nothing is wrong where nothing came', async () => {
    const zoe = await freshUploader();
    const taken = await upload(zoe, formOf([{ name: '', content: new Uint8Array() }]));
    expect(taken).toEqual({ tokens: [], waiting: [], errors: undefined });
  });
});

describe('a folder that takes no files', () => {
  test('is answered 503 with what to do, logged, and nothing is left', async () => {
    const zoe = await freshUploader();
    const { folder } = zoe.context.evidence;
    // As a disk that is full: no folder can be made where a file stands.
    writeFileSync(folder, '');
    const reported: unknown[] = [];
    zoe.context.report = (error) => reported.push(error);
    const thrown = await upload(zoe, formOf([one()])).catch((error) => error);
    expect(thrown).toBeInstanceOf(Response);
    expect(thrown.status).toBe(503);
    expect((await thrown.json()).text).toMatch(/^Nothing of this form was saved/);
    expect(reported).toHaveLength(1);
    expect(rowsOf(zoe)).toEqual({ files: [], waiting: [] });
    rmSync(folder);
    expect((await upload(zoe, formOf([one()]))).waiting).toHaveLength(1);
  });

  test('a file that was damaged at rest is mended by handing it in again', async () => {
    const zoe = await freshUploader();
    const file = await keptOf(zoe, files.pdf(), 'a.pdf');
    const path = evidencePath(zoe.context.evidence.folder, file);
    writeFileSync(path, 'damaged');
    await keptOf(zoe, files.pdf(), 'a.pdf');
    expect((await readEvidence(join(zoe.context.evidence.folder), file)).state).toBe('sound');
  });
});

function waitingOf(tokens: readonly string[]): [string, string][] {
  return tokens.map((token) => ['waiting', token]);
}
