import { defineConfig } from '@playwright/test';

// `npm test` reads the results from a file it names, outside of the work tree.
const jsonFile = process.env.STET_E2E_JSON;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 30_000,
  retries: 0,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: jsonFile ? [['list'], ['json', { outputFile: jsonFile }]] : [['list']],
  use: { trace: 'off' },
});
