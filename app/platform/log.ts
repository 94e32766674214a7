import { type Logger, pino, stdSerializers, stdTimeFunctions } from 'pino';
import type { LogLevel } from './env.ts';

export type Log = Logger;

/**
 * The log: one JSON object a line on stdout, so that nothing in a path or a name can begin a line of
 * its own. Bodies, queries, cookies and tokens are never given to it.
 */
export function createLog(level: LogLevel): Log {
  return pino({
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: (error) => stdSerializers.err(innermost(error)) },
    formatters: { level: (label) => ({ level: label }) },
  });
}

/** The database layer puts the values of a query into the message around what SQLite said. */
function innermost(error: Error): Error {
  return error?.cause instanceof Error ? innermost(error.cause) : error;
}
