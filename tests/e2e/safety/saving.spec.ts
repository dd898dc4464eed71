import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';
import { Disk } from '../support/system/disk';
import { ArticleFiles } from '../support/library/article-files';

test.use({ reviewer: 'Ada', article: ferryText });

test.use({ stetOwnProcess: true });

test.beforeEach(async ({ stet, guard, answerDialogs }) => {
  // A spec that fails would otherwise wait for somebody to agree to lose what is not saved.
  await answerDialogs({ box: 1 });
  guard.allow(/^main's log: .*(?:notSaved|could not be (?:written|stored))/);
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await stet.status.saved();
});

test('“Saved” shows only when the edit is on the disk', async ({ stet }) => {
  const disk = await Disk.of(stet.app);
  await disk.hold();
  await stet.press('v');
  await expect(stet.article.claimMarks(1)).toHaveAttribute('aria-description', 'Claim 1, Verified');
  await expect(stet.status.saving).toHaveText('Saving…');
  await stet.press('d');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.status.saving).toHaveText('Saving…');
  await disk.letGo();
  await stet.status.saved();
});

test('while the disk is full the text stays, the status says why, and later edits wait behind it', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  const before = files.changes().length;
  const disk = await Disk.of(stet.app);
  await disk.refuse('ENOSPC');

  await stet.card.note.fill('The port says 1.1 million.');
  await expect(stet.status.saving).toHaveText(
    /^Not saved \(1 edit kept here\): .*the disk is full\..* Make room on the disk/,
  );
  await stet.press('Tab');
  await stet.article.select('€40 million');
  await stet.press('d');
  await expect(stet.status.saving).toContainText('2 edits kept here');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  expect(files.lines()).toHaveLength(before);

  await stet.bar.library.click();
  await expect(stet.notices.mentions).toContainText(
    'This article stays open until its last edits are saved.',
  );
  await stet.bar.undo.click();
  await expect(stet.notices.problems).toContainText('undo works again once they are saved');
  await expect(stet.card.words).toHaveText('€40 million');

  // By hand it is tried at once, and fails again as long as the disk does.
  const again = stet.page.getByRole('button', { name: 'Try again' });
  await again.click();
  await expect(stet.status.saving).toContainText('2 edits kept here');
  await disk.work();
  // The app tries again by itself as well, and may be faster than the hand.
  await again.click({ timeout: 2_000 }).catch(() => undefined);
  await stet.status.saved();
  const after = files.changes().slice(before);
  expect(after.map(({ action }) => action)).toEqual(['claim.edit', 'claim.mark']);

  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await stet.claims.row('1.2 million people').click();
  await expect(stet.card.note).toHaveValue('The port says 1.1 million.');
  await stet.claims.row('€40 million').click();
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.notices.problems).toHaveCount(0);
});

test('when the folder is gone it is said, and once it is back everything is saved by itself', async ({
  stet,
  userData,
}) => {
  const files = new ArticleFiles(userData);
  // After a restart, main has not opened the history for writing yet.
  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await stet.claims.row('1.2 million people').click();
  const elsewhere = join(userData, 'unplugged');
  renameSync(files.folder, elsewhere);

  await stet.press('v');
  await expect(stet.status.saving).toContainText('the folder or file is gone');
  await expect(stet.card.verdict('Verified')).toBeChecked();
  renameSync(elsewhere, files.folder);
  await stet.status.saved();
  expect(files.changes().at(-1)).toMatchObject({ action: 'claim.verdict' });
});
