import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage } from '#app/auth/answers.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { ownHistoryOf } from '#app/data/history.ts';
import type { Declaration } from '#app/domain/publications/declaration.ts';
import { partsInWords } from '#app/domain/publications/declaration-words.ts';
import { csvAnswer } from '#app/forms/files/csv-answer.ts';

const HEADING = [
  'requirement',
  'completed_on',
  'printed_expiry_on',
  'edition',
  'evidence',
  'provider',
  'reference',
  'earned_elsewhere',
  'state',
  'reason',
  'parts_declared',
  'words_declared',
  'read_at',
  'file_sha256',
  'on_signed_sheet',
];

/** One's own history, what was returned or withdrawn included. */
export const loader = (args: LoaderFunctionArgs) => fileOrPage(args, () => historyFile(args));

async function historyFile(args: LoaderFunctionArgs) {
  const visit = await requireOwnVisit(args);
  const rows = ownHistoryOf(visit.database, visit.personId).map((entry) => [
    entry.requirement,
    entry.completedOn,
    entry.printedExpiryOn,
    entry.edition,
    entry.evidence,
    entry.provider,
    entry.reference,
    entry.earnedElsewhere ? 'yes' : '',
    entry.state,
    entry.withdrawnBecause ?? entry.checks.at(-1)?.reason ?? null,
    ...declaredCells(entry.declaration),
  ]);
  return csvAnswer([HEADING, ...rows], `my-training-${visit.today}.csv`);
}

/** What was declared, as it is kept; empty cells where nothing was, or no words were kept. */
function declaredCells(declaration: Declaration | null): (string | null)[] {
  if (declaration === null) return [null, null, null, null, null];
  const { parts, words, link, fileSha256, isOnBehalf } = declaration;
  return [partsInWords(parts), words, link, fileSha256, isOnBehalf ? 'yes' : ''];
}
