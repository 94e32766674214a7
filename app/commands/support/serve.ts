import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RequestHandler } from 'express';
import { auditHead } from '#app/data/audit.ts';
import { isStorageTrouble } from '#app/data/database.ts';
import { sweepEvidence } from '#app/data/evidence-sweep.ts';
import { pathsIn } from '#app/data/folder.ts';
import { isHealthy } from '#app/data/health.ts';
import type { Opened } from '#app/data/open.ts';
import { now } from '#app/platform/clock.ts';
import type { Settings } from '#app/platform/env.ts';
import { createExaminer } from '#app/platform/evidence/examiner.ts';
import { type Listening, listen } from '#app/platform/listen.ts';
import { createLog } from '#app/platform/log.ts';
import { createServer, type ServerParts } from '#app/platform/server.ts';

/** Where the routes come from: what was built, or Vite while somebody works on them. */
export type Routes = {
  build: ServerParts['build'];
  clientFolder: string | null;
  vite?: RequestHandler;
  close?: () => Promise<void>;
};

const BUILD = join(import.meta.dirname, '../../../build');

export async function builtRoutes(): Promise<Routes> {
  // React looks at it once, when it is loaded.
  process.env.NODE_ENV ??= 'production';
  const build = await import(pathToFileURL(join(BUILD, 'server/index.js')).href);
  return { build, clientFolder: join(BUILD, 'client') };
}

/** Serves until it is told to stop; says where, with `words` after it. */
export async function serve(
  opened: Opened,
  settings: Settings,
  routes: Routes,
  words: string[],
): Promise<void> {
  const listening = await listenFor(opened, settings, routes);
  sweepDaily(opened, settings);
  const address = settings.port === 0 ? `http://localhost:${listening.port}` : settings.origin;
  const head = auditHead(opened.database) || 'nothing in it yet';
  console.log([`InDate is at ${address}`, `Audit head: ${head}`, ...words].join('\n'));
  stopWhenTold(listening, opened, routes);
}

/** Answers whoever asks at the settings' address, out of this database and no other. */
export function listenFor(
  { database, kind }: Opened,
  settings: Settings,
  routes: Routes,
): Promise<Listening> {
  const app = createServer({
    ...routes,
    database,
    settings,
    evidence: { folder: pathsIn(settings.dataDir).evidence, examine: createExaminer() },
    log: createLog(settings.logLevel),
    isDemo: kind === 'demo',
    isHealthy: () => isHealthy(database),
    isStorageTrouble,
  });
  return listen(app, settings);
}

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Now and once a day: files that no row names, and what has waited for its form for a day. */
function sweepDaily({ database }: Opened, settings: Settings): void {
  const log = createLog(settings.logLevel);
  const { evidence } = pathsIn(settings.dataDir);
  const sweep = () =>
    sweepEvidence(database, evidence, now()).catch((error) => log.error({ err: error }));
  void sweep();
  setInterval(sweep, DAY_MILLISECONDS).unref();
}

/** Also when whoever started it is gone: a server that nobody can stop would keep the port. */
function stopWhenTold(listening: Listening, opened: Opened, routes: Routes): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await listening.close();
    await routes.close?.();
    opened.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'disconnect']) process.on(signal, stop);
  process.channel?.unref();
}
