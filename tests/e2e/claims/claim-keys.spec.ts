import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';

test.use({ reviewer: 'Ada', article: ferryText });

test('text typed right after a key goes to the claim of that key', async ({ stet }) => {
  await stet.article.select('1.2 million people');
  await stet.press('v');
  await stet.article.select('built in 1986');
  await stet.press('v', 'Enter');
  await stet.page.keyboard.type('duck');
  await stet.press('Escape', 'k', 'Enter');
  await stet.page.keyboard.type('xu');
  await stet.press('Escape', 'j', 's');
  await stet.page.keyboard.type('Dux');
  await expect(stet.sourceForm.title).toHaveValue('Dux');
  await stet.press('Escape');
  await stet.press('k', 'j');
  await expect(stet.card.note).toHaveValue('duck');
  await stet.press('k');
  await expect(stet.card.note).toHaveValue('xu');
  await stet.status.expectText('2 verified · 0 disputed');
  // The form that was left is still there for its claim. It is cancelled because closing would ask about a half-filled form.
  await stet.press('j', 's');
  await expect(stet.sourceForm.title).toHaveValue('Dux');
  await stet.sourceForm.cancel.click();
});

test('single-letter shortcuts can be switched off, and keys with Ctrl still work', async ({ stet }) => {
  await stet.press('Control+,');
  await stet.settings.letterKeys.click();
  await stet.settings.done.click();
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await expect(stet.claims.rows).toHaveCount(0);
  await stet.press('Control+f');
  await expect(stet.find.field).toBeFocused();

  await stet.restart();
  await stet.library.open(ferryTitle);
  await stet.article.select('1.2 million people');
  await stet.press('c');
  await stet.article.barButton('Claim').click();
  await expect(stet.claims.rows).toHaveCount(1);
});

test('keys act on the claim on the card, also when a filter removes its row from the list', async ({
  stet,
}) => {
  const { article, claims } = stet;
  const words = ['1.2 million people', 'built in 1986', '€40 million', '3 May'];
  for (const claim of words) {
    await article.select(claim);
    await stet.press('c');
  }
  await claims.filter('Unchecked').click();
  await claims.row('built in 1986').click();
  await stet.press('v');
  await expect(claims.rows).toHaveCount(3);
  await stet.press('d');
  await stet.status.expectText('0 verified · 1 disputed · 0 can’t verify · 3 unchecked');
  await stet.press('Delete');
  await claims.filter('All').click();
  await expect(claims.rows).toHaveCount(3);
  await expect(claims.row('built in 1986')).toHaveCount(0);

  // The same is true for the last row of a list.
  await claims.filter('Unchecked').click();
  for (const claim of ['1.2 million people', '3 May', '€40 million']) {
    await claims.row(claim).click();
    await stet.press('v');
  }
  await expect(claims.rows).toHaveCount(0);
  await stet.press('x');
  await stet.status.expectText('2 verified · 0 disputed · 1 can’t verify · 0 unchecked');
});

test('keys pressed on a row of the list act on its claim', async ({ stet }) => {
  const { article, claims, card } = stet;
  for (const words of ['1.2 million people', 'built in 1986', '€40 million', '3 May']) {
    await article.select(words);
    await stet.press('c');
  }
  await claims.row('built in 1986').click();
  await stet.press('d');
  await expect(claims.row('built in 1986')).toContainText('Disputed');
  await claims.row('1.2 million people').click();
  await stet.press('Enter');
  await expect(card.note).toBeFocused();
  await claims.row('built in 1986').click();
  await stet.press('s');
  await expect(stet.sourceForm.title).toBeFocused();
  await stet.press('Escape');
  // Clicking a row clears the selection, so the keys act on its claim.
  await article.select('eleven minutes');
  await claims.row('€40 million').click();
  await stet.press('v');
  await expect(claims.row('€40 million')).toContainText('Verified');
  await expect(claims.rows).toHaveCount(4);
  await stet.press('Delete');
  await expect(claims.rows).toHaveCount(3);
  await expect(claims.row('€40 million')).toBeHidden();

  // Keys act on the focused row, although another claim is current.
  await claims.row('1.2 million people').click();
  await claims.row('3 May').focus();
  await stet.press('x');
  await expect(claims.row('3 May')).toContainText('Can’t verify');
  await expect(claims.current).toContainText('3 May');
  await stet.status.expectText('0 verified · 1 disputed · 1 can’t verify · 1 unchecked');
});
