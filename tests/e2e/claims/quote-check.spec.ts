import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryCheck } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('the buttons of evidence do not move while its files are searched for the quote', async ({ stet }) => {
  const { claims, card, page } = stet;
  const evidence = card.evidenceFrom('Harbour statistics 2019');
  // All vertical positions of the button, from its first frame until the result of the search.
  const positions = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const tops = new Set<number>();
        const inspectFrame = () => {
          const item = document.querySelector('[data-evidence]');
          const button = [...(item?.querySelectorAll('button') ?? [])].find(
            ({ textContent }) => textContent === 'Edit',
          );
          if (button) tops.add(Math.round(button.getBoundingClientRect().top));
          const result = item?.querySelector('[role="status"]')?.textContent ?? '';
          if (/^[✓✗]/.test(result)) resolve([...tops]);
          else requestAnimationFrame(inspectFrame);
        };
        inspectFrame();
      }),
  );
  await claims.rows.first().click();
  await expect(evidence).toContainText('The quote is');
  expect(await positions).toHaveLength(1);
});
