import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach } from 'vitest';

const NODE = 'node_modules/.bin/node';

const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** A process of this test's own; what is left of it goes when the test is over. */
export type Started = {
  child: ChildProcess;
  /** Everything it has said so far, on stdout and on stderr. */
  said: () => string;
  /** The first match of `pattern` in what it says; throws where it ends before. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>;
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
};

export function startNode(args: string[], env: Record<string, string> = {}): Started {
  return start(NODE, args, env);
}

export function start(file: string, args: string[], env: Record<string, string> = {}): Started {
  const child = spawn(file, args, {
    env: { ...process.env, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const said = () => stdout + stderr;
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  const says = async (pattern: RegExp) => {
    for (let tries = 0; tries < 600; tries++) {
      const match = pattern.exec(said());
      if (match) return match;
      if (child.exitCode !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`It never said ${pattern}, but: ${said()}`);
  };
  return { child, said, says, ended };
}
