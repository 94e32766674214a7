import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, ENVIRONMENT, freePort, NODE, TEMPLATE } from './app.ts';

/**
 * What a worker's one process is told, and what it answers. Every journey has a database and an
 * address of its own; that all of a worker's come from one process, which has loaded the routes
 * once, spares a second of work each.
 */
export type Told = { dataDir: string; serve: { port: number; origin: string } | null };
export type Done = { dataDir: string; fault: string | null };

/** Serves fresh copies of the demo, as many as are asked for. */
export type Copies = {
  start(): Promise<App>;
  end(): void;
};

export function startCopies(): Copies {
  const server = spawn(NODE, ['tests/e2e/serve-copies.ts'], {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  return {
    start: async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'indate-e2e-'));
      cpSync(TEMPLATE, dataDir, { recursive: true });
      const port = await freePort();
      const address = `http://localhost:${port}`;
      const before = said.length;
      await tell(server, { dataDir, serve: { port, origin: address } }, () => said);
      const stop = async () => {
        await tell(server, { dataDir, serve: null }, () => said);
        rmSync(dataDir, { recursive: true, force: true });
      };
      return { address, dataDir, said: () => said.slice(before), stop };
    },
    end: () => server.disconnect(),
  };
}

/** Waits until it is done. Throws with what the process said where that fails, or where it has ended. */
function tell(server: ChildProcess, told: Told, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${why}\n${said()}`));
    const ended = () => fail('The server of the copies has ended:');
    const hear = ({ dataDir, fault }: Done) => {
      if (dataDir !== told.dataDir) return;
      server.off('message', hear).off('exit', ended);
      if (fault === null) resolve();
      else fail(fault);
    };
    if (!server.connected) return ended();
    server.on('message', hear).once('exit', ended);
    server.send(told);
  });
}
