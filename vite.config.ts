import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
import remixOptions from './remix.config.js';

const underTest = process.env.VITEST !== undefined;

const SERVER_ONLY = /\/app\/(auth|commands|data|operations|platform)\/|\/db\/|\/@remix-run\/node\//;

/**
 * A route's loader and action are taken out of what browsers get, but not always everything that
 * they alone had imported. What only the server runs stands there as an empty module.
 */
function serverOnly(): Plugin {
  return {
    name: 'server-only',
    enforce: 'pre',
    apply: 'build',
    load(id, options) {
      if (options?.ssr || !SERVER_ONLY.test(id)) return null;
      return { code: 'export default {}', syntheticNamedExports: true, moduleSideEffects: false };
    },
  };
}

export default defineConfig({
  // Tests run the modules as they stand: the plugins are for the bundle alone.
  plugins: underTest ? [] : [serverOnly(), remix(remixOptions)],
  // Runs on the server alone; what Vite would prepare of it for browsers is not there.
  optimizeDeps: { exclude: ['@node-rs/argon2'] },
  build: { target: 'es2022', assetsInlineLimit: 0 },
  css: {
    preprocessorOptions: {
      // govuk-frontend's own use of what Sass is about to drop is not ours to mend.
      scss: { quietDeps: true, loadPaths: ['node_modules'] },
    },
  },
});
