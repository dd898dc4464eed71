import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryTitle } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada' });

test('the overview of an article says what is open until the deadline', async ({ stet }) => {
  await stet.pasteArticle();
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.article.select('built in 1986');
  await stet.press('c');
  await stet.press('Escape', 'Control+Shift+O');
  const { overview } = stet;
  await expect(overview.openWork).toContainText('No deadline.');
  await expect(overview.openWork).toContainText(
    '2 claims, 1 open, 5 sentences not looked at, 1 sentence partly.',
  );
  await expect(overview.row('Coverage', 'Partly')).toHaveCount(1);
  await expect(overview.dialog).toContainText('1 of 2 claims judged.');
  await expect(overview.dialog).toContainText('Of 1 verified claim: 1 without a source.');

  await overview.setDeadline.click();
  await stet.details.deadline.fill('2099-05-03T17:00');
  await stet.details.save.click();
  await stet.status.waitUntilSaved();
  await stet.press('Control+Shift+O');
  await expect(overview.openWork).toContainText('Deadline: 3 May 2099, 17:00');
  await stet.press('Escape');
  await stet.goToLibrary();
  await expect(stet.library.row(ferryTitle)).toContainText('days left');
});
