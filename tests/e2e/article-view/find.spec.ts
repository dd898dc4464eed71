import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

test.use({ reviewer: 'Ada' });

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
