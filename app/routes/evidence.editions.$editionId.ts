import type { LoaderFunctionArgs } from '@remix-run/node';
import { serveFile } from '#app/auth/serve-file.ts';
import { parseId, requireVisit } from '#app/auth/visit.ts';
import { findEditionFile } from '#app/data/served-files.ts';

/** The file of an edition: for everybody of the school that has it read. */
export const loader = (args: LoaderFunctionArgs) =>
  serveFile(args, async () => {
    const { database, school } = await requireVisit(args);
    const editionId = parseId(args.params.editionId);
    return school && findEditionFile(database, school.id, editionId);
  });
