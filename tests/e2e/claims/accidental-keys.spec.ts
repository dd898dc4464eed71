import { expect } from '@playwright/test';
import { test } from '../fixtures';

test.use({
  reviewer: 'Ada',
  article: {
    title: 'The lift',
    paragraphs: ['The lift opened in 1911.', 'It cost 3 million euros.'],
    sources: [{ title: 'Ledger' }, { title: 'Letter' }],
    claims: [
      { words: 'opened in 1911', verdict: 'disputed', evidence: [{ source: 0 }] },
      { words: 'cost 3 million euros' },
    ],
  },
});

test('Escape goes back one level from each list and menu of the card, and typed words change nothing', async ({
  stet,
}) => {
  const { card, claims, page, article, tags } = stet;
  await claims.row('opened in 1911').click();
  await card.kind.focus();
  await stet.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Kind' })).toBeVisible();
  await stet.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(card.card).toBeVisible();
  await expect(card.kind).toBeFocused();
  await page.keyboard.type('vx');
  await expect(card.verdict('Disputed')).toBeChecked();
  await expect(card.kind).toContainText('Not set');
  await stet.press('Escape');
  await expect(article.text).toBeFocused();
  await expect(card.card).toBeVisible();

  await tags.addButton.click();
  await tags.input.pressSequentially('vx');
  await tags.leave();
  await expect(card.card).toBeVisible();
  await expect(card.verdict('Disputed')).toBeChecked();

  await claims.row('opened in 1911').focus();
  await stet.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await stet.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(card.card).toBeVisible();

  // The list in the form of a source.
  await stet.press('s');
  await expect(stet.sourceForm.title).toBeFocused();
  await stet.sourceForm.derivedFrom.focus();
  await stet.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Derived from' })).toBeVisible();
  await stet.press('Escape');
  await expect(stet.sourceForm.derivedFrom).toBeFocused();
  await page.keyboard.type('called');
  await expect(stet.sourceForm.form).toBeVisible();
  // The next level is the claim.
  await stet.press('Escape');
  await expect(stet.sourceForm.form).toBeHidden();
  await expect(card.verdict('Disputed')).toBeChecked();
  await stet.status.expectText('0 verified · 1 disputed · 0 can’t verify · 1 unchecked');
});

test('letters typed before a closed list has given the focus back change nothing', async ({ stet }) => {
  const { card, claims, page } = stet;
  await claims.row('opened in 1911').click();
  await card.kind.focus();
  await stet.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Kind' })).toBeVisible();
  // On a busy machine the next frame, in which the focus returns, comes late.
  await page.evaluate(() => {
    const onNextFrame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      onNextFrame((time) => window.setTimeout(() => callback(time), 1_000));
  });
  await page.keyboard.press('Escape');
  await page.keyboard.type('vx');
  await expect(card.kind).toBeFocused();
  await expect(card.verdict('Disputed')).toBeChecked();
  await expect(stet.bar.undo).toBeDisabled();
});

test('a letter that replaces a verdict leaves a notice with Undo, and one that changes nothing says so', async ({
  stet,
}) => {
  const { card, claims, notices } = stet;
  await claims.row('opened in 1911').click();
  await stet.press('d');
  await expect(notices.messages).toHaveText(/Claim 1 is disputed already\./);
  await expect(stet.bar.undo).toBeDisabled();
  await stet.press('v');
  await expect(notices.messages).toContainText('Claim 1: disputed → verified.');
  // The notice can be reached by keyboard, and goes with the next step.
  await notices.messages.getByRole('button', { name: 'Undo' }).focus();
  await stet.press('Enter');
  await expect(card.verdict('Disputed')).toBeChecked();
  await expect(notices.messages).toContainText('Undone: verdict of claim 1.');
  await claims.row('opened in 1911').click();
  await stet.press('x');
  await expect(notices.messages).toContainText('Claim 1: disputed → can’t verify.');
  await notices.messages.getByRole('button', { name: 'Undo' }).focus();
  await claims.row('cost 3 million').click();
  await stet.press('v');
  await expect(notices.messages).toHaveCount(0);
});

test('a letter right after a field was left leaves a notice with Undo', { tag: '@core' }, async ({
  stet,
}) => {
  const { card, claims, notices } = stet;
  await claims.row('cost 3 million').click();
  await stet.press('Enter');
  await expect(card.note).toBeFocused();
  await stet.page.keyboard.type('asked');
  await stet.press('Escape', 'v');
  await expect(notices.messages).toContainText('Verdict of claim 2 by the key V.');
  await notices.pressButton('by the key V', 'Undo');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await expect(card.note).toHaveValue('asked');
});

test('a letter after words were selected with the mouse leaves no notice, wherever the focus was', async ({
  stet,
}) => {
  const { article, card, claims, find, notices } = stet;
  await claims.row('opened in 1911').click();
  await stet.press('Enter');
  await expect(card.note).toBeFocused();
  await article.select('The lift');
  await stet.press('d');
  await expect(card.words).toHaveText('The lift');
  await expect(card.verdict('Disputed')).toBeChecked();
  await stet.press('/');
  await find.field.fill('euros');
  await expect(find.count).toHaveText('1 of 1');
  await article.select('million');
  await stet.press('v');
  await expect(card.verdict('Verified')).toBeChecked();
  await expect(card.words).toHaveText('million');
  await expect(notices.messages).toHaveCount(0);
});

test('a source that a step leaves without claims is offered for removal', async ({ stet }) => {
  const { card, claims, notices, sources } = stet;
  await claims.row('opened in 1911').click();
  await stet.press('Delete');
  await expect(notices.messages).toContainText('Claim 1 deleted. “Ledger” has no claims any more.');
  await notices.pressButton('Ledger', 'Remove source');
  await expect(notices.messages).toContainText('“Ledger” deleted.');
  await stet.press('Control+z');
  await expect(notices.messages).toContainText('Undone: deletion of a source.');
  await stet.press('Control+z');
  await expect(claims.rows).toHaveCount(2);

  // The undo of an attached source that was there before.
  await claims.row('cost 3 million').click();
  await stet.press('s');
  await stet.sourceForm.title.fill('Letter');
  await stet.sourceForm.suggestions.filter({ hasText: 'Letter' }).click();
  await stet.sourceForm.attach.click();
  await expect(card.evidenceFrom('Letter')).toBeVisible();
  await stet.press('Control+z');
  await expect(notices.messages).toContainText(
    'Undone: source attached to claim 2. “Letter” has no claims any more.',
  );
  await notices.pressButton('Letter', 'Remove source');
  await expect(notices.messages).toContainText('“Letter” deleted.');
  await stet.press('l');
  await expect(sources.rows).toHaveText([/Ledger/]);
});
