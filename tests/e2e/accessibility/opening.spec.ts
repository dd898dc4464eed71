import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { articleFile } from '../support/files/fixture-files';
import { expectNoViolations } from '../support/page/axe';

test.use({ reviewer: 'Ada' });

test('axe finds no violation between the welcome screen and the import preview, in either theme', async ({
  stet,
  answerDialogs,
}) => {
  test.setTimeout(120_000);
  await stet.library.settings.click();
  await expectNoViolations(stet, 'settings');
  await stet.settings.done.click();
  await expectNoViolations(stet, 'welcome');
  await stet.library.shortcuts.click();
  await expectNoViolations(stet, 'keys');
  await stet.press('Escape');
  await stet.welcome.paste.click();
  await expectNoViolations(stet, 'paste dialog');
  await stet.press('Escape');
  await stet.welcome.openWeb.click();
  await stet.web.fetch.click();
  await expectNoViolations(stet, 'address of a page, with an error');
  await stet.press('Escape');
  await answerDialogs({ open: [articleFile('article.md'), articleFile('crlf.txt')] });
  await stet.welcome.openFile.click();
  await expect(stet.preview.skip).toBeVisible();
  await expectNoViolations(stet, 'preview');
  await stet.preview.blockButton(2, 'Leave out').click();
  await stet.preview.blockButton(1, 'Split').click();
  await stet.preview.title.fill('');
  await stet.preview.openArticle.click();
  await expectNoViolations(stet, 'preview with an error');
  await stet.preview.title.fill('Ferry to stop in May');
  await stet.preview.openArticle.click();
  await stet.preview.cancel.click();
  await stet.chooseMenuItem('File', 'Links in the article…');
  await expectNoViolations(stet, 'links in the article');
  await stet.press('Escape');
});
