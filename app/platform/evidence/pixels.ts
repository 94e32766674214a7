import type { FileRefusal } from '#app/domain/evidence/refusals.ts';

/** A telephone's largest pictures have 50 million; each needs four bytes while it is looked at. */
export const MOST_PIXELS = 60_000_000;

/** A picture as red, green, blue and alpha, dot by dot. */
export type Pixels = { width: number; height: number; data: Uint8Array<ArrayBuffer> };

/** What came of reading a file in the worker. */
export type Read = { pixels: Pixels; pages: number | null } | { refusal: FileRefusal };
