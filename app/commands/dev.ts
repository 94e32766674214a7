import type { ServerBuild } from '@remix-run/node';
import { createServer as createVite } from 'vite';
import { openDemo } from './support/open-demo.ts';
import { runCommand } from './support/run-command.ts';
import { type Routes, serve } from './support/serve.ts';

const HELP = `
npm run dev

Serves the demo from the sources: pages reload when a route, a component or a rule changes. Begin it
again after a change to app/platform, app/commands or the tables.
`;

process.env.NODE_ENV ??= 'development';

await runCommand(HELP, {}, async (_given, settings) => {
  const opened = await openDemo(settings);
  const routes = await routesFromSources();
  try {
    await serve(opened, settings, routes, []);
  } catch (error) {
    await routes.close?.();
    opened.close();
    throw error;
  }
});

async function routesFromSources(): Promise<Routes> {
  const vite = await createVite({ server: { middlewareMode: true } });
  // Most pages have no scripts of ours: they reload whole.
  vite.watcher.on('change', () => vite.ws.send({ type: 'full-reload' }));
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  return { build, clientFolder: null, vite: vite.middlewares, close: () => vite.close() };
}
