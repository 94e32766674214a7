import type { Database } from '#app/data/database.ts';
import { openForServer } from '#app/data/open.ts';
import { offerSetUp } from '#app/operations/set-up-school.ts';
import { now } from '#app/platform/clock.ts';
import { runCommand } from './support/run-command.ts';
import { builtRoutes, serve } from './support/serve.ts';
import { bringSharedQuestions } from './support/shared-questions.ts';

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
    await bringSharedQuestions(opened.database, now());
    const words = await setUpWords(opened.database, settings.origin);
    await serve(opened, settings, await builtRoutes(), words);
  } catch (error) {
    opened.close();
    throw error;
  }
});

async function setUpWords(database: Database, origin: string): Promise<string[]> {
  const code = await offerSetUp(database);
  if (code === null) return [];
  return [
    '',
    'There is no school yet. Make it with this code, which works once:',
    '',
    `  ${code}`,
    '',
    `at ${origin}/set-up`,
  ];
}
