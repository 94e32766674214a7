import { type UnzipFileInfo, unzipSync } from 'fflate';
import { UnreadableFile } from './decode.ts';
import { LIMITS } from './limits.ts';

/**
 * The entries of a zip whose names `wanted` accepts, unpacked behind our limits on their number,
 * size and growth. What an entry says of its size is what is set aside for it, so that one that lies
 * cannot grow. Throws `UnreadableFile`.
 */
export function unzip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Record<string, Uint8Array> {
  let entries = 0;
  let unpacked = 0;
  const filter = (entry: UnzipFileInfo) => {
    if (++entries > LIMITS.entries) throw tooMuch('it holds too many parts');
    if (!wanted(entry.name)) return false;
    unpacked += entry.originalSize;
    if (unpacked > LIMITS.unpackedBytes) throw tooMuch('it is too large once unpacked');
    if (growsTooMuch(entry)) throw tooMuch('it is packed more tightly than any table is');
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile('The file is damaged: open it, save it again and try once more.');
  }
}

function growsTooMuch({ size, originalSize }: UnzipFileInfo): boolean {
  return originalSize > 1024 * 1024 && originalSize > size * LIMITS.ratio;
}

function tooMuch(why: string): UnreadableFile {
  return new UnreadableFile(`The file was not opened: ${why}. Save the table alone as CSV.`);
}
