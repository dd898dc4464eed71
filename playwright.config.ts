import { defineConfig } from '@playwright/test';

// `npm test` reads the results from a file it names, outside of the work tree.
const jsonFile = process.env.STET_E2E_JSON;

const commands = /(?:package|start-command)\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 30_000,
  retries: 0,
  // `npm test` takes two where each can have a display of its own.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: jsonFile ? [['list'], ['json', { outputFile: jsonFile }]] : [['list']],
  use: { trace: 'off' },
  projects: [
    { name: 'app', testIgnore: commands },
    // They build the app anew, so nothing else may run it meanwhile.
    { name: 'commands', testMatch: commands, dependencies: ['app'] },
  ],
});
