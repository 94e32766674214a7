import { type Logger, pino } from 'pino';
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
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}
