import { spawn } from 'node:child_process';
import { type App, ENVIRONMENT, freePort, NODE } from '#tests/e2e/app.ts';

/** What the floor's page holds. */
export const FLOOR_MARKER = 'An empty page';

/** Starts the floor, and waits until it answers. */
export async function startFloor(): Promise<App> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(NODE, ['tests/bench/floor.ts'], {
    env: { ...ENVIRONMENT, PORT: String(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const stop = () => {
    server.kill();
    return ended;
  };
  for (let tries = 0; tries < 600 && server.exitCode === null; tries++) {
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return { address, dataDir: '', said: () => '', stop };
    await new Promise((done) => setTimeout(done, 100));
  }
  await stop();
  throw new Error('The floor did not start');
}
