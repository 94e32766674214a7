import type { Transaction } from '#app/data/database.ts';
import { claimFiles } from '#app/data/evidence.ts';
import { findEdition, findPublication } from '#app/data/publications.ts';
import type { EditionDetails, PublicationDetails } from '#app/domain/publications/edition.ts';
import type { FileChange } from '#app/domain/publications/edition-draft.ts';
import { type EditionProblem, isTitleTaken } from '#app/domain/publications/edition-rules.ts';
import { type Act, Refusal, requireSchool } from './act.ts';

/** A publication of this school. Throws Refusal where it is not theirs. */
export function requirePublication(
  transaction: Transaction,
  act: Act,
  publicationId: number,
): PublicationDetails {
  const publication = findPublication(transaction, requireSchool(act), publicationId);
  if (!publication) throw new Refusal('not-found', 'There is no such publication');
  return publication;
}

/** An edition of this school, with its publication. Throws Refusal where it is not theirs. */
export function requireEditionOf(
  transaction: Transaction,
  act: Act,
  editionId: number,
): { edition: EditionDetails; publication: PublicationDetails } {
  const edition = findEdition(transaction, requireSchool(act), editionId);
  if (!edition) throw new Refusal('not-found', 'There is no such edition');
  return { edition, publication: requirePublication(transaction, act, edition.publicationId) };
}

/** Throws Refusal for the first thing that stands against an act. */
export function requireNoProblem([first]: readonly EditionProblem[]): void {
  if (!first) return;
  const kind = first.field === '' ? 'conflict' : 'wrong';
  throw new Refusal(kind, first.message, first.field || null);
}

/** Two editions of one title could not be told apart in a list. Throws Refusal. */
export function requireFreeTitle(
  { editions }: PublicationDetails,
  title: string,
  except: number | null,
): void {
  if (!isTitleTaken(editions, title, except)) return;
  throw new Refusal('wrong', `There is an edition called ${title} already`, 'title');
}

type FileColumns = { fileSha256: string | null; fileName: string | null };

/**
 * The file that an edition has from now on: the one that came with the form, none, or the one that
 * was there (nothing is answered then). Throws Refusal for what is not a PDF: a document has pages.
 */
export function fileOfForm(
  transaction: Transaction,
  { actor: { accountId } }: Act,
  { tokens, dropsFile }: FileChange,
): FileColumns | Record<string, never> {
  const [file] = accountId === null ? [] : claimFiles(transaction, accountId, tokens);
  if (file && file.mediaType !== 'application/pdf') {
    throw new Refusal('wrong', 'Choose the document as a PDF, or give its web address', 'files');
  }
  if (file) return { fileSha256: file.sha256, fileName: file.name };
  return dropsFile ? { fileSha256: null, fileName: null } : {};
}
