import sharp, { type Sharp } from 'sharp';
import type { FileRefusal } from '#app/domain/evidence/refusals.ts';
import { MOST_PIXELS, type Pixels } from './pixels.ts';

/** The longer side of a picture that is kept: an A4 sheet at about 200 dots an inch. */
const KEPT_SIDE = 2400;

const PATIENCE_SECONDS = 30;

const JPEG = { quality: 84, chromaSubsampling: '4:4:4' } as const;

// Two pictures are looked at at once at most; nothing of them is remembered.
sharp.concurrency(1);
sharp.cache(false);

export type Drawn = { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/png' };

/**
 * A JPEG or PNG drawn anew: upright, no larger than it needs to be, in sRGB, without anything that
 * the camera wrote into it. A drawing stays a PNG where that is smaller: letters stay sharp.
 */
export async function redraw(
  kind: 'jpeg' | 'png',
  bytes: Uint8Array,
): Promise<Drawn | { refusal: FileRefusal }> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return { refusal: 'too-many-pixels' };
    const upright = shrunk(sharp(bytes, { failOn: 'error' }).autoOrient());
    return kind === 'jpeg' ? await asJpeg(upright) : await asSmaller(upright);
  } catch (error) {
    const isLate = error instanceof Error && /timeout/i.test(error.message);
    return { refusal: isLate ? 'too-slow' : 'broken' };
  }
}

/** Dots as a JPEG: of a HEIC picture, or of a PDF's first page. */
export function drawPixels({ width, height, data }: Pixels): Promise<Drawn> {
  return asJpeg(shrunk(sharp(data, { raw: { width, height, channels: 4 } })));
}

function shrunk(picture: Sharp): Sharp {
  return picture
    .timeout({ seconds: PATIENCE_SECONDS })
    .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' });
}

async function asJpeg(picture: Sharp): Promise<Drawn> {
  return { bytes: new Uint8Array(await picture.jpeg(JPEG).toBuffer()), mediaType: 'image/jpeg' };
}

async function asSmaller(picture: Sharp): Promise<Drawn> {
  const jpeg = await asJpeg(picture.clone());
  const png = await picture.png({ compressionLevel: 9 }).toBuffer();
  if (png.length > jpeg.bytes.length) return jpeg;
  return { bytes: new Uint8Array(png), mediaType: 'image/png' };
}
