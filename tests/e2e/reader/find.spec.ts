import { expect } from '@playwright/test';
import { test } from '../fixtures';

test.use({ reviewer: 'Ada' });

test('find counts the matches in the article and goes to the next and the previous one', async ({ stet }) => {
  const filler = Array.from({ length: 60 }, (_, index) => `Filler paragraph ${index + 1}.`);
  await stet.pasteArticle(['Harbours', 'The Harbour is old.', ...filler, 'The last harbour.'].join('\n\n'));
  const { find, article } = stet;
  await stet.press('/');
  await expect(find.field).toBeFocused();
  await find.field.fill('harbour');
  await expect(find.count).toHaveText('1 of 3');
  // Enter selects the shown match. If it is already selected, Enter goes to the next one.
  await stet.press('Enter');
  await expect(article.text).toBeFocused();
  await article.expectSelection('Harbour');
  await expect(find.count).toHaveText('1 of 3');
  await stet.press('Enter', 'Enter');
  await expect(find.count).toHaveText('3 of 3');
  await article.expectSelection('harbour');
  await expect(article.text.getByText('The last harbour.')).toBeInViewport();
  await find.next.click();
  await expect(find.count).toHaveText('1 of 3');
  await expect(article.text.getByText('The Harbour is old.')).toBeInViewport();
  await expect(article.text.getByText('The last harbour.')).not.toBeInViewport();
  await find.previous.click();
  await expect(find.count).toHaveText('3 of 3');
  await find.field.focus();
  await stet.press('Shift+Enter');
  await expect(find.count).toHaveText('2 of 3');
  await article.expectSelection('Harbour');
  await stet.press('F3');
  await expect(find.count).toHaveText('3 of 3');
  await find.field.fill('harbor');
  await expect(find.count).toHaveText('Not in the text');
  await find.field.fill('הנמל');
  await expect(find.field).toHaveCSS('direction', 'rtl');
  await find.field.fill('');
  await expect(find.field).toHaveCSS('direction', 'ltr');

  await find.field.focus();
  await stet.press('Escape');
  await expect(article.text).toBeFocused();
  await expect(find.field).toHaveValue('');
  await stet.press('Control+f');
  await expect(find.field).toBeFocused();
  await stet.page.keyboard.type('paragraph 7');
  await expect(find.count).toHaveText('1 of 1');
});

test('a match can be marked as a claim, find begins at the reading position, and the keyboard continues from the match', async ({
  stet,
}) => {
  const filler = Array.from({ length: 60 }, (_, index) => `Filler paragraph ${index + 1}. It is short.`);
  await stet.pasteArticle(['Harbours', 'The old harbour.', ...filler, 'The last harbour.'].join('\n\n'));
  const { find, article, card } = stet;
  await article.click('paragraph 40');
  await stet.press('ArrowDown');
  await article.expectSelection('Filler paragraph 40.');
  await stet.press('Escape', 'ArrowDown');
  await article.expectSelection('It is short.');
  await stet.press('/');
  await stet.page.keyboard.type('harbour');
  await expect(find.count).toHaveText('3 of 3');
  await stet.press('Enter', 'v');
  await expect(card.words).toHaveText('harbour');
  await expect(card.verdict('Verified')).toBeChecked();
  await stet.press('Escape', '/');
  await find.field.fill('paragraph 7');
  await stet.press('Escape', 'ArrowDown');
  await article.expectSelection('It is short.');
  await stet.press('ArrowUp');
  await article.expectSelection('Filler paragraph 7.');

  await article.scrollBy(1_500);
  await expect(article.text.getByText('Filler paragraph 7.')).not.toBeInViewport();
  await stet.press('ArrowDown');
  const top = await stet.page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect().top ?? -1);
  expect(top).toBeGreaterThan(40);
  expect(top).toBeLessThan(160);
});
