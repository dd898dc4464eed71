import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { expectNoViolations } from '../support/page/axe';

test.use({ reviewer: 'Ada' });

test('axe finds no violation in the library and its bin, in either theme', { tag: '@core' }, async ({
  stet,
  guard,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  await stet.chooseMenuItem('Help', 'Sample article');
  await expect(stet.article.marks.first()).toBeVisible();
  await stet.goToLibrary();
  await expectNoViolations(stet, 'library');
  await stet.library.row('Harbour tram').getByRole('button', { name: 'Rename' }).click();
  await expectNoViolations(stet, 'rename dialog');
  await stet.press('Escape');
  await stet.library.moveToBin('Harbour tram');
  await expect(stet.notices.messages).toBeVisible();
  await expectNoViolations(stet, 'library with everything in the bin');
  await stet.library.openBin();
  await expectNoViolations(stet, 'bin');
  await stet.library.emptyBin();
  await expectNoViolations(stet, 'question before the bin is emptied');
  await stet.press('Escape');
  guard.allow(/import\.read: notFound: Error ENOENT/);
  await answerDialogs({ open: '/nowhere.txt' });
  await stet.press('Control+o');
  await expect(stet.notices.errors).toBeVisible();
  await expectNoViolations(stet, 'library with an error');
});
