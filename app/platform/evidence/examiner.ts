import type { FileRefusal } from '#app/domain/evidence/refusals.ts';
import { MEGABYTES_A_FILE } from '#app/domain/evidence/refusals.ts';
import type { EvidenceMediaType } from '#app/domain/evidence/shown.ts';
import { readInWorker } from './in-worker.ts';
import { drawPixels, redraw } from './picture.ts';
import { faultOfFrame, faultOfPdfFrame } from './picture-end.ts';
import { type Kind, recognise } from './recognise.ts';
import { createTurns } from './turns.ts';

/** What is kept of a file: a picture drawn anew, or a PDF as it came. */
export type FitFile = {
  bytes: Uint8Array;
  mediaType: EvidenceMediaType;
  /** Of a PDF, with a picture of its first page. */
  pages: number | null;
  preview: Uint8Array | null;
};

export type Examined = { ok: true; file: FitFile } | { ok: false; refusal: FileRefusal };

/** Looks at a file by its content, whatever it is called. */
export type Examine = (bytes: Uint8Array) => Promise<Examined>;

/** What the routes are handed for evidence. */
export type Evidence = {
  examine: Examine;
  /** The folder in which it is kept. */
  folder: string;
};

const MEGABYTE = 1024 * 1024;

/** Each may need some hundred megabytes; a staff room's worth of people can wait for their turn. */
const TURNS = { atOnce: 2, waiting: 20 };

/** The examiner of a server: one, so that the turns are those of everybody. */
export function createExaminer(turns = createTurns(TURNS)): Examine {
  return async (bytes) => {
    if (bytes.length > MEGABYTES_A_FILE * MEGABYTE) return { ok: false, refusal: 'too-big' };
    return (await turns.take(() => examine(bytes))) ?? { ok: false, refusal: 'busy' };
  };
}

type Fit = FitFile | { refusal: FileRefusal };

async function examine(bytes: Uint8Array): Promise<Examined> {
  const recognised = await recognise(bytes);
  const fit = 'kind' in recognised ? await EXAMINERS[recognised.kind](bytes) : recognised;
  return 'refusal' in fit ? { ok: false, refusal: fit.refusal } : { ok: true, file: fit };
}

const EXAMINERS: Record<Kind, (bytes: Uint8Array) => Promise<Fit>> = {
  jpeg: (bytes) => examinePicture('jpeg', bytes),
  png: (bytes) => examinePicture('png', bytes),
  heic: examineHeic,
  pdf: examinePdf,
};

async function examinePicture(kind: 'jpeg' | 'png', bytes: Uint8Array): Promise<Fit> {
  const refusal = faultOfFrame(kind, bytes);
  if (refusal) return { refusal };
  const drawn = await redraw(kind, bytes);
  return 'refusal' in drawn ? drawn : { ...drawn, pages: null, preview: null };
}

async function examineHeic(bytes: Uint8Array): Promise<Fit> {
  const refusal = faultOfFrame('heic', bytes);
  if (refusal) return { refusal };
  const read = await readInWorker({ kind: 'heic', bytes: new Uint8Array(bytes) });
  if ('refusal' in read) return read;
  return { ...(await drawPixels(read.pixels)), pages: null, preview: null };
}

async function examinePdf(bytes: Uint8Array): Promise<Fit> {
  const refusal = faultOfPdfFrame(bytes);
  if (refusal) return { refusal };
  const read = await readInWorker({ kind: 'pdf', bytes: new Uint8Array(bytes) });
  if ('refusal' in read) return read;
  const { bytes: preview } = await drawPixels(read.pixels);
  return { bytes, mediaType: 'application/pdf', pages: read.pages, preview };
}
