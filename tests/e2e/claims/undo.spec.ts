import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';

test.use({ article: ferryText });

test.describe('with a name', () => {
  test.use({ reviewer: 'Ada' });

  test('everything is undone and redone, also after a restart, down to the opened article', async ({
    stet,
  }) => {
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
    await stet.status.saved();

    await stet.restart();
    await stet.library.open(ferryTitle);
    const steps = [
      () => expect(stet.claims.current).toContainText('3 May'),
      () => expect(stet.claims.rows).toHaveCount(1),
      () => expect(stet.card.words).toHaveText('1.2 million people'),
      () => expect(stet.card.evidence).toHaveCount(0),
      () => expect(stet.card.note).toHaveValue(''),
      () => expect(stet.claims.rows).toHaveCount(0),
    ];
    for (const isSeen of steps) {
      await stet.press('Control+z');
      await isSeen();
    }
    await expect(stet.bar.undo).toBeDisabled();
    await expect(stet.article.marks).toHaveCount(0);
    await stet.press('Control+z');
    await expect(stet.notices.mentions).toContainText('Nothing to undo.');

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

test('the name is asked once, at the first verdict; a claim tells who did what, when, from what to what', async ({
  stet,
}) => {
  const { article, card, reviewerDialog } = stet;
  await article.select('1.2 million people');
  await stet.press('c');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await expect(reviewerDialog.dialog).toBeHidden();
  await stet.press('v');
  await reviewerDialog.name.fill('Ada Brinnekamp');
  await reviewerDialog.save.click();
  await expect(card.verdict('Verified')).toBeChecked();
  await stet.press('d');
  await card.note.fill('The port says 1.1 million.');
  await card.note.blur();
  await stet.press('Control+z');
  await expect(card.note).toHaveValue('');

  const lines = [
    'Undone: Note added: “The port says 1.1 million.”',
    'Note added: “The port says 1.1 million.”',
    'Verdict changed from verified to disputed',
    'Verdict changed from unchecked to verified',
  ];
  await expect(card.history).toHaveCount(5);
  for (const [index, line] of lines.entries()) {
    await expect(card.history.nth(index)).toContainText(line);
    await expect(card.history.nth(index)).toContainText(/Ada Brinnekamp, \d+ \w+,? \d\d:\d\d/);
  }
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
  await expect(stet.reviewerDialog.dialog).toBeHidden();
  await expect(stet.card.history).toHaveText(/^Marked as can’t verify\s*Ada Brinnekamp/);
});

test('a verdict can be given without a name', async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.reviewerDialog.notNow.click();
  await expect(stet.card.verdict('Verified')).toBeChecked();
  await stet.press('d');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.card.history.first()).toContainText('the reviewer');
});

test('undo in a field takes back what was typed there, and goes on in no other field', async ({ stet }) => {
  const { article, card, find } = stet;
  await article.select('1.2 million people');
  await stet.press('c', '/');
  await stet.page.keyboard.type('ferry');
  await stet.press('Enter');
  await card.note.click();
  await stet.page.keyboard.type('Asked the office.');
  await stet.press('Control+z', 'Control+z', 'Control+z');
  await expect(card.note).toBeFocused();
  await expect(card.note).toHaveValue('');
  await expect(find.field).toHaveValue('ferry');
  await stet.menu('Edit', 'Undo');
  await stet.menu('Edit', 'Undo');
  await expect(card.note).toBeFocused();
  await expect(find.field).toHaveValue('ferry');
  await stet.press('Control+Shift+z');
  await expect(card.note).toHaveValue('Asked the office.');
});
