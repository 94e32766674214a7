import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const KNOWN_PLACES = [
  // The same without the windows that nobody sees: less to install, and less for every page.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** How long a machine that cannot fetch Playwright's own browser is waited for. */
const DOWNLOAD_MILLISECONDS = 180_000;

/**
 * The path of a Chromium. Where there is none, Playwright's own is fetched; where that cannot be,
 * the system's package manager is asked. Throws where nothing helps.
 */
export function findOrInstallChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium on this machine: installing one');
  for (const install of [installPlaywrights, installFromSystem]) {
    install();
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error('No Chromium could be installed. Install one and set CHROMIUM to its path.');
}

function findChromium(): string | null {
  const places = [process.env.CHROMIUM ?? '', chromium.executablePath(), ...KNOWN_PLACES];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

function installPlaywrights(): void {
  spawnSync('node_modules/.bin/playwright', ['install', 'chromium'], {
    stdio: 'inherit',
    timeout: DOWNLOAD_MILLISECONDS,
  });
}

function installFromSystem(): void {
  aptGet('update');
  for (const name of ['chromium-headless-shell', 'chromium']) {
    if (aptGet('install', '-y', '--no-install-recommends', name)) return;
  }
}

function aptGet(...args: string[]): boolean {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [program, ...rest] = [...sudo, 'apt-get', ...args];
  return spawnSync(program as string, rest, { stdio: 'inherit' }).status === 0;
}
