import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const here = (...path: string[]) => resolve(import.meta.dirname, ...path);

// The floor is the oldest runtime the app is developed on (Electron 25: Node 18, Chrome 114). Everything is bundled:
// `node_modules` is not packed, so only Electron itself stays an import.
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

// Hot reload puts scripts and styles into the page, which the page's policy rightly forbids. Only the development server
// serves the page without it; the built page keeps it.
const withoutPolicyInDevelopment: Plugin = {
  name: 'stet:no-policy-in-development',
  apply: 'serve',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) => html.replace(/<meta\s[^>]*http-equiv="Content-Security-Policy"[^>]*>/i, ''),
  },
};

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
    plugins: [react(), withoutPolicyInDevelopment],
    css: { transformer: 'lightningcss' },
    build: {
      outDir: 'out/renderer',
      minify: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      // The page's policy allows no `data:` address, so fonts and pictures stay files.
      assetsInlineLimit: 0,
      rolldownOptions: { input: here('renderer/index.html') },
    },
  },
});
