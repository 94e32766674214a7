import type { LoaderFunctionArgs } from '@remix-run/node';
import { fileOrPage } from '#app/auth/answers.ts';
import { requireOwnVisit } from '#app/auth/visit.ts';
import { ownHistoryOf } from '#app/data/history.ts';
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
  ]);
  return csvAnswer([HEADING, ...rows], `my-training-${visit.today}.csv`);
}
