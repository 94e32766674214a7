import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

/** What the one who runs InDate may set; .env.example has a line for each. */
export type Settings = {
  port: number;
  host: string;
  /** Absolute path of the folder with the database and everything kept beside it. */
  dataDir: string;
  /** Where browsers find InDate: scheme, host and port, without a slash at the end. */
  origin: string;
  /** Is the origin https? Then cookies are Secure and browsers are told to come back by https. */
  isSecure: boolean;
  /** The one address whose forwarded headers count; null: nobody's. */
  trustedProxy: string | null;
  logLevel: LogLevel;
};

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** A setting that cannot be used; the message is one line that says which, and what is wanted. */
export class SettingError extends Error {
  override name = 'SettingError';
}

const wanted = {
  PORT: 'a whole number from 1 to 65535, or 0 for any free port',
  HOST: 'an IP address or a host name, such as 127.0.0.1 or 0.0.0.0',
  DATA_DIR: 'the path of a folder',
  ORIGIN:
    'http:// or https:// and a host, with nothing after it, such as https://indate.school.example',
  TRUSTED_PROXY: 'one IP address, or nothing',
  LOG_LEVEL: `one of ${LOG_LEVELS.join(', ')}`,
} as const;
type Name = keyof typeof wanted;

const readers = {
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.number().max(65_535)),
  HOST: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
  DATA_DIR: z.string().refine((path) => !path.includes('\0')),
  ORIGIN: z
    .string()
    .refine(isOrigin)
    .transform((text) => new URL(text).origin),
  TRUSTED_PROXY: z.string().refine((text) => isIP(text) !== 0),
  LOG_LEVEL: z.enum(LOG_LEVELS),
} as const satisfies Record<Name, z.ZodType>;

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && (text === url.origin || text === `${url.origin}/`);
}

/**
 * The settings as the environment has them, each with a default that works. What is set to nothing
 * counts as not set. Throws `SettingError` for the first value that cannot be used.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const port = read(env, 'PORT', 3000);
  const origin = read(env, 'ORIGIN', `http://localhost:${port}`);
  return {
    port,
    host: read(env, 'HOST', '127.0.0.1'),
    dataDir: resolve(read(env, 'DATA_DIR', './data')),
    origin,
    isSecure: origin.startsWith('https:'),
    trustedProxy: read(env, 'TRUSTED_PROXY', null),
    logLevel: read(env, 'LOG_LEVEL', 'info'),
  };
}

function read<N extends Name, D>(
  env: Record<string, string | undefined>,
  name: N,
  otherwise: D,
): z.output<(typeof readers)[N]> | D {
  const text = env[name]?.trim();
  if (text === undefined || text === '') return otherwise;
  const result = readers[name].safeParse(text);
  if (result.success) return result.data as z.output<(typeof readers)[N]>;
  throw new SettingError(
    `${name} is ${JSON.stringify(text.slice(0, 100))}: it must be ${wanted[name]}.`,
  );
}
