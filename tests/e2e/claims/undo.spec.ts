import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';

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

test('a line of the card asks once for the name, without taking the focus, and the name signs what was judged', async ({
  stet,
}) => {
  const { article, card, nameQuestion } = stet;
  await article.select('1.2 million people');
  await stet.press('v');
  await expect(nameQuestion.form).toBeVisible();
  await expect(nameQuestion.name).not.toBeFocused();
  await stet.press('d');
  await expect(card.verdict('Disputed')).toBeChecked();
  await nameQuestion.name.click();
  await stet.page.keyboard.type('Ada Vex');
  await stet.press('Enter');
  await expect(nameQuestion.form).toBeHidden();
  await expect(card.verdict('Disputed')).toBeChecked();
  await expect(card.history.first()).toHaveText(/^Verdict signed\s*Ada Vex/);
  await stet.press('x');
  await expect(card.verdict('Can’t verify')).toBeChecked();
  await expect(card.history.first()).toHaveText(/^Verdict changed from disputed to can’t verify\s*Ada Vex/);
});

test('what was typed as a name is kept by Escape and on other claims, and a signature that was undone is offered again', async ({
  stet,
}) => {
  const { article, card, claims, nameQuestion, reviewerDialog } = stet;
  await article.select('built in 1986');
  await stet.press('v');
  await article.select('1.2 million people');
  await stet.press('d');
  await nameQuestion.name.click();
  await stet.page.keyboard.type('Ada Vex');
  await stet.press('Escape');
  await claims.row('built in 1986').click();
  await expect(nameQuestion.name).toHaveValue('Ada Vex');
  await nameQuestion.save.click();
  await expect(card.history.first()).toHaveText(/^Verdict signed\s*Ada Vex/);
  await stet.press('Control+z');
  await expect(stet.notices.messages).toContainText('Undone: name on the verdict of 2 claims.');
  await reviewerDialog.signAgain.click();
  await expect(card.history.first()).toHaveText(/^Verdict signed\s*Ada Vex/);
  await expect(reviewerDialog.signAgain).toBeHidden();
});

test('Escape in the empty line is an answer that is remembered, and leaves the claim as it is', async ({
  stet,
}) => {
  const { article, card, nameQuestion } = stet;
  await article.select('1.2 million people');
  await stet.press('v');
  await nameQuestion.name.click();
  await stet.press('Escape');
  await expect(nameQuestion.form).toBeHidden();
  await expect(card.verdict('Verified')).toBeChecked();
  await stet.press('d');
  await expect(card.verdict('Disputed')).toBeChecked();
  await expect(nameQuestion.form).toBeHidden();
  await stet.restart();
  await stet.article.select('built in 1986');
  await stet.press('v');
  await expect(stet.card.verdict('Verified')).toBeChecked();
  await expect(stet.nameQuestion.form).toBeHidden();
});

test('keys that follow the first verdict act on claims, and are not taken for a name', async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v', 'd', 'Enter');
  await expect(stet.card.note).toBeFocused();
  await expect(stet.reviewerDialog.sign).toBeVisible();
  await expect(stet.card.verdict('Disputed')).toBeChecked();
  await expect(stet.card.history.first()).toContainText('the reviewer');
});

test('undo in a field removes the text typed there, and never changes another field', async ({ stet }) => {
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
  await stet.chooseMenuItem('Edit', 'Undo');
  await stet.chooseMenuItem('Edit', 'Undo');
  await expect(card.note).toBeFocused();
  await expect(find.field).toHaveValue('ferry');
  await stet.press('Control+Shift+z');
  await expect(card.note).toHaveValue('Asked the office.');
});

test.describe('undo and redo', () => {
  test.use({ reviewer: 'Ada' });

  test('say what they did, with the way back, and their buttons name the next step', async ({ stet }) => {
    const { article, claims, notices, bar, page } = stet;
    for (const words of ['1.2 million people', '3 May']) {
      await article.select(words);
      await stet.press('c');
    }
    await claims.rows.first().click();
    await claims.rows.first().focus();
    await stet.press('Shift+ArrowDown');
    await expect(claims.selected).toHaveCount(2);
    await stet.press('d');
    await expect(notices.messages).toContainText('2 claims: disputed.');
    await bar.undo.hover();
    await expect(page.getByRole('tooltip')).toHaveText('Undo verdict of 2 claims');
    await stet.press('Control+z');
    await expect(notices.messages).toContainText('Undone: verdict of 2 claims.');
    await notices.pressButton('Undone', 'Redo');
    await expect(notices.messages).toContainText('Redone: verdict of 2 claims.');
    await stet.status.expectText('2 disputed');
    await stet.press('Control+z', 'Control+z');
    await expect(notices.messages).toContainText('Undone: marking of claim 2.');
    await expect(claims.rows).toHaveCount(1);
    // A restart does not forget what comes next.
    await stet.status.waitUntilSaved();
    await stet.restart();
    await stet.library.open(ferryTitle);
    // A hand moves the pointer on its way there, by which React Aria knows that a mouse is used.
    await stet.page.mouse.move(600, 400);
    await stet.bar.undo.hover();
    await expect(stet.page.getByRole('tooltip')).toHaveText('Undo marking of claim 1');
    await stet.bar.redo.hover();
    await expect(stet.page.getByRole('tooltip')).toHaveText('Redo marking of a claim');
  });
});
