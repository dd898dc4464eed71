import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { looksClean } from '../support/page/axe';
import { articleFile } from '../support/files/fixture-files';

test.use({ reviewer: 'Ada' });

test('axe finds nothing from the welcome to the preview, in either theme', async ({
  stet,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  await stet.library.settings.click();
  await looksClean(stet, 'settings');
  await stet.settings.done.click();
  await looksClean(stet, 'welcome');
  await stet.library.keys.click();
  await looksClean(stet, 'keys');
  await stet.press('Escape');
  await stet.welcome.paste.click();
  await looksClean(stet, 'paste dialog');
  await stet.press('Escape');
  await stet.welcome.openWeb.click();
  await stet.web.fetch.click();
  await looksClean(stet, 'address of a page, with a problem');
  await stet.press('Escape');
  await answerDialogs({ open: [articleFile('article.md'), articleFile('crlf.txt')] });
  await stet.welcome.openFile.click();
  await expect(stet.preview.leaveOut).toBeVisible();
  await looksClean(stet, 'preview');
  await stet.preview.block(2, 'Leave out').click();
  await stet.preview.block(1, 'Split').click();
  await stet.preview.title.fill('');
  await stet.preview.openArticle.click();
  await looksClean(stet, 'preview with a problem');
  await stet.preview.title.fill('Ferry to stop in May');
  await stet.preview.openArticle.click();
  await stet.preview.cancel.click();
  await stet.menu('File', 'Links in the article…');
  await looksClean(stet, 'links in the article');
  await stet.press('Escape');
});
