import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { looksClean } from '../support/page/axe';
import { bridgeCheck, second } from '../support/articles/bridge-drafts';

test.use({ reviewer: 'Ada', article: bridgeCheck });

test('axe finds nothing on drafts and their queue, in either theme', async ({ stet }) => {
  test.setTimeout(120_000);
  await stet.menu('File', 'Paste draft…');
  await stet.pasteDraftDialog.write(second);
  await expect(stet.newDraft.claims.first()).toBeVisible();
  await looksClean(stet, 'summary of a new draft');
  await stet.newDraft.accept();
  await looksClean(stet, 'queue of a new draft');
  await stet.press('k', 'j', 'j', 'j', 'j');
  await looksClean(stet, 'queue with a lost claim');
  await stet.press('Escape');
  await looksClean(stet, 'new draft');
  await stet.bar.draft.click();
  await looksClean(stet, 'drafts');
  await stet.drafts.button('Compare with draft 1').click();
  await expect(stet.comparing.text).toBeVisible();
  await looksClean(stet, 'two drafts side by side');
  await stet.comparing.view('Inline').click();
  await looksClean(stet, 'two drafts in one text');
  await stet.press('Escape');
  await stet.bar.draft.click();
  await stet.drafts.button('Show draft 1').click();
  await expect(stet.article.main).toContainText('Draft 1 of 2');
  await looksClean(stet, 'an older draft');
});
