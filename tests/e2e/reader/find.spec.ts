import { expect } from '@playwright/test';
import { test } from '../fixtures';

test.use({ reviewer: 'Ada' });

test('find counts the matches in the article and goes to the next and the previous one', {
  tag: '@core',
}, async ({ stet }) => {
  const filler = Array.from({ length: 60 }, (_, index) => `Filler paragraph ${index + 1}.`);
  await stet.pasteArticle(['Harbours', 'The Harbour is old.', ...filler, 'The last harbour.'].join('\n\n'));
  const { find, article } = stet;
  await stet.press('/');
  await expect(find.field).toBeFocused();
  await find.field.fill('harbour');
  await expect(find.count).toHaveText('1 of 3');
  // Enter goes to the next match, and the focus stays in the field.
  await stet.press('Enter', 'Enter');
  await expect(find.count).toHaveText('3 of 3');
  await expect(find.field).toBeFocused();
  await expect(article.text.getByText('The last harbour.')).toBeInViewport();
  // Escape returns to the article with the match selected. There, Enter goes on from it.
  await stet.press('Escape');
  await expect(article.text).toBeFocused();
  await article.expectSelection('harbour');
  await stet.press('Shift+Enter');
  await expect(find.count).toHaveText('2 of 3');
  await article.expectSelection('Harbour');
  await stet.press('Enter');
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
  await stet.press('Escape', 'v');
  await expect(card.words).toHaveText('harbour');
  await expect(card.verdict('Verified')).toBeChecked();
  // The key came right after the field was left, so it may have been meant for it.
  await expect(stet.notices.messages).toContainText('Marking of claim 1 by the key V.');
  await stet.press('Escape', '/');
  await find.field.fill('paragraph 7');
  await expect(find.count).toHaveText('1 of 1');
  await stet.press('Escape');
  await article.expectSelection('paragraph 7');
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

test('letters that are typed after Enter in Find go into the field, and set no verdict', async ({ stet }) => {
  await stet.pasteArticle();
  const { find, article, claims, card } = stet;
  await article.select('1.2 million people');
  await stet.press('d');
  await stet.press('/');
  await stet.page.keyboard.type('ferry');
  await stet.press('Enter', 'Shift+Enter');
  await expect(find.results).toBeHidden();
  await stet.page.keyboard.type('vxdu');
  await expect(find.field).toHaveValue('ferryvxdu');
  await expect(claims.rows).toHaveCount(1);
  await expect(card.verdict('Disputed')).toBeChecked();
});

test('no match is covered when Enter goes to it: the list of results closes until it is asked for again', async ({
  stet,
}) => {
  await stet.resize(1100, 720);
  const paragraphs = Array.from(
    { length: 24 },
    (_, index) =>
      `Neon of street ${index + 1} was bent by hand. ${'It shone over the houses of the town. '.repeat(4)}The last neon went out.`,
  );
  await stet.pasteArticle(['Signs', ...paragraphs].join('\n\n'));
  const { find, article } = stet;
  await stet.press('/');
  await find.field.fill('neon');
  await expect(find.count).toHaveText('1 of 48');
  await expect(find.results).toBeVisible();
  for (let step = 1; step <= 48; step++) {
    await stet.press('Enter');
    await expect(find.count).toHaveText(`${(step % 48) + 1} of 48`);
    await expect.poll(() => article.isMatchUncovered(), `match ${(step % 48) + 1}`).toBe(true);
  }
  await expect(find.field).toBeFocused();
  await expect(find.results).toBeHidden();

  // The arrow keys open it at its first result, which Enter goes to; then it is out of the way again.
  await stet.press('ArrowDown');
  await expect(find.results).toBeVisible();
  await expect(find.active).toContainText('Neon of street 1');
  await stet.press('ArrowDown', 'Enter');
  await expect(find.count).toHaveText('2 of 48');
  await expect(find.results).toBeHidden();
  await expect.poll(() => article.isMatchUncovered()).toBe(true);
  // Typing opens it as well.
  await stet.page.keyboard.type(' of');
  await expect(find.count).toHaveText('2 of 24');
  await expect(find.results).toBeVisible();
});
