import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { bridgeCheck, claimTexts, secondDraft, thirdDraft } from '../support/articles/bridge-drafts';
import type { Stet } from '../support/electron/stet';
import { dropDataOn, dropFiles } from '../support/page/drop';

test.use({ reviewer: 'Ada', article: bridgeCheck });

/** Pastes a new draft, and waits for the summary of its changes. */
async function pasteDraft(stet: Stet, text: string): Promise<void> {
  await stet.chooseMenuItem('File', 'Paste draft…');
  await stet.pasteDraftDialog.submitText(text);
  await expect(stet.newDraft.add).toBeEnabled();
}

test('a new draft is summarized before it is added, and one undo removes all of it', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  const { newDraft } = stet;
  const counts = {
    ...{ unchanged: 1, moved: 1, 'reworded, verdict kept': 1, 'to re-check': 5, ambiguous: 0, lost: 1 },
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
  await claims.toggleFilter('Re-check');
  await expect(claims.rows).toHaveCount(6);
  await expect(claims.nav.getByRole('heading', { name: 'Waiting for a place' })).toBeVisible();
  await expect(claims.row(claimTexts.lost)).toContainText('not found, no source');
});

test('three drafts are reviewed by keyboard, with a restart in between', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  const { queue } = stet;
  await expect(queue.after).toContainText('opened the new quay on Sunday');
  await expect(queue.reason).toContainText('A date changed: Monday → Sunday.');
  await stet.press('d');
  await expect(queue.after).toContainText('The bridge will close in winter');
  // Undo goes back to the claim that it changed.
  await stet.press('Control+z');
  await expect(queue.after).toContainText('opened the new quay on Sunday');
  await expect(stet.card.words).toHaveText('opened the new quay on Sunday');
  await stet.press('d');
  await expect(queue.after).toContainText('The bridge will close in winter');
  await expect(queue.reason).toContainText('A negation was taken out: not.');
  await stet.press('x');
  await expect(queue.before).toContainText('12 million');
  await expect(queue.reason).toContainText('A number changed: 12 → 21.');
  await expect(queue.reason).toContainText(
    'The source says “12.1 million vehicles, all of 2019” (Traffic count, p. 9).',
  );
  await stet.press('j');
  await expect(queue.reason).toContainText('The sentence around it changed.');
  await expect(queue.reason).toContainText('China → India');
  // No answer is preselected, so Enter sets no verdict.
  await stet.press('Enter');
  await expect(queue.reason).toContainText('The sentence around it changed.');
  await stet.press('a');
  await expect(queue.reason).toContainText('Its words are no longer in this draft.');
  await expect(queue.before).toContainText(claimTexts.lost);
  await stet.status.waitUntilSaved();

  // After a restart, finished claims are still finished, and the others are still in the queue.
  await stet.restart();
  await stet.library.open('The bridge over the Sound');
  await expect(stet.article.main).toContainText('2 claims of draft 2 need review.');
  await stet.press('q', 'j');
  await expect(stet.queue.heading).toHaveText('Draft 2: 2 claims need review');
  await expect(stet.card.unplaced).toContainText(claimTexts.lost);
  // Attached to other words, the claim needs a verdict on these. After undo it is unplaced again.
  await stet.press('r', 'Escape', 'r');
  await stet.article.select('Its crew went to the islands');
  // While a claim is being attached, no key marks the selected words as a new claim, and the card says what to do.
  await expect(stet.card.unplaced).toContainText('R attaches this claim to the selected words.');
  await stet.press('v', 'c');
  await expect(stet.notices.messages).toContainText(
    'Press R to attach the claim to the selected words first',
  );
  await stet.status.expectText('2 open');
  await stet.press('r');
  await expect(stet.queue.after).toContainText('Its crew went to the islands');
  await stet.press('Control+z');
  await expect(stet.queue.reason).toContainText('Its words are no longer in this draft.');

  // The number is the judged one again, so its verdict holds. The lost sentence now occurs twice, and one is chosen.
  await pasteDraft(stet, thirdDraft);
  await expect(stet.newDraft.count('ambiguous')).toHaveText('1');
  await expect(stet.newDraft.count('to re-check')).toHaveText('0');
  await stet.newDraft.accept();
  await expect(stet.queue.heading).toHaveText('Draft 3: 1 claim needs review');
  await expect(stet.queue.candidates).toHaveCount(2);
  await stet.resize(1280, 420);
  await stet.press('1');
  await expect(stet.queue.section).toBeHidden();
  // The article shows the claim that was reviewed last.
  await expect(stet.article.currentMark).toBeInViewport();
  await expect(stet.bar.draft).toHaveText('Draft 3');
  await stet.status.expectText('7 verified · 1 disputed · 1 can’t verify · 0 unchecked');
  await stet.claims.row(claimTexts.lost).click();
  await expect(stet.card.history).toContainText([
    'Attached to “Nobody was asked about it”',
    'Draft 3: ambiguous',
  ]);
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

test('drafts are listed, compared and shown, and an older one is read-only', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  await stet.press('Escape');
  await stet.bar.draft.click();
  const { drafts, compareDialog, article } = stet;
  await expect(drafts.rows.first()).toContainText(/Draft 2.*pasted.*86 words/s);
  await expect(drafts.rows.first()).toContainText('3 unchanged, 1 moved, 4 reworded, 1 waiting for a place');

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

test('new text is marked in the margin until it is part of a claim', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  await stet.press('Escape');
  const unreviewedText = stet.article.text.getByText('New in this draft, not in any claim');
  await expect(unreviewedText).toHaveCount(1);
  await stet.article.select('Its crew went to the islands');
  await stet.press('c');
  await expect(unreviewedText).toHaveCount(0);
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

test('the report lists a retired claim as cut from the draft', async ({ stet, files, answerDialogs }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  await stet.press('k', 'j', 'j', 'j', 'j', 'j', 'v');
  await expect(stet.notices.messages).toContainText('This claim has no place in draft 2');
  await stet.press('Backspace', 'Escape');
  // A retired claim does not count. After undo it is unplaced again, and the list scrolls to it.
  await stet.status.expectText('5 to re-check');
  await expect(stet.claims.filter('All')).toHaveAccessibleName('All 8');
  await stet.notices.messages.getByRole('button', { name: 'Undo' }).click();
  await expect(stet.claims.filter('All')).toHaveAccessibleName('All 9');
  await expect(stet.claims.current).toContainText(claimTexts.lost);
  await expect(stet.claims.current).toBeInViewport();
  await stet.press('Control+Shift+z');
  await expect(stet.claims.filter('All')).toHaveAccessibleName('All 8');
  const path = join(files, 'report.md');
  await answerDialogs({ save: path });
  await stet.exportDialog.open();
  await stet.exportDialog.format('Markdown').click();
  await stet.exportDialog.saveAndClose();
  const report = readFileSync(path, 'utf8');
  expect(report).toContain('8 claims');
  expect(report).toContain('Cut from draft 2');
  expect(report.slice(report.indexOf('Cut from draft 2'))).toContain(claimTexts.lost);
  expect(report).toContain('A number changed: 12 → 21');
});

test('a claim that needs review again after an undo is back in the queue, whenever the queue was opened', async ({
  stet,
}) => {
  await pasteDraft(stet, secondDraft);
  await expect(stet.newDraft.claims.first()).toBeVisible();
  await stet.press('Enter');
  const { queue } = stet;
  await expect(queue.heading).toHaveText('Draft 2: 6 claims need review');
  const first = await queue.after.textContent();
  await stet.press('u');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
  await stet.press('Escape', 'q');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
  await stet.press('Control+z');
  await expect(queue.heading).toHaveText('Draft 2: 6 claims need review');
  expect(await queue.after.textContent()).toBe(first);
  await stet.press('Control+Shift+z');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
});

test('keys in the queue act on the shown claim, or on the claim of the focused row', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  const { queue, claims, card } = stet;
  await expect(queue.after).toContainText('opened the new quay on Sunday');
  // Clicking the row of a claim in the queue shows that claim.
  await claims.row('million cars').click();
  await expect(queue.after).toContainText('million cars');
  await stet.press('d');
  await stet.status.expectText('1 disputed');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
  // Keys act on the focused row, not on the shown claim.
  await expect(queue.after).toContainText(claimTexts.context);
  const onSunday = claims.row('opened the new quay on Sunday');
  await onSunday.focus();
  await stet.press('d');
  await stet.status.expectText('2 disputed');
  await expect(queue.heading).toHaveText('Draft 2: 4 claims need review');
  await expect(onSunday).toContainText('Disputed');
  // Escape in a field of the window goes back to the queue.
  await stet.press('/');
  await expect(stet.find.field).toBeFocused();
  await stet.press('Escape');
  await expect(queue.section).toBeFocused();
  // Clicking any other row closes the queue and shows the article.
  await claims.row(claimTexts.moved).click();
  await expect(queue.section).toBeHidden();
  await expect(card.words).toHaveText(claimTexts.moved);
  await stet.press('u');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await expect(stet.article.main).toContainText('4 claims of draft 2 need review.');
});
