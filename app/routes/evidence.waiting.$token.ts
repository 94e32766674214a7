import type { LoaderFunctionArgs } from '@remix-run/node';
import { serveFile } from '#app/auth/serve-file.ts';
import { requireVisit } from '#app/auth/visit.ts';
import { findWaitingFile } from '#app/data/served-files.ts';

/** What waits for a form that is not done yet: for whoever handed it in. */
export const loader = (args: LoaderFunctionArgs) =>
  serveFile(args, async () => {
    const { database, accountId } = await requireVisit(args);
    return findWaitingFile(database, accountId, args.params.token ?? '');
  });
