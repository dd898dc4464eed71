import { expect } from '@playwright/test';
import { test } from './fixtures';

test('find counts the places in the article and goes to the next and the previous one', async ({ stet }) => {
  const filler = Array.from({ length: 60 }, (_, index) => `Filler paragraph ${index + 1}.`);
  await stet.pasteArticle(['Harbours', 'The Harbour is old.', ...filler, 'The last harbour.'].join('\n\n'));
  const { find, article } = stet;
  await stet.press('/');
  await expect(find.field).toBeFocused();
  await find.field.fill('harbour');
  await expect(find.count).toHaveText('1 of 3');
  await stet.press('Enter', 'Enter');
  await expect(find.count).toHaveText('3 of 3');
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
  await expect(find.count).toHaveText('None');

  await find.field.focus();
  await stet.press('Escape');
  await expect(article.text).toBeFocused();
  await expect(find.field).toHaveValue('');
  await stet.press('Control+f');
  await expect(find.field).toBeFocused();
  await stet.page.keyboard.type('paragraph 7');
  await expect(find.count).toHaveText('1 of 1');
});
