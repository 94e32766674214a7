import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openDemo } from './support/open-demo.ts';
import { runCommand } from './support/run-command.ts';
import { builtRoutes, serve } from './support/serve.ts';

const HELP = `
npm run demo [-- --reset]

Serves five demo schools with invented people, on Monday 16 November 2026. What is changed is kept
until the next time.

  --reset   throws away what was changed and starts over
`;

// The address and who can sign in are what somebody who tries it needs to see.
process.env.LOG_LEVEL ||= 'warn';

await runCommand(HELP, { reset: { type: 'boolean' } }, async ({ values }, settings) => {
  const opened = await openDemo(settings, values.reset === true);
  try {
    await serve(opened, settings, await builtRoutes(), whoCanSignIn());
  } catch (error) {
    opened.close();
    throw error;
  }
});

type Personas = { password: string; personas: { name: string; title: string; email: string }[] };

function whoCanSignIn(): string[] {
  const file = new URL('../../db/seed/personas.yaml', import.meta.url);
  const { password, personas } = parse(readFileSync(file, 'utf8')) as Personas;
  const lines = personas.map(({ name, title, email }) => `  ${email.padEnd(36)} ${name}, ${title}`);
  return ['', `Sign in with one button each, or with the password ${password}:`, ...lines, ''];
}
