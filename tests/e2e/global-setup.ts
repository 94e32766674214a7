import { rmSync } from 'node:fs';
import { startApp, TEMPLATE } from './app.ts';

/** The demo, loaded once; every server of the tests begins with a copy of it. */
export default async function loadTemplate(): Promise<void> {
  rmSync(TEMPLATE, { recursive: true, force: true });
  const app = await startApp(TEMPLATE);
  await app.stop();
}
