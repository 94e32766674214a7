import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jar: string = createRequire(import.meta.url)('vnu-jar');
const hasJava = spawnSync('java', ['-version']).status === 0;

/**
 * What the Nu HTML checker finds wrong with these pages, by their names; all in one run, since it
 * takes long to start. Nothing where there is no Java to run it.
 */
export function validate(pages: Record<string, string>): string[] {
  if (!hasJava) return [];
  const folder = mkdtempSync(join(tmpdir(), 'indate-html-'));
  try {
    const names = Object.keys(pages);
    for (const [index, name] of names.entries()) {
      writeFileSync(join(folder, `${index}.html`), pages[name] ?? '');
    }
    const checker = ['-jar', `${jar}`, '--errors-only', '--format', 'json', folder];
    const ran = spawnSync('java', checker, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    return faultsIn(ran.stderr, names);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Message = { url: string; lastLine: number; message: string; extract: string };

/** Throws where the checker said nothing that can be read: then it has not checked. */
function faultsIn(said: string, names: string[]): string[] {
  const { messages }: { messages: Message[] } = JSON.parse(said);
  return messages.map(({ url, lastLine, message, extract }) => {
    const name = names[Number(/(\d+)\.html$/.exec(url)?.[1])];
    return `${name}, line ${lastLine}: ${message} (${extract})`;
  });
}
