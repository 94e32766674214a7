import type { LoaderFunctionArgs } from '@remix-run/node';
import { serveFile } from '#app/auth/serve-file.ts';
import { parseId, requireVisit } from '#app/auth/visit.ts';
import { findCompletionFile } from '#app/data/served-files.ts';
import { may } from '#app/domain/permissions.ts';

/**
 * A file behind a completion: for the person themselves, and for those who check at their school. A
 * sheet that several signed is for the latter alone.
 */
export const loader = (args: LoaderFunctionArgs) =>
  serveFile(args, async () => {
    const { database, personId, school, roles } = await requireVisit(args);
    const completionId = parseId(args.params.completionId);
    const position = parseId(args.params.position);
    const file = findCompletionFile(database, { completionId, position });
    if (!file) return null;
    const isOwn = file.personId === personId && !file.isSheet;
    const mayCheck = file.schoolId === school?.id && may(roles, 'check-evidence');
    return isOwn || mayCheck ? file : null;
  });
