import { mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { isStorageTrouble } from '#app/data/database.ts';
import { readSettings } from '#app/platform/env.ts';
import { type Listening, listen } from '#app/platform/listen.ts';
import { createLog } from '#app/platform/log.ts';
import { createServer, type ServerParts } from '#app/platform/server.ts';
import { freshDatabase, freshFolder } from '#tests/support/database.ts';
import { evidenceFor } from '#tests/support/evidence.ts';
import { stubRoutes } from './stub-routes.tsx';

export const ORIGIN = 'https://indate.example';

const running: Listening[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map(({ close }) => close()));
});

type Options = Partial<ServerParts> & { env?: Record<string, string> };

/** A real server on a port of its own, with the stub routes and two files for browsers. */
export async function serving(options: Options = {}): Promise<Listening> {
  const { env, database = freshDatabase(), ...parts } = options;
  const settings = readSettings({ PORT: '0', ORIGIN, ...env });
  const app = createServer({
    settings,
    log: createLog('silent'),
    isDemo: false,
    database,
    evidence: evidenceFor(database),
    build: stubRoutes(),
    clientFolder: clientFolder(),
    isHealthy: () => true,
    isStorageTrouble,
    ...parts,
  });
  const listening = await listen(app, settings);
  running.push(listening);
  return listening;
}

function clientFolder(): string {
  const folder = freshFolder();
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'assets/main-abc123.css'), 'p{}');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, '.vite/manifest.json'), '{}');
  return folder;
}

export type Answered = { status: number; headers: IncomingHttpHeaders; text: string };

/** Sends exactly these headers, which fetch would not. */
export function send(
  { port }: Listening,
  method: string,
  path: string,
  { headers = {}, chunks = [] }: { headers?: Record<string, string>; chunks?: Buffer[] } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, host: '127.0.0.1', method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    for (const chunk of chunks) sent.write(chunk);
    sent.end();
  });
}

/** Sends these bytes as they are, and answers everything that comes back. */
export function sendRaw({ port }: Listening, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    socket.on('error', reject).on('close', () => resolve(text));
  });
}
