import { defineConfig } from '@playwright/test';

// `npm test` sets the file from which it reads the results.
const jsonFile = process.env.STET_E2E_JSON;

/** The random walk through the app, separate from the e2e suite with its fixed specs. */
export default defineConfig({
  testDir: 'tests/walk',
  testMatch: 'walk.spec.ts',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/electron/start-once.ts',
  // A walk ends by itself.
  timeout: 0,
  retries: 0,
  workers: 1,
  fullyParallel: true,
  reporter: jsonFile ? [['list'], ['json', { outputFile: jsonFile }]] : [['list']],
  use: { trace: 'off' },
});
