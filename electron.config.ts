import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { changesToPdfJs } from './build/changes-to-pdf-js.mjs';
import { asciiOnly } from './build/escape-to-ascii.mjs';

const here = (...path: string[]) => resolve(import.meta.dirname, ...path);

const noFetch = here('shared/references/records/no-fetch.ts');

// The floor is the oldest runtime the app is developed on (Electron 25: Node 18, Chrome 114). Everything is bundled:
// `node_modules` is not packed, so only Electron itself stays an import.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    plugins: [asciiOnly],
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: here('main/app/index.ts'),
          'pool-worker': here('main/worker/pool-worker.ts'),
          'search-worker': here('main/worker/search-worker.ts'),
        },
        output: commonJs,
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/preload',
      // A sandboxed preload can require no file of its own, so each has to be one.
      isolatedEntries: true,
      rolldownOptions: {
        input: {
          preload: here('main/preload/preload.ts'),
          'importer-preload': here('main/preload/importer-preload.ts'),
        },
        output: commonJs,
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react(), asciiOnly, changesToPdfJs],
    worker: { format: 'es', plugins: () => [changesToPdfJs] },
    css: { transformer: 'lightningcss' },
    // citation-js would fetch with these, and never does here.
    resolve: { alias: { 'node-fetch': noFetch, 'sync-fetch': noFetch } },
    build: {
      outDir: 'out/renderer',
      minify: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      // The page's policy allows no `data:` address, so fonts and pictures stay files.
      assetsInlineLimit: 0,
      // The page comes from the disk, where one large file is no slower than many small ones. The screen of an article is a
      // file of its own, because the library does without it.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: { index: here('renderer/index.html'), importer: here('renderer/documents/index.html') },
      },
    },
  },
});
