import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Database } from '#app/data/database.ts';
import { openForServer } from '#app/data/open.ts';
import { now } from '#app/platform/clock.ts';
import { runCommand } from './run.ts';
import { builtRoutes, serve } from './serve.ts';

const HELP = `
npm run demo [-- --reset]

Serves five demo schools with invented people, on Monday 16 November 2026. What is changed is kept
until the next time.

  --reset   throws away what was changed and starts over
`;

// The address and who can sign in are what somebody who tries it needs to see.
process.env.LOG_LEVEL ||= 'warn';

await runCommand(HELP, { reset: { type: 'boolean' } }, async ({ values }, settings) => {
  const opened = await openForServer({
    dataDir: settings.dataDir,
    kind: 'demo',
    now: now(),
    fill,
    startOver: values.reset === true,
  });
  try {
    await serve(opened, settings, await builtRoutes(), []);
  } catch (error) {
    opened.close();
    throw error;
  }
});

async function fill(database: Database): Promise<void> {
  console.log('Loading five demo schools …');
  const path = pathToFileURL(join(import.meta.dirname, '../operations/load-demo.ts')).href;
  const { loadDemo } = await import(path);
  await loadDemo({ database, now: now() });
}
