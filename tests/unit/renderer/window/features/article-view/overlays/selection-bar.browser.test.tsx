import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';

const text = 'Anna Lind opened the bridge in 1911. ';
const check = {
  title: 'The lift',
  paragraphs: [text.repeat(12), 'The lift opened in 1911.'],
  sources: [],
  claims: [],
};
const bar = page.getByRole('toolbar', { name: 'Selection' });

test('a button of the bar stays readable under the mouse', async () => {
  await openWindow(check);
  await selectWords('The lift opened in 1911');
  const button = bar.getByRole('button', { name: 'Verified' });
  await userEvent.hover(button);
  await expect.poll(() => button.element().matches(':hover')).toBe(true);
  // A veil over the bar's own dark background, through which the words stay light on dark.
  await expect.poll(() => getComputedStyle(button.element()).backgroundColor).toMatch(/0\.14\)?$/);
  expect(getComputedStyle(button.element()).backgroundImage).toBe('none');
});

test('the bar leaves the selected words uncovered when it takes another row after it was placed', async () => {
  await openWindow(check);
  await selectWords('The lift opened in 1911');
  await expect.element(bar).toBeVisible();
  const element = bar.element();
  const readBottom = () => element.getBoundingClientRect().bottom;
  const words = getSelection()?.getRangeAt(0).getBoundingClientRect();
  if (!(element instanceof HTMLElement) || !words) throw new Error('nothing is selected');
  await expect.poll(readBottom).toBeLessThanOrEqual(words.top);
  // As when the worker has read the article, and a button comes for the sentence.
  const height = element.clientHeight;
  element.style.maxWidth = '240px';
  expect(element.clientHeight).toBeGreaterThan(height);
  await expect.poll(readBottom).toBeLessThanOrEqual(words.top);
});
