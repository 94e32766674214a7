import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

export const TEMPLATE = resolve('.cache/demo-template');
export const NODE = 'node_modules/.bin/node';

export const ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: 'production',
  // Several are started; what Node makes of the modules is the same for all.
  NODE_COMPILE_CACHE: resolve('.cache/compiled'),
};

/** A server on this machine, with its data folder. */
export type App = {
  address: string;
  dataDir: string;
  /** Everything that it has said so far. */
  said(): string;
  stop(): Promise<void>;
};

/** What serves a folder: the demo, which is loaded first where there is none, or a real school. */
export type Command = 'demo' | 'start';

/** Serves this folder in a process of its own. Throws with what the server said where it ends before it answers. */
export async function startApp(dataDir: string, command: Command = 'demo'): Promise<App> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(NODE, [`app/commands/${command}.ts`], {
    env: {
      ...ENVIRONMENT,
      DATA_DIR: dataDir,
      PORT: String(port),
      ORIGIN: address,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  server.stdout.on('data', (text) => said.push(String(text)));
  server.stderr.on('data', (text) => said.push(String(text)));
  await untilHealthy(address, server, said);
  const words = () => said.join('');
  return { address, dataDir, said: words, stop: () => stopped(server) };
}

async function untilHealthy(address: string, server: ChildProcess, said: string[]): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (server.exitCode !== null) throw new Error(`The server did not start:\n${said.join('')}`);
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The server did not answer:\n${said.join('')}`);
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.signalCode !== null) return done();
    server.once('exit', () => done());
    server.kill('SIGTERM');
  });
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
