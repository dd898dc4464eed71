import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { changesToPdfJs } from './build/changes-to-pdf-js.mjs';
import { chromiumFlags, findChromium } from './build/machine/chromium.mjs';
import { readEffort } from './build/testing/effort.mjs';
import { wordFileCommands } from './build/testing/word-file-commands.mjs';

const noFetch = resolve(import.meta.dirname, 'shared/references/records/no-fetch.ts');
const noNetwork = { 'node-fetch': noFetch, 'sync-fetch': noFetch };

/** When to give up a test, and waiting for a state in one, in milliseconds: far above what any takes on an idle machine. */
const testTimeoutMs = 90_000;
const shared = {
  testTimeout: testTimeoutMs,
  hookTimeout: testTimeoutMs,
  expect: { poll: { timeout: 10_000 } },
  provide: readEffort(process.env),
};

/** Sets the seed of fast-check. */
const effort = 'tests/unit/effort.ts';

const browserTests = 'tests/unit/**/*.browser.test.{ts,tsx}';

/** Tests of a window in which nothing is loaded yet. */
const ownPageTests = 'tests/unit/**/*.own-page.browser.test.{ts,tsx}';

/** Tests in Chromium, all in one page. */
function inBrowser(name: string, include: string, exclude: string[]) {
  return {
    plugins: [changesToPdfJs],
    worker: { format: 'es' as const, plugins: () => [changesToPdfJs] },
    css: { transformer: 'lightningcss' as const },
    resolve: { alias: noNetwork },
    // Found before the first test, so that no test file is reloaded half way by a dependency found late.
    optimizeDeps: { entries: [browserTests], include: ['dingbat-to-unicode', 'fflate'] },
    test: {
      name,
      include: [include],
      exclude,
      setupFiles: [effort, 'tests/unit/renderer/support/main.ts'],
      ...shared,
      browser: {
        enabled: true,
        commands: wordFileCommands,
        // Each file would load the window's modules anew, which takes longer than most tests.
        isolate: false,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          // Below the timeout of a test, so that the failure names what is missing.
          actionTimeout: 20_000,
          launchOptions: { executablePath: findChromium() ?? undefined, args: chromiumFlags },
        }),
        instances: [{ browser: 'chromium' as const, viewport: { width: 1280, height: 800 } }],
      },
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // No test here leaves anything behind in a module; a process for each file would cost more than the tests.
          isolate: false,
          include: ['tests/unit/**/*.test.ts'],
          exclude: [browserTests],
          setupFiles: [effort],
          ...shared,
        },
      },
      inBrowser('browser', browserTests, [ownPageTests]),
      inBrowser('browser, own page', ownPageTests, []),
    ],
  },
});
