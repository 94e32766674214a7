import type { Day } from '../days.ts';
import type { Reads } from './edition.ts';

/** What a lead writes down of an edition that is not confirmed yet. */
export type EditionDraft = {
  title: string;
  inForceFrom: Day;
  state: 'draft' | 'announced';
  link: string | null;
  whatChanged: string | null;
  source: string | null;
  parts: string[];
  reads: Reads[];
  checkTopics: string[];
};

/** What can still be changed of an edition once it is confirmed. */
export type ConfirmedChange = {
  link: string | null;
  whatChanged: string | null;
  checkTopics: string[];
  /** Null: its roll-out is past, and its due-by day stays. */
  dueBy: Day | null;
};

/** What comes with the form: at most one file, and whether the one that is there is taken off. */
export type FileChange = { tokens: string[]; dropsFile: boolean };
