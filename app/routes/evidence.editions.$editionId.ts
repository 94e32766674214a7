import type { LoaderFunctionArgs } from '@remix-run/node';
import { serveFile } from '#app/auth/serve-file.ts';
import { parseId, requireVisit } from '#app/auth/visit.ts';
import { findEditionFile } from '#app/data/served-files.ts';
import { may } from '#app/domain/permissions.ts';

/** The file of an edition: for everybody of the school that has it read; of a draft, for its leads. */
export const loader = (args: LoaderFunctionArgs) =>
  serveFile(args, async () => {
    const { database, school, roles } = await requireVisit(args);
    const editionId = parseId(args.params.editionId);
    const file = school && findEditionFile(database, school.id, editionId);
    return file?.isDraft && !may(roles, 'see-publications') ? null : file;
  });
