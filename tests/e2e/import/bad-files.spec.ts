import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makePdf } from '../../unit/renderer/importer/make-pdf';
import { test } from '../fixtures';
import { ferryTitle } from '../support/articles/ferry-article';
import { badFiles } from '../support/files/bad-files';
import { whileTimeFlies } from '../support/system/fast-timers';

/** A file has so many milliseconds to be refused in. */
const patience = 15_500;

test('whatever is wrong with a file, one sentence says so, and the app goes on', async ({
  stet,
  files,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  await stet.pasteArticle();
  const processes = () =>
    stet.app.evaluate(({ app }) => app.getAppMetrics().filter(({ type }) => type === 'Tab').length);
  for (const [name, { bytes, says }] of Object.entries(badFiles)) {
    const path = join(files, name);
    writeFileSync(path, bytes());
    await answerDialogs({ open: path });
    const problem = stet.notices.problems.filter({ hasText: says });
    const refused = async () => {
      await stet.press('Control+o');
      await expect(problem, name).toBeVisible({ timeout: patience });
    };
    await (name === 'endless.pdf' ? whileTimeFlies(stet.app, refused) : refused());
    await expect(problem, name).toContainText('nothing was changed.');
    await stet.notices.close(says);
    await expect(stet.article.title(ferryTitle)).toBeVisible();
  }
  // What read them is gone, with all the memory that it took.
  await expect.poll(processes).toBe(1);
  await stet.goToLibrary();
  await expect(stet.library.rows).toHaveCount(1);
});

test('the article can be checked while a file is read that never ends', async ({
  stet,
  files,
  answerDialogs,
}) => {
  await stet.pasteArticle();
  const path = join(files, 'endless.pdf');
  writeFileSync(path, badFiles['endless.pdf']?.bytes() ?? '');
  await answerDialogs({ open: path });
  await stet.press('Control+o');
  await expect(stet.page.getByRole('progressbar', { name: 'Reading' })).toBeVisible();
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await expect(stet.article.claimMarks(1)).toBeVisible();
  await stet.status.saved();
  await stet.page.getByRole('button', { name: 'Cancel' }).click();
  await expect(stet.page.getByRole('progressbar', { name: 'Reading' })).toBeHidden();
});

test('a file is known by what is in it, whatever it is called', async ({ stet, files, answerDialogs }) => {
  const path = join(files, 'ferry.docx');
  writeFileSync(path, makePdf({ pages: [['The ferry carried 1.2 million people.']] }));
  await answerDialogs({ open: path });
  await stet.press('Control+o');
  await expect(stet.preview.blocks.first()).toContainText('The ferry carried 1.2 million people.');
  await stet.preview.cancel.click();
});
