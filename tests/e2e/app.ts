import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const TEMPLATE = resolve('.cache/demo-template');
const COMPILED = resolve('.cache/compiled');

/** A server on this machine, with its data folder. */
export type App = {
  address: string;
  dataDir: string;
  process: ChildProcess;
  /** Everything that it has said so far. */
  said(): string;
  stop(): Promise<void>;
};

/** A fresh copy of the demo, served; its folder goes when it stops. */
export async function startCopy(): Promise<App> {
  const dataDir = mkdtempSync(join(tmpdir(), 'indate-e2e-'));
  cpSync(TEMPLATE, dataDir, { recursive: true });
  const app = await startApp(dataDir);
  return {
    ...app,
    stop: async () => {
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What serves a folder: the demo, which is loaded first where there is none, or a real school. */
export type Command = 'demo' | 'start';

/** Serves this folder. Throws with what the server said where it ends before it answers. */
export async function startApp(dataDir: string, command: Command = 'demo'): Promise<App> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn('node_modules/.bin/node', [`app/commands/${command}.ts`], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      PORT: String(port),
      ORIGIN: address,
      LOG_LEVEL: 'error',
      // Many are started; what Node makes of the modules is the same for all.
      NODE_COMPILE_CACHE: COMPILED,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  server.stdout.on('data', (text) => said.push(String(text)));
  server.stderr.on('data', (text) => said.push(String(text)));
  await untilHealthy(address, server, said);
  const words = () => said.join('');
  return { address, dataDir, process: server, said: words, stop: () => stopped(server) };
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

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
