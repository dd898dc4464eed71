import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { looksClean } from '../support/page/axe';

test.use({ reviewer: 'Ada' });

test('axe finds nothing in the library and its bin, in either theme', async ({
  stet,
  guard,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  await stet.menu('Help', 'Sample article');
  await expect(stet.article.marks.first()).toBeVisible();
  await stet.goToLibrary();
  await looksClean(stet, 'library');
  await stet.library.row('Harbour tram').getByRole('button', { name: 'Rename' }).click();
  await looksClean(stet, 'rename dialog');
  await stet.press('Escape');
  await stet.library.bin('Harbour tram');
  await expect(stet.notices.mentions).toBeVisible();
  await looksClean(stet, 'library with everything in the bin');
  await stet.library.openBin();
  await looksClean(stet, 'bin');
  await stet.library.emptyBin();
  await looksClean(stet, 'question before the bin is emptied');
  await stet.press('Escape');
  guard.allow(/import\.read: notFound ENOENT/);
  await answerDialogs({ open: '/nowhere.txt' });
  await stet.press('Control+o');
  await expect(stet.notices.problems).toBeVisible();
  await looksClean(stet, 'a problem');
});
