import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { dropDataOn, dropFiles } from '../support/page/drop';
import type { Stet } from '../support/electron/stet';
import { bridgeCheck, fates, second, third } from '../support/articles/bridge-drafts';

test.use({ reviewer: 'Ada', article: bridgeCheck });

/** Pastes the next draft, up to the summary of what it changes. */
async function pasteDraft(stet: Stet, text: string): Promise<void> {
  await stet.menu('File', 'Paste draft…');
  await stet.pasteDraftDialog.write(text);
  await expect(stet.newDraft.add).toBeEnabled();
}

test('a new draft is summed up before it is taken, and one undo takes it back whole', async ({ stet }) => {
  await pasteDraft(stet, second);
  const { newDraft } = stet;
  const counts = {
    ...{ unchanged: 1, moved: 1, 'reworded, verdict kept': 1, 'to re-check': 5, ambiguous: 0, lost: 1 },
    'new words, unread': 16,
  };
  for (const [label, count] of Object.entries(counts))
    await expect(newDraft.count(label)).toHaveText(String(count));
  await expect(newDraft.dialog).toContainText('A number changed: 12 → 21.');
  await newDraft.accept();

  await expect(stet.queue.heading).toHaveText('Draft 2: 6 claims need review');
  await stet.press('Escape', 'Control+z');
  await expect(stet.article.text).toContainText('12 million cars');
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await stet.status.says('9 verified');
  await stet.press('Control+Shift+z');
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await stet.status.says('6 to re-check');
  await expect(stet.article.main).toContainText('6 claims of draft 2 need review.');

  // The claim that waits for a place counts everywhere.
  const { claims } = stet;
  await stet.status.says('6 open');
  await expect(claims.filter('All')).toHaveAccessibleName('All 9');
  await expect(claims.filter('Open')).toHaveAccessibleName('Open 6');
  await claims.toggleFilter('Re-check');
  await expect(claims.rows).toHaveCount(6);
  await expect(claims.nav.getByRole('heading', { name: 'Waiting for a place' })).toBeVisible();
  await expect(claims.row(fates.lost)).toContainText('not found, no source');
});

