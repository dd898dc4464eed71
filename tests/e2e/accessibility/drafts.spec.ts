import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { bridgeCheck, secondDraft } from '../support/articles/bridge-drafts.ts';
import { expectNoViolations } from '../support/page/accessibility.ts';

test.use({ reviewer: 'Ada', article: bridgeCheck });

test('axe finds no violation in drafts and their queue, in either theme', async ({ stet }) => {
  test.setTimeout(120_000);
  await stet.chooseMenuItem('File', 'Paste draft…');
  await stet.pasteDraftDialog.submitText(secondDraft);
  await expect(stet.newDraft.claims.first()).toBeVisible();
  await expectNoViolations(stet, 'summary of a new draft');
  await stet.newDraft.accept();
  await expectNoViolations(stet, 'queue of a new draft');
  await stet.press('k', 'j', 'j', 'j', 'j');
  await expectNoViolations(stet, 'queue with a lost claim');
  await stet.press('Escape');
  await expectNoViolations(stet, 'new draft');
  await stet.bar.draft.click();
  await expectNoViolations(stet, 'drafts');
  await stet.drafts.button('Compare with draft 1').click();
  await expect(stet.compareDialog.text).toBeVisible();
  await expectNoViolations(stet, 'two drafts side by side');
  await stet.compareDialog.view('Inline').click();
  await expectNoViolations(stet, 'two drafts in one text');
  await stet.press('Escape');
  await stet.bar.draft.click();
  await stet.drafts.button('Show draft 1').click();
  await expect(stet.article.main).toContainText('Draft 1 of 2');
  await expectNoViolations(stet, 'an older draft');
});
