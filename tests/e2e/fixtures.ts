import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
// Names `window.stet` for what is evaluated in the page.
import type {} from '../../renderer/state/client';
import type { SeededCheck } from './support/articles/seeded-check';
import { answerDialogs, type DialogAnswers } from './support/system/dialogs';
import { Guard } from './support/electron/guard';
import { KeptProcess } from './support/electron/shared-process';
import { OwnProcess } from './support/electron/own-process';
import { nameReviewer } from './support/library/store-reviewer-name';
import { electronPath, startAsElectron } from './support/electron/runtime';
import { Stet } from './support/electron/stet';
import { storeArticle } from './support/library/store-article';
import { talkUncompressed } from './support/electron/disable-compression';

interface Options {
  /** More arguments for the app, for example an article to open. */
  stetArgs: string[];
  /** More environment for the app. */
  stetEnv: Record<string, string>;
  /** Whether the pages' policies are lifted. */
  stetBypassCSP: boolean;
  /** Whether the app has a process of its own: for specs about the process, or that change more in it than dialogs. */
  stetOwnProcess: boolean;
  /** The reviewer's name, stored before the app starts, so that no verdict asks for it; null when it was never given. */
  reviewer: string | null;
  /** An article that is in the library before the app starts, and is opened then: its text, or a check; null where it is empty. */
  article: string | SeededCheck | null;
}

interface Fixtures {
  /** A fresh folder for everything that Stet stores; gone after the test. */
  userData: string;
  /** A fresh folder for files that a person would have; gone after the test. */
  files: string;
  /** What went wrong unasked: page errors, console errors, refused policies, requests, main's log. All of it fails the test. */
  guard: Guard;
  /** The built app, started. */
  stet: Stet;
  /** The only thing not real: the system's dialogs, answered beforehand. */
  answerDialogs: (answers: DialogAnswers) => Promise<void>;
}

async function withFolder(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  await use(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

interface WorkerFixtures {
  /** The Electron under test, which Playwright starts as well. */
  executable: string;
  /** The display of this worker alone; null where none can be made, and the one there is has to do. */
  display: string | null;
  /** The Electron in which all specs run that ask for nothing of their own. */
  kept: KeptProcess;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  executable: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const executable = await electronPath();
      startAsElectron(executable);
      talkUncompressed();
      await use(executable);
    },
    { scope: 'worker', auto: true },
  ],
  display: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use) => {
      const { canMakeDisplay, startXvfb } = await import('../../build/machine/display.mjs');
      if (!canMakeDisplay()) return use(null);
      const { number, stop } = await startXvfb();
      await use(`:${number}`);
      stop();
    },
    { scope: 'worker' },
  ],
  kept: [
    async ({ display }, use) =>
      withFolder('stet-profile-', async (profile) => {
        const env: Record<string, string> = display === null ? {} : { DISPLAY: display };
        const kept = new KeptProcess({ profile, env });
        await use(kept);
        await kept.end();
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
  userData: async ({}, use) => withFolder('stet-e2e-', use),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
  files: async ({}, use) => withFolder('stet-files-', use),

  guard: async ({ userData }, use) => {
    const guard = new Guard(userData);
    await use(guard);
    guard.check();
  },

  stet: async (
    { display, kept, userData, guard, stetArgs, stetEnv, stetBypassCSP, stetOwnProcess, reviewer, article },
    use,
    testInfo,
  ) => {
    const needsOwn =
      stetOwnProcess || stetBypassCSP || stetArgs.length > 0 || Object.keys(stetEnv).length > 0;
    const env = { ...stetEnv, ...(display !== null && { DISPLAY: display }) };
    const host = needsOwn
      ? new OwnProcess({ userData, guard, args: stetArgs, env, bypassCSP: stetBypassCSP })
      : kept.hostFor(userData, guard);
    if (reviewer !== null) await nameReviewer(userData, reviewer);
    const title = article === null ? null : await storeArticle(userData, article);
    const stet = await Stet.start(host);
    if (title !== null) await stet.library.open(title);
    await use(stet);
    if (testInfo.status === testInfo.expectedStatus) return stet.close();
    console.log(`On the screen at the end of “${testInfo.title}”:\n${await stet.accessibilityTree()}`);
    // After a failure nobody answers what the app asks before it closes.
    await stet.kill();
  },

  answerDialogs: async ({ stet }, use) => use((answers) => answerDialogs(stet.app, answers)),
});
