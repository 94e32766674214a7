import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // A machine that is busy is slow, and nothing is wrong with that.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['tests/**/*.test.ts'],
    env: { TZ: 'Europe/London' },
  },
});
