import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { press } from '#tests/unit/renderer/support/parts-of-window.ts';

const check = {
  title: 'Tram costs more',
  sources: [],
  claims: [],
  paragraphs: [
    'The tram cost €412 million against a budget of €340 million, a third more than planned.',
    'It opened on Monday, 3 May 2022. “We were never asked, said a fishmonger on the quay.',
  ],
};
const weekday = 'Weekday that doesn’t fit its date';

const tab = () => page.getByRole('tab', { name: /^Reading/ });
const panel = () => page.getByRole('navigation', { name: 'Reading' });
const queries = () => panel().getByRole('region', { name: 'Queries' });
const query = (rule: string) => queries().getByRole('article', { name: rule });

test('a query shows its places, is set aside with its reason, and can be looked at again', async () => {
  const main = await openWindow(check);
  await expect.element(tab(), { timeout: 30_000 }).toHaveTextContent(/Reading \(\d\)/);
  const before = Number(/\d+/.exec(tab().element().textContent ?? '')?.[0]);
  await press('w');
  await expect.element(query(weekday)).toHaveTextContent('3 May 2022');
  await query(weekday).getByRole('button', { name: '3 May 2022' }).click();
  await expect.poll(() => String(getSelection())).toBe('Monday, 3 May 2022');

  // The words at a place become a claim, which a place has only once.
  const mark = query(weekday).getByRole('button', { name: 'Mark as claim' });
  await mark.click();
  await expect.poll(() => main.review.claims.size).toBe(1);
  await expect.element(mark).not.toBeInTheDocument();
  await press('{Control>}z{/Control}');
  await expect.element(mark).toBeVisible();

  await query(weekday).getByRole('button', { name: 'Set aside…' }).click();
  await query(weekday).getByRole('textbox').fill('The ship’s own calendar');
  await query(weekday).getByRole('button', { name: 'Set aside', exact: true }).click();
  await expect.element(tab()).toHaveTextContent(`Reading (${before - 1})`);
  expect([...main.review.dismissedQueries.values()]).toMatchObject([{ reason: 'The ship’s own calendar' }]);
  await queries()
    .getByRole('button', { name: /^Set aside.*quer/ })
    .click();
  await expect.element(query(weekday)).toHaveTextContent('The ship’s own calendar');
  await query(weekday).getByRole('button', { name: 'Look at again' }).click();
  await expect.element(tab()).toHaveTextContent(`Reading (${before})`);
});

test('words worth checking become claims with their kind, or are set aside, from the list', async () => {
  const main = await openWindow(check);
  await press('w');
  const spots = () => panel().getByRole('region', { name: 'Worth checking' });
  const spot = (words: string) => spots().getByRole('listitem').filter({ hasText: words });
  await expect.element(spot('€412 million'), { timeout: 30_000 }).toHaveTextContent('money');
  await spot('€412 million').hover();
  await spot('€412 million').getByRole('button', { name: 'Mark' }).click();
  await expect.poll(() => [...main.review.claims.values()]).toMatchObject([{ kind: 'figure' }]);
  await expect.element(spot('€412 million')).not.toBeInTheDocument();

  await spot('€340 million').hover();
  await spot('€340 million').getByRole('button', { name: 'Nothing to check' }).click();
  await expect.element(spot('€340 million')).not.toBeInTheDocument();
  await press('{Control>}z{/Control}');
  await expect.element(spot('€340 million')).toBeVisible();
});
