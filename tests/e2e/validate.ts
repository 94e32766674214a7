import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const jar: string = createRequire(import.meta.url)('vnu-jar');
const hasJava = spawnSync('java', ['-version']).status === 0;

/** What the Nu HTML checker finds wrong; nothing where there is no Java to run it. */
export function validate(html: string): string[] {
  if (!hasJava) return [];
  const ran = spawnSync('java', ['-jar', jar, '--errors-only', '--format', 'json', '-'], {
    input: html,
    encoding: 'utf8',
  });
  const { messages } = JSON.parse(ran.stderr || '{"messages":[]}');
  return messages.map(({ lastLine, message, extract }: Record<string, string>) => {
    return `line ${lastLine}: ${message} (${extract})`;
  });
}
