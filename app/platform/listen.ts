import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Express } from 'express';
import type { Settings } from './env.ts';

const HEADER_BYTES = 16 * 1024;
const SECONDS = 1000;

/** What a running server can be asked. */
export type Listening = {
  /** The port that it listens on; another than the setting's where that is 0. */
  port: number;
  /** Takes no more requests, waits for those in flight, and is then over. */
  close: () => Promise<void>;
};

/** The port or the address cannot be had; the message is one line that says what to do. */
export class ListenError extends Error {
  override name = 'ListenError';
}

/** Serves `app`. Throws `ListenError` where the port is taken or the address is not this machine's. */
export async function listen(app: Express, settings: Settings): Promise<Listening> {
  const server = createServer({ maxHeaderSize: HEADER_BYTES }, app);
  server.headersTimeout = 20 * SECONDS;
  server.requestTimeout = 120 * SECONDS;
  server.keepAliveTimeout = 10 * SECONDS;
  server.setTimeout(120 * SECONDS);
  server.on('clientError', answerUnreadable);
  await begin(server, settings);
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/** What is not even a request of HTTP, or has too many headers, or takes too long to come. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = UNREADABLE[error.code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  socket.resume();
}

const UNREADABLE: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

function begin(server: Server, { port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenError(wordsFor(error, port, host)));
    });
    server.listen(port, host, resolve);
  });
}

function wordsFor(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop it, or set PORT to another.`;
    case 'EACCES':
      return `Port ${port} is not open to this account: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is ${host}, which is not an address of this machine.`;
    default:
      return `It cannot listen on ${host}:${port}: ${error.message}`;
  }
}

const PATIENCE_MILLISECONDS = 10 * SECONDS;

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(end);
      resolve();
    });
    // A connection is idle, and can go, as soon as its last answer is out.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const end = setTimeout(() => server.closeAllConnections(), PATIENCE_MILLISECONDS);
    server.closeIdleConnections();
  });
}