test('three drafts are gone through by keyboard, with a restart on the way', async ({ stet }) => {
  await pasteDraft(stet, second);
  await stet.newDraft.accept();
  const { queue } = stet;
  await expect(queue.now).toContainText('opened the new quay on Sunday');
  await expect(queue.why).toContainText('A date changed: Monday → Sunday.');
  await stet.press('d');
  await expect(queue.now).toContainText('The bridge will close in winter');
  // An undo goes back to the claim that it changed.
  await stet.press('Control+z');
  await expect(queue.now).toContainText('opened the new quay on Sunday');
  await expect(stet.card.words).toHaveText('opened the new quay on Sunday');
  await stet.press('d');
  await expect(queue.now).toContainText('The bridge will close in winter');
  await expect(queue.why).toContainText('A negation was taken out: not.');
  await stet.press('x');
  await expect(queue.old).toContainText('12 million');
  await expect(queue.why).toContainText('A number changed: 12 → 21.');
  await expect(queue.why).toContainText(
    'The source says “12.1 million vehicles, all of 2019” (Traffic count, p. 9).',
  );
  await stet.press('j');
  await expect(queue.why).toContainText('The sentence around it changed.');
  await expect(queue.why).toContainText('China → India');
  // Nothing is preselected, so Enter says nothing of it.
  await stet.press('Enter');
  await expect(queue.why).toContainText('The sentence around it changed.');
  await stet.press('a');
  await expect(queue.why).toContainText('Its words are no longer in this draft.');
  await expect(queue.old).toContainText(fates.lost);
  await stet.status.saved();

  // What was done is done, and what waits still waits.
  await stet.restart();
  await stet.library.open('The bridge over the Sound');
  await expect(stet.article.main).toContainText('2 claims of draft 2 need review.');
  await stet.press('q', 'j');
  await expect(stet.queue.heading).toHaveText('Draft 2: 2 claims need review');
  await expect(stet.card.unplaced).toContainText(fates.lost);
  // Attached to other words it is to be judged on these; taken back, it waits again.
  await stet.press('r', 'Escape', 'r');
  await stet.article.select('Its crew went to the islands');
  // The words are for the claim alone: no key makes another claim of them, and the card says what comes first.
  await expect(stet.card.unplaced).toContainText('R attaches this claim to the selected words.');
  await stet.press('v', 'c');
  await expect(stet.notices.mentions).toContainText(
    'Press R to attach the claim to the selected words first',
  );
  await stet.status.says('2 open');
  await stet.press('r');
  await expect(stet.queue.now).toContainText('Its crew went to the islands');
  await stet.press('Control+z');
  await expect(stet.queue.why).toContainText('Its words are no longer in this draft.');

  // The figure is again as it was judged, so its verdict stands; what was lost stands twice now, and is chosen.
  await pasteDraft(stet, third);
  await expect(stet.newDraft.count('ambiguous')).toHaveText('1');
  await expect(stet.newDraft.count('to re-check')).toHaveText('0');
  await stet.newDraft.accept();
  await expect(stet.queue.heading).toHaveText('Draft 3: 1 claim needs review');
  await expect(stet.queue.places).toHaveCount(2);
  await stet.resize(1280, 420);
  await stet.press('1');
  await expect(stet.queue.section).toBeHidden();
  // The article is shown where the claim stands that was looked at last.
  await expect(stet.article.currentMark).toBeInViewport();
  await expect(stet.bar.draft).toHaveText('Draft 3');
  await stet.status.says('7 verified · 1 disputed · 1 can’t verify · 0 unchecked');
  await stet.claims.row(fates.lost).click();
  await expect(stet.card.history).toContainText([
    'Attached to “Nobody was asked about it”',
    'Draft 3: ambiguous',
  ]);
});

