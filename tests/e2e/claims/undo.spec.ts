import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText, ferryTitle } from '../support/articles/ferry-check.ts';

test.use({ article: ferryText });

test.describe('with a name', () => {
  test.use({ reviewer: 'Ada' });

  test('every edit can be undone and redone, also after a restart, back to the newly opened article', {
    tag: '@core',
  }, async ({ stet }) => {
    const { article, card, claims, sourceForm: form } = stet;
    await article.select('1.2 million people');
    await stet.press('v');
    await card.note.fill('Asked the office.');
    await card.note.blur();
    await stet.press('s');
    await form.title.fill('Harbour statistics');
    await form.attach.click();
    await article.select('1.2 million people in 2019');
    await stet.press('r');
    await article.select('3 May');
    await stet.press('c', 'Delete');
    await expect(claims.rows).toHaveCount(1);
    await stet.status.waitUntilSaved();

    await stet.restart();
    await stet.library.open(ferryTitle);
    const expectations = [
      () => expect(stet.claims.current).toContainText('3 May'),
      () => expect(stet.claims.rows).toHaveCount(1),
      () => expect(stet.card.words).toHaveText('1.2 million people'),
      () => expect(stet.card.evidence).toHaveCount(0),
      () => expect(stet.card.note).toHaveValue(''),
      () => expect(stet.claims.rows).toHaveCount(0),
    ];
    for (const expectUndone of expectations) {
      await stet.press('Control+z');
      await expectUndone();
    }
    await expect(stet.bar.undo).toBeDisabled();
    await expect(stet.article.marks).toHaveCount(0);
    await stet.press('Control+z');
    await expect(stet.notices.messages).toContainText('Nothing to undo.');

    for (let step = 0; step < 3; step += 1) await stet.bar.redo.click();
    await expect(stet.card.evidenceFrom('Harbour statistics')).toBeVisible();
    await expect(stet.card.note).toHaveValue('Asked the office.');
    await stet.press('Control+Shift+z');
    await expect(stet.card.words).toHaveText('1.2 million people in 2019');
    await stet.press('Control+y');
    await expect(stet.claims.rows).toHaveCount(2);
    await stet.press('Control+y');
    await expect(stet.claims.rows).toHaveCount(1);
    await expect(stet.bar.redo).toBeDisabled();

    await stet.press('j', 'd');
    await stet.press('Control+z');
    await expect(stet.card.verdict('Verified')).toBeChecked();
  });
});

test('the name is asked for after the first verdict, without a dialog, and the history of a claim shows who changed what, and when', async ({
  stet,
}) => {
  const { article, card, reviewerDialog } = stet;
  await article.select('1.2 million people');
  await stet.press('c');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await expect(reviewerDialog.sign).toBeHidden();
  await stet.press('v');
  await expect(card.verdict('Verified')).toBeChecked();
  await expect(reviewerDialog.dialog).toBeHidden();
  await reviewerDialog.sign.click();
  await reviewerDialog.name.fill('Ada Brinnekamp');
  await reviewerDialog.save.click();
  await expect(reviewerDialog.sign).toBeHidden();
  await expect(reviewerDialog.dialog).toBeHidden();
  await stet.press('d');
  await card.note.fill('The port says 1.1 million.');
  await card.note.blur();
  await stet.press('Control+z');
  await expect(card.note).toHaveValue('');

  const lines = [
    'Undone: Note added: “The port says 1.1 million.”',
    'Note added: “The port says 1.1 million.”',
    'Verdict changed from verified to disputed',
  ];
  await expect(card.history).toHaveCount(6);
  for (const [index, line] of lines.entries()) {
    await expect(card.history.nth(index)).toContainText(line);
    await expect(card.history.nth(index)).toContainText(/Ada Brinnekamp, \d+ \w+,? \d\d:\d\d/);
  }
  await expect(card.history.nth(3)).toHaveText(/^Verdict signed\s*Ada Brinnekamp/);
  await expect(card.history.nth(4)).toContainText('Verdict changed from unchecked to verified');
  await expect(card.history.nth(4)).toContainText('the reviewer');
  await expect(card.history.last()).toContainText('Marked as a claim');
  await expect(card.history.last()).toContainText('the reviewer');

  await stet.restart();
  await stet.goToLibrary();
  await stet.library.settings.click();
  await expect(stet.settings.name).toHaveValue('Ada Brinnekamp');
  await stet.settings.done.click();
  await stet.library.open(ferryTitle);
  await stet.article.select('built in 1986');
  await stet.press('x');
  await expect(stet.card.verdict('Can’t verify')).toBeChecked();
  await expect(stet.reviewerDialog.sign).toBeHidden();
  await expect(stet.card.history).toHaveText(/^Marked as can’t verify\s*Ada Brinnekamp/);
});
