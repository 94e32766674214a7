import type { Audience } from '../types.ts';

/** The parts of an edition that these appointments read; the school's choice. */
export type Reads = { parts: string[]; audience: Audience };
