import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import { ArticleFiles, corrupt } from '../support/library/article-files';
import { expectNoViolations } from '../support/page/axe';

test.use({ reviewer: 'Ada', article: ferryText });

test('axe finds no violation in the settings with backups, in restoring and in checking, in either theme', async ({
  stet,
  files,
  userData,
  answerDialogs,
}) => {
  const { backups } = stet;
  await stet.press('Control+,');
  await expect(backups.useProposed).toBeVisible();
  await expectNoViolations(stet, 'backups that are off');
  await answerDialogs({ open: files });
  await backups.chooseAnother.click();
  await expect(backups.status).toHaveText(/^Last backup: /);
  await expectNoViolations(stet, 'backups that are on');
  await backups.restore.click();
  await expect(backups.article('Ferry to stop in May')).toBeVisible();
  await expectNoViolations(stet, 'restoring');
  await stet.press('Escape');

  const { folder } = new ArticleFiles(userData);
  const [draft = ''] = readdirSync(join(folder, 'drafts'));
  corrupt(join(folder, 'drafts', draft), 'million');
  await stet.chooseMenuItem('File', 'Check library…');
  await expect(backups.findings).toHaveCount(1);
  await expectNoViolations(stet, 'checking');
});

test('backups are turned on, made and restored by the keyboard alone', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const { backups } = stet;
  await answerDialogs({ open: files });
  await stet.press('Control+,');
  await backups.chooseAnother.focus();
  await stet.press('Enter');
  await expect(backups.status).toHaveText(/^Last backup: /);
  await expect(backups.part.getByRole('button', { name: 'Change…' })).toBeFocused();
  await backups.restore.focus();
  await stet.press('Enter');
  await expect(backups.restoreDialog).toBeVisible();
  const restore = backups.article('Ferry to stop in May').getByRole('button', { name: 'Restore' });
  await expect(restore).toBeVisible();
  for (let presses = 0; presses < 5; presses += 1) {
    if (await restore.evaluate((button) => button === document.activeElement)) break;
    await stet.press('Tab');
  }
  await expect(restore).toBeFocused();
  await stet.press('Enter');
  await expect(stet.notices.section).toContainText('is restored.');
  await expect(restore).toBeFocused();
  await stet.press('Escape');
  await expect(backups.restoreDialog).toHaveCount(0);
});
