import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryCheck } from '../support/articles/ferry-check';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('the buttons of a source stand still while its files are searched for the quote', async ({ stet }) => {
  const { claims, card, page } = stet;
  const evidence = card.evidenceFrom('Harbour statistics 2019');
  // Where the button stands, in each frame from the first one on.
  const places = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const tops = new Set<number>();
        const look = () => {
          const item = document.querySelector('[data-evidence]');
          const button = [...(item?.querySelectorAll('button') ?? [])].find(
            ({ textContent }) => textContent === 'Edit',
          );
          if (button) tops.add(Math.round(button.getBoundingClientRect().top));
          const said = item?.querySelector('[role="status"]')?.textContent ?? '';
          if (/^[✓✗]/.test(said)) resolve([...tops]);
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await claims.rows.first().click();
  await expect(evidence).toContainText('The quote is');
  expect(await places).toHaveLength(1);
});
