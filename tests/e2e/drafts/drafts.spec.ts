import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { bridgeCheck, claimTexts, secondDraft } from '../support/articles/bridge-drafts.ts';
import { dropFiles } from '../support/page/drop.ts';
import { pasteDraft } from '../support/page/paste-draft.ts';

test.use({ reviewer: 'Ada', article: bridgeCheck });

test('a new draft is summarized before it is added, and one undo removes all of it', {
  tag: '@core',
}, async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  const { newDraft } = stet;
  const counts = {
    unchanged: 3,
    moved: 1,
    reworded: 4,
    ambiguous: 0,
    lost: 1,
    'of these to re-check': 5,
    'new words': 16,
  };
  for (const [label, count] of Object.entries(counts))
    await expect(newDraft.count(label)).toHaveText(String(count));
  await expect(newDraft.dialog).toContainText('A number changed: 12 → 21.');
  await newDraft.accept();

  await expect(stet.queue.heading).toHaveText('Draft 2: 6 claims need review');
  await stet.press('Escape', 'Control+z');
  await expect(stet.article.text).toContainText('12 million cars');
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await stet.status.expectText('9 verified');
  await stet.press('Control+Shift+z');
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await stet.status.expectText('6 to re-check');
  await expect(stet.article.main).toContainText('6 claims of draft 2 need review.');

  // The unplaced claim counts everywhere.
  const { claims } = stet;
  await stet.status.expectText('6 open');
  await expect(claims.filter('All')).toHaveAccessibleName('All 9');
  await expect(claims.filter('Open')).toHaveAccessibleName('Open 6');
  await claims.toggleFilter('Re-check', 'Re-check');
  await expect(claims.rows).toHaveCount(6);
  await expect(claims.nav.getByRole('heading', { name: 'Waiting for a place' })).toBeVisible();
  await expect(claims.row(claimTexts.lost)).toContainText('not found, no source');
});

test('a draft can be imported from a file or from its preview, and cancelling changes nothing', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const path = join(files, 'second.txt');
  writeFileSync(path, secondDraft);
  await answerDialogs({ open: [path] });
  await stet.press('Control+i');
  await expect(stet.newDraft.dialog).toContainText('second.txt · 86 words · draft 1 had');
  // One press of Escape does not discard changes made in the preview.
  await stet.newDraft.dialog.getByText('Imported text').click();
  await stet.newDraft.dialog.getByRole('button', { name: 'Leave out' }).last().click();
  await stet.press('Escape');
  await expect(stet.newDraft.dialog.getByRole('alert')).toContainText('Press Escape again');
  await stet.press('Escape');
  await expect(stet.newDraft.dialog).toBeHidden();
  await expect(stet.bar.draft).toHaveText('Draft 1');

  await dropFiles(stet.page, path);
  await stet.preview.importAsDraft(2).click();
  await expect(stet.newDraft.claims.first()).toBeVisible();
  await stet.newDraft.cancel.click();
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await expect(stet.bar.undo).toBeDisabled();

  await stet.bar.importDraft.click();
  await stet.newDraft.accept();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await stet.press('Escape');
  await expect(stet.article.main).toContainText('imported from second.txt');
});

test('a draft that shares almost no words with the last one is questioned before it is compared', async ({
  stet,
}) => {
  const other = [
    'The mill on the hill',
    'Ada Brook ran the old mill until 1974, when a storm took its sails and nobody paid for new ones.',
  ].join('\n\n');
  for (const answer of ['It is the same article', 'Open as a new article']) {
    await stet.chooseMenuItem('File', 'Paste draft…');
    await stet.pasteDraftDialog.submitText(other);
    await expect(stet.newDraft.sameArticleQuestion).toContainText('shares almost no words with draft 1');
    await stet.newDraft.sameArticleQuestion.getByRole('button', { name: answer }).click();
    if (answer !== 'It is the same article') continue;
    await expect(stet.newDraft.count('unchanged')).toHaveText('0');
    await stet.newDraft.cancel.click();
    await expect(stet.bar.draft).toHaveText('Draft 1');
  }
  await stet.preview.accept();
  await expect(stet.article.title('The mill on the hill')).toBeVisible();
});

test('applying corrections creates a new draft, whose changed claims need a re-check', async ({ stet }) => {
  await stet.chooseMenuItem('Claim', 'Apply corrections…');
  await expect(stet.correctionsDialog.dialog).toContainText('No claim has a correction yet.');
  await stet.press('Escape');
  await stet.claims.row(claimTexts.number).click();
  await stet.card.writeCorrection('It carried 12.1 million cars in 2019');
  await stet.claims.row(claimTexts.negation).click();
  await stet.card.writeCorrection('will stay open in winter');
  // This correction changes only the style.
  await stet.claims.row(claimTexts.quotes).click();
  await expect(stet.card.correction).toHaveValue('');
  await stet.card.writeCorrection('rose by "a third"');
  await stet.chooseMenuItem('Claim', 'Apply corrections…');
  await expect(stet.correctionsDialog.rows).toHaveCount(3);
  await expect(stet.correctionsDialog.rows.first()).toContainText('will stay open in winter');
  await stet.correctionsDialog.rows.first().getByText('Claim 1').click();
  await stet.correctionsDialog.createDraft.click();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await expect(stet.queue.reason).toContainText('Correction applied. A number changed: 12 → 12.1.');
  await stet.press('v');
  await expect(stet.queue.reason).toContainText('Correction applied. The style of quotation marks changed');
  await stet.press('Escape');
  await stet.status.expectText('8 verified');
  await expect(stet.card.card).toContainText('Correction applied since it was judged.');
  await stet.card.confirmButton('verified').click();
  await expect(stet.article.text).toContainText('It carried 12.1 million cars in 2019.');
  await expect(stet.article.text).toContainText('The bridge will not close in winter');
  await stet.status.expectText('9 verified');
  await stet.press('Control+z', 'Control+z', 'Control+z');
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await stet.claims.row(claimTexts.number).click();
  await expect(stet.card.correction).toHaveValue('It carried 12.1 million cars in 2019');
});
