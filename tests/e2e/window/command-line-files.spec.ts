import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test as base } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';
import { projectRoot } from '../support/electron/launch.ts';

declare global {
  var stetFocusCount: number;
}

const test = base.extend({
  stetArgs: async ({ files }, use) => {
    const article = join(files, 'named at the start.txt');
    writeFileSync(article, ferryText);
    await use([article]);
  },
});

test.use({ stetOwnProcess: true });

test('an article named on the command line is opened, and a second start passes its article to the first', async ({
  stet,
  executable,
  userData,
  files,
}) => {
  await stet.preview.accept();
  await expect(stet.article.title(ferryTitle)).toBeVisible();
  await expect(stet.article.main).toContainText('imported from named at the start.txt');

  await stet.app.evaluate(({ BrowserWindow }) => {
    globalThis.stetFocusCount = 0;
    const [window] = BrowserWindow.getAllWindows();
    if (window)
      window.focus = () => {
        globalThis.stetFocusCount += 1;
      };
  });
  writeFileSync(join(files, 'second.md'), '# A second article\n\nIt has one sentence.\n');
  // The path is relative to the folder in which the second start happens.
  const { sandboxFlags, electronEnvironment } = await import('#build/machine/launch.mjs');
  const flags = [...sandboxFlags({ root: process.getuid?.() === 0 }), `--user-data-dir=${userData}`];
  const second = spawn(executable, [projectRoot, ...flags, 'second.md'], {
    cwd: files,
    env: electronEnvironment(process.env),
    stdio: 'ignore',
  });
  const [code] = await once(second, 'exit');

  expect(code).toBe(0);
  await stet.preview.accept();
  await expect(stet.article.title('A second article')).toBeVisible();
  expect(await stet.app.evaluate(() => globalThis.stetFocusCount)).toBe(1);
  expect(await stet.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await stet.goToLibrary();
  await expect(stet.library.rows).toHaveCount(2);
});
