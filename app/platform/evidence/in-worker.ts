import { Worker } from 'node:worker_threads';
import type { Read } from './pixels.ts';

export type Asked = { kind: 'heic' | 'pdf'; bytes: Uint8Array<ArrayBuffer> };

const SECONDS = 1000;

/** A telephone's picture takes a second or two; a machine that is busy takes its time. */
const PATIENCE = 30 * SECONDS;

const LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/** Reads a file in a thread of its own, so that nothing in it can stop or end the server. */
export function readInWorker(asked: Asked, patience = PATIENCE): Promise<Read> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: asked,
      resourceLimits: LIMITS,
      env: {},
      execArgv: [],
      // What the libraries say about a file is for nobody.
      stdout: true,
      stderr: true,
    });
    const end = (read: Read) => {
      clearTimeout(late);
      void worker.terminate();
      resolve(read);
    };
    const late = setTimeout(() => end({ refusal: 'too-slow' }), patience);
    worker.once('message', (read: Read) => end(read));
    worker.once('error', () => end({ refusal: 'broken' }));
    worker.once('exit', () => end({ refusal: 'broken' }));
  });
}