test('a draft comes from a file too, from the preview of one as well, and leaving it out changes nothing', async ({
  stet,
  files,
  answerDialogs,
}) => {
  const path = join(files, 'second.txt');
  writeFileSync(path, second);
  await answerDialogs({ open: [path] });
  await stet.press('Control+i');
  await expect(stet.newDraft.dialog).toContainText('second.txt · 86 words · draft 1 had');
  // What was changed of its text is not dropped by one press.
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

test('a draft that shares almost no words with the last one is asked about before it is compared', async ({
  stet,
}) => {
  const other = [
    'The mill on the hill',
    'Ada Brook ran the old mill until 1974, when a storm took its sails and nobody paid for new ones.',
  ].join('\n\n');
  for (const answer of ['It is the same article', 'Open as a new article']) {
    await stet.menu('File', 'Paste draft…');
    await stet.pasteDraftDialog.write(other);
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

test('drafts are listed, compared and looked at; an older one can’t be changed', async ({ stet }) => {
  await pasteDraft(stet, second);
  await stet.newDraft.accept();
  await stet.press('Escape');
  await stet.bar.draft.click();
  const { drafts, comparing, article } = stet;
  await expect(drafts.rows.first()).toContainText(/Draft 2.*pasted.*86 words/s);
  await expect(drafts.rows.first()).toContainText('3 unchanged, 1 moved, 4 reworded, 1 waiting for a place');

  await drafts.button('Compare with draft 1').click();
  const row = comparing.text.getByRole('paragraph').filter({ hasText: 'million cars' });
  await expect(row).toHaveCount(2);
  await expect(row.first().locator('del')).toHaveText(['not', '12']);
  await expect(row.last().locator('ins')).toHaveText(['21']);
  // Claims are shown in both.
  const claim = (number: number) => `mark[aria-description^="Claim ${number},"]`;
  await expect(row.first().locator(claim(1))).toHaveText(['will ', 'not', ' close in winter']);
  await expect(row.last().locator(claim(3))).toHaveText(['will close in winter']);
  // It opens at the first change, and goes round.
  const current = comparing.text.locator('[data-current]');
  await expect(comparing.position).toHaveText('Change 1 of 8');
  const first = await current.allTextContents();
  await stet.press('j');
  await expect(comparing.position).toHaveText('Change 2 of 8');
  await expect(current.first()).toBeInViewport();
  await stet.press('k', 'k');
  await expect(comparing.position).toHaveText('Change 8 of 8');
  await comparing.next.click();
  await expect(comparing.position).toHaveText('Change 1 of 8');
  expect(await current.allTextContents()).toEqual(first);
  await comparing.onlyChanges.click();
  await expect(comparing.text).toContainText('1 paragraph unchanged');
  await expect(comparing.text).not.toContainText('The bridge over the Sound');
  await comparing.onlyChanges.click();
  await comparing.view('Inline').click();
  await expect(row).toHaveText(
    /The bridge will not close in winter, the port said. It carried 12 21 million cars/,
  );
  await comparing.before.selectOption('Draft 2');
  await expect(comparing.text.locator('del, ins')).toHaveCount(0);
  await expect(comparing.position).toHaveText('No words differ between these drafts.');
  await stet.press('Escape');

  await stet.bar.draft.click();
  await drafts.button('Show draft 1').click();
  await expect(article.main).toContainText('Draft 1 of 2');
  await expect(article.text).toContainText('12 million cars');
  await article.select('The ferry was given up');
  await stet.press('c');
  await expect(stet.notices.mentions).toContainText('Draft 1 is read-only.');
  await dropDataOn(
    article.marks.first(),
    'Draft 1 is read-only. Go back to the newest draft to attach sources.',
    { 'text/uri-list': 'https://harbour.example/' },
  );
  await expect(stet.notices.mentions).toContainText('Draft 1 is read-only.');
  await expect(stet.sourceForm.form).toBeHidden();
  await stet.press('Escape', 'Escape');
  await expect(article.text).toContainText('21 million cars');
});

test('new text is marked in the margin until a claim touches it', async ({ stet }) => {
  await pasteDraft(stet, second);
  await stet.newDraft.accept();
  await stet.press('Escape');
  const unread = stet.article.text.getByText('New in this draft, not in any claim');
  await expect(unread).toHaveCount(1);
  await stet.article.select('Its crew went to the islands');
  await stet.press('c');
  await expect(unread).toHaveCount(0);
});

test('corrections that were written make a new draft, whose claims are to be checked again', async ({
  stet,
}) => {
  await stet.menu('Claim', 'Apply corrections…');
  await expect(stet.correcting.dialog).toContainText('No claim has a correction yet.');
  await stet.press('Escape');
  await stet.claims.row(fates.number).click();
  await stet.card.writeCorrection('It carried 12.1 million cars in 2019');
  await stet.claims.row(fates.negation).click();
  await stet.card.writeCorrection('will stay open in winter');
  // No more than its style changes.
  await stet.claims.row(fates.quotes).click();
  await expect(stet.card.correction).toHaveValue('');
  await stet.card.writeCorrection('rose by "a third"');
  await stet.menu('Claim', 'Apply corrections…');
  await expect(stet.correcting.rows).toHaveCount(3);
  await expect(stet.correcting.rows.first()).toContainText('will stay open in winter');
  await stet.correcting.rows.first().getByText('Claim 1').click();
  await stet.correcting.createDraft.click();
  await expect(stet.bar.draft).toHaveText('Draft 2');
  await expect(stet.queue.why).toContainText('Correction applied. A number changed: 12 → 12.1.');
  await stet.press('v');
  await expect(stet.queue.why).toContainText('Correction applied. The style of quotation marks changed');
  await stet.press('Escape');
  await stet.status.says('8 verified');
  await expect(stet.card.card).toContainText('Correction applied since it was judged.');
  await stet.card.confirmButton('verified').click();
  await expect(stet.article.text).toContainText('It carried 12.1 million cars in 2019.');
  await expect(stet.article.text).toContainText('The bridge will not close in winter');
  await stet.status.says('9 verified');
  await stet.press('Control+z', 'Control+z', 'Control+z');
  await expect(stet.bar.draft).toHaveText('Draft 1');
  await stet.claims.row(fates.number).click();
  await expect(stet.card.correction).toHaveValue('It carried 12.1 million cars in 2019');
});

test('a claim that was let go stays in its report, cut from the draft', async ({
  stet,
  files,
  answerDialogs,
}) => {
  await pasteDraft(stet, second);
  await stet.newDraft.accept();
  await stet.press('k', 'j', 'j', 'j', 'j', 'j', 'v');
  await expect(stet.notices.mentions).toContainText('This claim has no place in draft 2');
  await stet.press('Backspace', 'Escape');
  // What was let go counts no more; when that is taken back it waits again, and the list goes there.
  await stet.status.says('5 to re-check');
  await expect(stet.claims.filter('All')).toHaveAccessibleName('All 8');
  await stet.notices.mentions.getByRole('button', { name: 'Undo' }).click();
  await expect(stet.claims.filter('All')).toHaveAccessibleName('All 9');
  await expect(stet.claims.current).toContainText(fates.lost);
  await expect(stet.claims.current).toBeInViewport();
  await stet.press('Control+Shift+z');
  await expect(stet.claims.filter('All')).toHaveAccessibleName('All 8');
  const path = join(files, 'report.md');
  await answerDialogs({ save: path });
  await stet.exporting.open();
  await stet.exporting.format('Markdown').click();
  await stet.exporting.saved();
  const report = readFileSync(path, 'utf8');
  expect(report).toContain('8 claims');
  expect(report).toContain('Cut from draft 2');
  expect(report.slice(report.indexOf('Cut from draft 2'))).toContain(fates.lost);
  expect(report).toContain('A number changed: 12 → 21');
});

test('a claim that waits again after an undo is in the queue, whenever that was opened', async ({ stet }) => {
  await pasteDraft(stet, second);
  await expect(stet.newDraft.claims.first()).toBeVisible();
  await stet.press('Enter');
  const { queue } = stet;
  await expect(queue.heading).toHaveText('Draft 2: 6 claims need review');
  const first = await queue.now.textContent();
  await stet.press('u');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
  await stet.press('Escape', 'q');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
  await stet.press('Control+z');
  await expect(queue.heading).toHaveText('Draft 2: 6 claims need review');
  expect(await queue.now.textContent()).toBe(first);
  await stet.press('Control+Shift+z');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
});

test('keys in the queue act on the claim that is shown, however it was gone to', async ({ stet }) => {
  await pasteDraft(stet, second);
  await stet.newDraft.accept();
  const { queue, claims, card } = stet;
  await expect(queue.now).toContainText('opened the new quay on Sunday');
  // A row of the queue moves it there.
  await claims.row('million cars').click();
  await expect(queue.now).toContainText('million cars');
  await stet.press('d');
  await stet.status.says('1 disputed');
  await expect(queue.heading).toHaveText('Draft 2: 5 claims need review');
  // The row that has the focus is acted on, not the claim that is shown.
  await expect(queue.now).toContainText(fates.context);
  const onSunday = claims.row('opened the new quay on Sunday');
  await onSunday.focus();
  await stet.press('d');
  await stet.status.says('2 disputed');
  await expect(queue.heading).toHaveText('Draft 2: 4 claims need review');
  await expect(onSunday).toContainText('Disputed');
  // From a field of the window, Escape leads back to the queue.
  await stet.press('/');
  await expect(stet.find.field).toBeFocused();
  await stet.press('Escape');
  await expect(queue.section).toBeFocused();
  // Any other row leaves it for the article.
  await claims.row(fates.moved).click();
  await expect(queue.section).toBeHidden();
  await expect(card.words).toHaveText(fates.moved);
  await stet.press('u');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await expect(stet.article.main).toContainText('4 claims of draft 2 need review.');
});
