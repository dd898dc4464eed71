import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { bridgeCheck, secondDraft } from '../support/articles/bridge-drafts.ts';
import { dropDataOn } from '../support/page/drop.ts';
import { pasteDraft } from '../support/page/paste-draft.ts';

test.use({ reviewer: 'Ada', article: bridgeCheck });

test('drafts are listed, compared and shown, and an older one is read-only', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  await stet.press('Escape');
  await stet.bar.draft.click();
  const { drafts, compareDialog, article } = stet;
  await expect(drafts.rows.first()).toContainText(/Draft 2.*pasted.*86 words/s);
  // The same counts in the same words as before the draft was added.
  await expect(drafts.rows.first()).toContainText(
    'Claims: 3 unchanged, 1 moved, 4 reworded, 1 lost. Since then: 1 waiting for a place.',
  );

  await drafts.button('Compare with draft 1').click();
  const row = compareDialog.text.getByRole('paragraph').filter({ hasText: 'million cars' });
  await expect(row).toHaveCount(2);
  await expect(row.first().locator('del')).toHaveText(['not', '12']);
  await expect(row.last().locator('ins')).toHaveText(['21']);
  // Both drafts show the claims.
  const claim = (number: number) => `mark[aria-description^="Claim ${number},"]`;
  await expect(row.first().locator(claim(1))).toHaveText(['will ', 'not', ' close in winter']);
  await expect(row.last().locator(claim(3))).toHaveText(['will close in winter']);
  // The dialog opens at the first change, and wraps around at the last one.
  const current = compareDialog.text.locator('[data-current]');
  await expect(compareDialog.position).toHaveText('Change 1 of 8');
  const first = await current.allTextContents();
  await stet.press('j');
  await expect(compareDialog.position).toHaveText('Change 2 of 8');
  await expect(current.first()).toBeInViewport();
  await stet.press('k', 'k');
  await expect(compareDialog.position).toHaveText('Change 8 of 8');
  await compareDialog.next.click();
  await expect(compareDialog.position).toHaveText('Change 1 of 8');
  expect(await current.allTextContents()).toEqual(first);
  await compareDialog.onlyChanges.click();
  await expect(compareDialog.text).toContainText('1 paragraph unchanged');
  await expect(compareDialog.text).not.toContainText('The bridge over the Sound');
  await compareDialog.onlyChanges.click();
  await compareDialog.view('Inline').click();
  await expect(row).toHaveText(
    /The bridge will not close in winter, the port said. It carried 12 21 million cars/,
  );
  await expect(compareDialog.legend).toHaveText([/Removed/, /Added/, /Changed words/, /Moved/, /Claim/]);
  await expect(compareDialog.legend.getByRole('deletion').first()).toHaveText('Removed');
  await expect(compareDialog.legend.getByRole('insertion').first()).toHaveText('Added');
  await compareDialog.before.selectOption('Draft 2');
  await expect(compareDialog.text.locator('del, ins')).toHaveCount(0);
  await expect(compareDialog.position).toHaveText('No words differ between these drafts.');
  await stet.press('Escape');

  await stet.bar.draft.click();
  await drafts.button('Show draft 1').click();
  await expect(article.main).toContainText('Draft 1 of 2');
  await expect(article.text).toContainText('12 million cars');
  await article.select('The ferry was given up');
  await stet.press('c');
  await expect(stet.notices.messages).toContainText('Draft 1 is read-only.');
  await dropDataOn(
    article.marks.first(),
    'Draft 1 is read-only. Go back to the newest draft to attach sources.',
    { 'text/uri-list': 'https://harbour.example/' },
  );
  await expect(stet.notices.messages).toContainText('Draft 1 is read-only.');
  await expect(stet.sourceForm.form).toBeHidden();
  await stet.press('Escape', 'Escape');
  await expect(article.text).toContainText('21 million cars');
});
