import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { readSettings, type Settings } from '#app/platform/env.ts';

export type Given<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>
>;

/** Errors whose message is all that the person at the command line needs. */
const IN_WORDS = ['SettingError', 'FolderError', 'ListenError', 'CommandError'];

/** Said to the person at the command line, who can do something about it. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/**
 * Runs a command: `--help` prints its help; what goes wrong is one line on stderr and exit code 1.
 * `main` answers the exit code, or nothing for 0.
 */
export async function runCommand<const O extends ParseArgsOptionsConfig>(
  help: string,
  options: O,
  // biome-ignore lint/suspicious/noConfusingVoidType: a command that has nothing to say returns nothing
  main: (given: Given<O>, settings: Settings) => Promise<number | void>,
): Promise<void> {
  try {
    const given = parse(options);
    if ((given.values as { help?: boolean }).help) return console.log(help.trim());
    process.exitCode = (await main(given, settingsOfThisMachine())) ?? 0;
  } catch (error) {
    console.error(wordsFor(error));
    process.exitCode = 1;
  }
}

function parse<O extends ParseArgsOptionsConfig>(options: O): Given<O> {
  const all = { ...options, help: { type: 'boolean', short: 'h' } } as const;
  return parseArgs({ options: all, allowPositionals: true, strict: true }) as unknown as Given<O>;
}

/** .env is read where there is one; what the environment itself says goes before it. */
function settingsOfThisMachine(): Settings {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readSettings(process.env);
}

function wordsFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isUsage = (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  return isUsage || IN_WORDS.includes(error.name) ? error.message : (error.stack ?? error.message);
}

/** A file named on the command line, from where the person stood when they called npm. */
export function fileNamed(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
