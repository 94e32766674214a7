import { parentPort, workerData } from 'node:worker_threads';
import type { Asked } from './in-worker.ts';
import type { Read } from './pixels.ts';

/**
 * A thread of its own, which reads one file and ends: what a file may do to the reader it does to
 * nobody else, and its memory is given back.
 */

/** WebAssembly's memory is not among what a thread can be limited by: it asks here for more. */
const MOST_PAGES = (768 * 1024 * 1024) / 65_536;
const grow = WebAssembly.Memory.prototype.grow;
WebAssembly.Memory.prototype.grow = function growWithin(this: WebAssembly.Memory, pages: number) {
  if (this.buffer.byteLength / 65_536 + pages > MOST_PAGES) throw new RangeError('Too much memory');
  return grow.call(this, pages);
};

const { kind, bytes } = workerData as Asked;
const read = await readIt();
const pixels = 'pixels' in read ? [read.pixels.data.buffer] : [];
parentPort?.postMessage(read, pixels);

/** Imported by need: each of them is large. */
async function readIt(): Promise<Read> {
  try {
    if (kind === 'heic') return await (await import('./heic.ts')).readHeic(bytes);
    return await (await import('./pdf.ts')).readPdf(bytes);
  } catch {
    return { refusal: 'broken' };
  }
}
