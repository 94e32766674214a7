import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';
import remixOptions from './remix.config.js';

const underTest = process.env.VITEST !== undefined;

export default defineConfig({
  // Tests run the modules as they stand: the plugin is for the bundle alone.
  plugins: underTest ? [] : [remix(remixOptions)],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  css: {
    preprocessorOptions: {
      // govuk-frontend's own use of what Sass is about to drop is not ours to mend.
      scss: { quietDeps: true, loadPaths: ['node_modules'] },
    },
  },
});
