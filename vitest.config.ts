import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Left to itself it keeps one core for somebody who is looking on, which is half of a small machine.
    maxWorkers: '100%',
    // A machine that is busy is slow, and nothing is wrong with that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    env: { TZ: 'Europe/London' },
  },
});
