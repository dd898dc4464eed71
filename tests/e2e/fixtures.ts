import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
// Declares `window.stet` for code that is evaluated in the page.
import type {} from '#renderer/window/state/base/client.ts';
import type { SeededCheck } from './support/articles/seeded-check.ts';
import { Guard } from './support/electron/guard.ts';
import { disableCompression, findElectron, setPlaywrightElectron } from './support/electron/launch.ts';
import { OwnProcess } from './support/electron/own-process.ts';
import { SharedProcess } from './support/electron/shared-process.ts';
import { Stet } from './support/electron/stet.ts';
import { storeArticle, storeReviewerName } from './support/library/store-article.ts';
import { type LocalServer, startLocalServer } from './support/security/local-server.ts';
import { answerDialogs, type DialogAnswers } from './support/system/dialogs.ts';

interface Options {
  /** More arguments for the app, for example an article to open. */
  stetArgs: string[];
  /** More environment variables for the app. */
  stetEnv: Record<string, string>;
  /** Whether the pages' Content-Security-Policy is lifted. */
  stetBypassCSP: boolean;
  /** Whether the app gets its own process. Needed by specs about the process, and by specs that change more in it than dialogs. */
  stetOwnProcess: boolean;
  /** The reviewer's name, stored before the app starts, so that no verdict asks for it. Null stores no name. */
  reviewer: string | null;
  /** An article, as text or with its check, that is stored before the app starts, and opened then. Null stores no article. */
  article: string | SeededCheck | null;
}

interface Fixtures {
  /** An empty folder for everything that Stet stores. Removed after the test. */
  userData: string;
  /** An empty folder for the user's own files. Removed after the test. */
  files: string;
  /** Fails the test on unexpected page errors, console errors, policy violations, requests and lines in main's log. */
  guard: Guard;
  /** A server on this machine that the app must never reach. */
  localServer: LocalServer;
  /** The built app, running. */
  stet: Stet;
  /** Answers the system's dialogs in advance. They are the only part of the app that tests replace. */
  answerDialogs: (answers: DialogAnswers) => Promise<void>;
}

async function useTempFolder(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  await use(folder);
  // Chromium's other processes may outlive Stet for a moment, and write to its folder.
  await rm(folder, { recursive: true, force: true, maxRetries: 15 });
}

interface WorkerFixtures {
  /** The path of the Electron under test, which Playwright starts as well. */
  executable: string;
  /** The X display of this worker, or null where none can be started, and the existing display is used. */
  display: string | null;
  /** The Electron process of all specs that do not need their own. */
  sharedProcess: SharedProcess;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  executable: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const executable = await findElectron();
      setPlaywrightElectron(executable);
      disableCompression();
      await use(executable);
    },
    { scope: 'worker', auto: true },
  ],
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const { canMakeDisplay, startXvfb } = await import('#build/machine/launch.mjs');
      if (!canMakeDisplay()) return use(null);
      const { number, stop } = await startXvfb();
      await use(`:${number}`);
      stop();
    },
    { scope: 'worker' },
  ],
  sharedProcess: [
    async ({ display }, use) =>
      useTempFolder('stet-profile-', async (profile) => {
        const env: Record<string, string> = display === null ? {} : { DISPLAY: display };
        const sharedProcess = new SharedProcess({ profile, env });
        await use(sharedProcess);
        await sharedProcess.kill();
      }),
    { scope: 'worker' },
  ],
  stetArgs: [[], { option: true }],
  stetEnv: [{}, { option: true }],
  stetBypassCSP: [false, { option: true }],
  stetOwnProcess: [false, { option: true }],
  reviewer: [null, { option: true }],
  article: [null, { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  userData: async ({}, use) => useTempFolder('stet-e2e-', use),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  files: async ({}, use) => useTempFolder('stet-files-', use),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  localServer: async ({}, use) => {
    const localServer = await startLocalServer();
    await use(localServer);
    localServer.close();
  },

  guard: async ({ userData }, use) => {
    const guard = new Guard(userData);
    await use(guard);
    guard.expectNoErrors();
  },

  stet: async (
    {
      display,
      sharedProcess,
      userData,
      guard,
      stetArgs,
      stetEnv,
      stetBypassCSP,
      stetOwnProcess,
      reviewer,
      article,
    },
    use,
    testInfo,
  ) => {
    const needsOwnProcess =
      stetOwnProcess || stetBypassCSP || stetArgs.length > 0 || Object.keys(stetEnv).length > 0;
    const env = { ...stetEnv, ...(display !== null && { DISPLAY: display }) };
    const appProcess = needsOwnProcess
      ? new OwnProcess({ userData, guard, args: stetArgs, env, bypassCSP: stetBypassCSP })
      : sharedProcess.forSpec(userData, guard);
    if (reviewer !== null) await storeReviewerName(userData, reviewer);
    const title = article === null ? null : await storeArticle(userData, article);
    const stet = await Stet.start(appProcess);
    if (title !== null) await stet.library.open(title);
    await use(stet);
    if (testInfo.status === testInfo.expectedStatus) return stet.close();
    console.log(`On the screen at the end of “${testInfo.title}”:\n${await stet.readAccessibilityTree()}`);
    // After a failure the app may ask a question before it closes, and no test would answer it.
    await stet.kill();
  },

  answerDialogs: async ({ stet }, use) => use((answers) => answerDialogs(stet.app, answers)),
});
