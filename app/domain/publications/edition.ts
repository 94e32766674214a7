import type { Day } from '../days.ts';
import type { Audience, Edition } from '../types.ts';

/** The parts of an edition that these appointments read; the school's choice. */
export type Reads = { parts: string[]; audience: Audience };

/** Something put right in an edition that need not be read again for it. */
export type EditionNote = { notedOn: Day; words: string };

/** One edition with everything that a page shows of it. */
export type EditionDetails = Edition & {
  id: number;
  publicationId: number;
  publicationKey: string;
  publicationTitle: string;
  whatChanged: string | null;
  /** Where it is read: an address, a file that the school keeps here, or both. */
  link: string | null;
  file: { name: string; sha256: string; href: string } | null;
  /** Where its days and its parts are known from. */
  source: string | null;
  /** What it has to read, in its own words. Empty: it is read as a whole. */
  parts: string[];
  reads: Reads[];
  /** The edition that this one puts right. */
  correctsId: number | null;
  /** Topics of questions from which a check of understanding is drawn. */
  checkTopics: string[];
  /** In order of their days. */
  notes: EditionNote[];
};

/** A document that is read and declared, with all its editions by their first day in force. */
export type PublicationDetails = {
  id: number;
  key: string;
  title: string;
  editions: EditionDetails[];
};
