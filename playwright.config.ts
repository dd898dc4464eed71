import { defineConfig } from '@playwright/test';

// `npm test` sets the file from which it reads the results.
const jsonFile = process.env.STET_E2E_JSON;

const commands = /(?:package|start-command)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/support/electron/start-once.ts',
  // Far above what any spec takes: on a busy machine all of them are several times slower, which is no fault of the app.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  retries: 0,
  // `npm test` uses two workers where each can have its own display.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: jsonFile ? [['list'], ['json', { outputFile: jsonFile }]] : [['list']],
  use: { trace: 'off' },
  projects: [
    { name: 'app', testIgnore: commands },
    // These specs build the app, so nothing else may run it at the same time: it loads parts of itself while it runs.
    { name: 'commands', testMatch: commands, dependencies: ['app'], workers: 1 },
  ],
});
