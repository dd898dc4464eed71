import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openWindow } from '../../../support/open-window';
import { selectWords } from '../../../support/parts-of-window';

test('a button of the bar stays readable under the mouse', async () => {
  await openWindow({ title: 'The lift', paragraphs: ['The lift opened in 1911.'], sources: [], claims: [] });
  await selectWords('opened in 1911');
  const bar = page.getByRole('toolbar', { name: 'Selection' });
  const button = bar.getByRole('button', { name: 'Verified' });
  await userEvent.hover(button);
  await expect.poll(() => button.element().matches(':hover')).toBe(true);
  // A veil over the bar's own dark background, through which the words stay light on dark.
  await expect.poll(() => getComputedStyle(button.element()).backgroundColor).toMatch(/0\.14\)?$/);
  expect(getComputedStyle(button.element()).backgroundImage).toBe('none');
});
