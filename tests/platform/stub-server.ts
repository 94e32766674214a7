import type { ServerBuild } from '@remix-run/node';
import { serve } from '#app/commands/support/serve.ts';
import { transact } from '#app/data/database.ts';
import { setMark } from '#app/data/marks.ts';
import { openForServer } from '#app/data/open.ts';
import { readSettings } from '#app/platform/env.ts';

/**
 * What `npm start` runs, with three routes of its own in place of the built ones: a process that a
 * test can start, stop and kill.
 */
const settings = readSettings(process.env);
const wanted = {
  dataDir: settings.dataDir,
  kind: 'real',
  now: '2026-11-16T09:00:00.000Z',
} as const;

try {
  const opened = await openForServer(wanted);
  await serve(opened, settings, { build: routes(), clientFolder: settings.dataDir }, []);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

function routes(): ServerBuild {
  const modules = {
    slow: {
      loader: async ({ context }: { context: { database: Parameters<typeof transact>[0] } }) => {
        console.log('slow begun');
        await new Promise((resolve) => setTimeout(resolve, 700));
        await transact(context.database, (transaction) => setMark(transaction, 'slow', 'done'));
        return new Response('finished');
      },
    },
  };
  const entries = Object.entries(modules).map(([path, module]) => [
    path,
    { id: path, path, module },
  ]);
  return {
    entry: { module: { default: () => new Response('page') } },
    routes: Object.fromEntries(entries),
    assets: { version: 'one', url: '', entry: { module: '', imports: [] }, routes: {} },
    future: {},
  } as unknown as ServerBuild;
}
