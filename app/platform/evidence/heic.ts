import decode from 'heic-decode';
import { MOST_PIXELS, type Read } from './pixels.ts';

/** The dots of a HEIC picture, turned as the camera was held. Throws where it cannot be read. */
export async function readHeic(bytes: Uint8Array): Promise<Read> {
  const pictures = await decode.all({ buffer: bytes });
  const [picture, ...others] = pictures;
  if (!picture) return { refusal: 'broken' };
  if (others.length > 0) return { refusal: 'several-pictures' };
  if (picture.width * picture.height > MOST_PIXELS) return { refusal: 'too-many-pixels' };
  const { width, height, data } = await picture.decode();
  return { pixels: { width, height, data: new Uint8Array(data.buffer) }, pages: null };
}
