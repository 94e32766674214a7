import type { LoaderFunctionArgs } from '@remix-run/node';
import { serveFile } from '#app/auth/serve-file.ts';
import { parseId, requireVisit } from '#app/auth/visit.ts';
import { findSittingFile } from '#app/data/served-files.ts';
import { may } from '#app/domain/permissions.ts';

/** A file behind a register: for those who see the school's sessions. */
export const loader = (args: LoaderFunctionArgs) =>
  serveFile(args, async () => {
    const { database, school, roles } = await requireVisit(args);
    const sittingId = parseId(args.params.sittingId);
    const position = parseId(args.params.position);
    if (school === null || !may(roles, 'see-sessions')) return null;
    return findSittingFile(database, school.id, { sittingId, position });
  });
