import { defineConfig } from 'vitest/config';

export default defineConfig({
  cacheDir: '.cache/vite',
  test: {
    environment: 'node',
    // Left to itself it keeps one core for somebody who is looking on, which is half of a small machine.
    maxWorkers: '100%',
    // A machine that is busy is slow, and nothing is wrong with that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    env: { TZ: 'Europe/London' },
    // Packages of a hundred small files each, made one file for all: every file of tests loads them
    // anew, and spent a third of its time on it.
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: [
            'drizzle-orm',
            'drizzle-orm/better-sqlite3',
            'drizzle-orm/sqlite-core',
            'yaml',
            'zod',
          ],
        },
      },
    },
  },
});
