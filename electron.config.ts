import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const here = (...path: string[]) => resolve(import.meta.dirname, ...path);

// The floor is the oldest runtime the app is developed on (Electron 25: Node 18, Chrome 114). Everything is bundled:
// `node_modules` is not packed, so only Electron itself stays an import.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/main',
      rolldownOptions: { input: { index: here('main/index.ts') }, output: commonJs },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node18',
      outDir: 'out/preload',
      rolldownOptions: {
        input: { preload: here('main/preload.ts') },
        // A sandboxed preload can require no file of its own, so it has to be one.
        output: { ...commonJs, codeSplitting: false },
      },
    },
  },
  renderer: {
    root: here('renderer'),
    plugins: [react()],
    css: { transformer: 'lightningcss' },
    build: {
      outDir: 'out/renderer',
      minify: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      // The page's policy allows no `data:` address, so fonts and pictures stay files.
      assetsInlineLimit: 0,
      // The page comes from the disk, where one large file is no slower than many small ones.
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: here('renderer/index.html') },
    },
  },
});
