import { openDemo } from '#app/commands/support/open-demo.ts';
import { builtRoutes, listenFor } from '#app/commands/support/serve.ts';
import { readSettings } from '#app/platform/env.ts';
import type { Done, Told } from './copies.ts';

/**
 * Run as a process of its own, one for each worker of the browser's tests: serves every folder that
 * it is told of as `npm run demo` would, at an address of its own, until it is told to stop with it.
 */
const routes = builtRoutes();
const stops = new Map<string, () => Promise<void>>();

process.on('message', async ({ dataDir, serve }: Told) => {
  const work = serve ? start(dataDir, serve) : stops.get(dataDir)?.();
  const fault = await Promise.resolve(work).then(
    () => null,
    (error) => String(error?.stack ?? error),
  );
  process.send?.({ dataDir, fault } satisfies Done);
});
process.on('disconnect', () => process.exit());

async function start(dataDir: string, { port, origin }: NonNullable<Told['serve']>): Promise<void> {
  const settings = readSettings({
    DATA_DIR: dataDir,
    PORT: String(port),
    ORIGIN: origin,
    LOG_LEVEL: 'error',
  });
  const opened = await openDemo(settings);
  const listening = await listenFor(opened, settings, await routes);
  stops.set(dataDir, async () => {
    stops.delete(dataDir);
    await listening.close();
    opened.close();
  });
}
