import { type Day, inWords } from '../days.ts';
import { listed } from '../words.ts';

/** What somebody declared to have read, as it is kept for ever. */
export type Declaration = {
  completionId: number;
  editionId: number;
  declaredOn: Day;
  words: string;
  /** Empty: all of it. */
  parts: string[];
  /** Of the file that was read, where the school kept it here. */
  fileSha256: string | null;
  link: string | null;
  /** Entered by a lead from a sheet that the person signed. */
  isOnBehalf: boolean;
  /** Whoever entered it, and on which day; null where that was not kept. */
  enteredBy: string | null;
  enteredOn: Day | null;
};

/**
 * "Declared on a signed sheet, entered by Alastair Nunn on 12 November 2026."; null for what somebody
 * declared themselves.
 */
export function onBehalfInWords({
  isOnBehalf,
  enteredBy,
  enteredOn,
}: Pick<Declaration, 'isOnBehalf' | 'enteredBy' | 'enteredOn'>): string | null {
  if (!isOnBehalf) return null;
  const when = enteredOn === null ? '' : ` on ${inWords(enteredOn)}`;
  return `Declared on a signed sheet, entered by ${enteredBy ?? 'a lead'}${when}.`;
}

type Parts = Pick<Declaration, 'parts'>;

/**
 * The parts that are somebody's to read and that they have not declared: what a new role added since.
 * Whoever declared all of it has declared each part.
 */
export function partsLeft(parts: readonly string[], declared: readonly Parts[]): string[] {
  if (declared.some((one) => one.parts.length === 0)) return [];
  const read = new Set(declared.flatMap((one) => one.parts));
  return parts.filter((part) => !read.has(part));
}

/** By whom a person's parts were decided, to stand beside them. */
export function decidedBy(parts: readonly string[], isChosen: boolean): string {
  if (parts.length === 0) return 'It has no parts: it is read as a whole.';
  return isChosen
    ? 'Your school decided that people with your role read this.'
    : `Your school has not said who reads which part, so all of it is yours: ${listed(parts)}.`;
}
