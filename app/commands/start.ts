import { type Database, transact } from '#app/data/database.ts';
import { removeMark, setMark } from '#app/data/marks.ts';
import { openForServer } from '#app/data/open.ts';
import { listSchools } from '#app/data/schools.ts';
import { now } from '#app/platform/clock.ts';
import { hashOfCode, newCode } from '#app/platform/codes.ts';
import { runCommand } from './support/run-command.ts';
import { builtRoutes, serve } from './support/serve.ts';

const HELP = `
npm start

Serves InDate for a real school. Makes the database where DATA_DIR has none, brings it up to date
where it is older, and keeps a copy in DATA_DIR/backups first. Where there is no school yet, it
prints a code that opens the page on which the school and its first administrator are made.
Settings: see .env.example.
`;

await runCommand(HELP, {}, async (_given, settings) => {
  const opened = await openForServer({ dataDir: settings.dataDir, kind: 'real', now: now() });
  try {
    const words = await setUpWords(opened.database, settings.origin);
    await serve(opened, settings, await builtRoutes(), words);
  } catch (error) {
    opened.close();
    throw error;
  }
});

/** The code is new at each start, and what is kept of it opens nothing. */
async function setUpWords(database: Database, origin: string): Promise<string[]> {
  if (listSchools(database).length > 0) {
    await transact(database, (transaction) => removeMark(transaction, 'set-up-code'));
    return [];
  }
  const code = newCode(4);
  await transact(database, (transaction) => {
    setMark(transaction, 'set-up-code', hashOfCode(code));
  });
  return [
    '',
    'There is no school yet. Make it with this code, which works once:',
    '',
    `  ${code}`,
    '',
    `at ${origin}/set-up`,
  ];
}
