import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { countedClaims, countedText } from '#tests/e2e/support/articles/long-read.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { claims, press, selectWords } from '#tests/unit/renderer/support/parts-of-window.ts';

const shows = (text: string | RegExp) => expect.element(page.getByText(text).first()).toBeVisible();

/** The verdicts of the claims in the order of the article, as main has them. */
const listVerdicts = ({ review }: Awaited<ReturnType<typeof openWindow>>) =>
  [...review.claims.values()]
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map(({ verdict }) => verdict);

test('Shift and arrows select a range, Ctrl+A all claims that the list shows, and each action of the bar is one step', async () => {
  const main = await openWindow(ferryCheck);
  await claims.row('1.2 million').click();
  await press('{Shift>}{ArrowDown}{/Shift}', '{Shift>}{ArrowDown}{/Shift}');
  await expect.poll(claims.selectedCount).toBe(3);
  await claims.choose('Kind', 'Figure');
  await shows('2 claims: kind “figure”');
  expect(main.changes).toHaveLength(1);

  await page.getByRole('button', { name: /^Open \d+$/ }).click();
  await expect.poll(() => claims.texts().length).toBe(2);
  claims.row('Tickets').element().focus();
  await press('{Control>}a{/Control}');
  await expect.poll(claims.selectedCount).toBe(2);
  await page.getByRole('button', { name: /^All \d+$/ }).click();
  await expect.poll(claims.selectedCount).toBe(2);

  // A source is added to those that do not have it.
  const bar = claims.nav().getByRole('region', { name: 'Selected claims' });
  await bar.getByRole('button', { name: 'Add source…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a source to 2 claims' });
  await dialog.getByRole('button', { name: /Source$/ }).click();
  await page.getByRole('option', { name: 'A study of ferries' }).click();
  await dialog.getByRole('radio', { name: 'Refutes' }).click();
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await shows('2 claims: source “A study of ferries” (refutes)');
  await press('{Control>}z{/Control}');
  await expect.element(claims.row('Tickets')).toHaveTextContent('no source');

  await bar.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => claims.texts().length).toBe(3);
  await shows('2 claims deleted.');
  await press('{Control>}z{/Control}');
  await expect.poll(() => claims.texts().length).toBe(5);
});

test('a right click on a selected claim opens the menu of all of them, on another one that of this one', async () => {
  const main = await openWindow(ferryCheck);
  await claims.row('eleven minutes').click();
  await claims.row('Tickets').click({ modifiers: ['Shift'] });
  await claims.row('Tickets').click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Selected claims' });
  await menu.getByRole('menuitem', { name: 'Disputed' }).click();
  await expect.poll(() => listVerdicts(main).filter((verdict) => verdict === 'disputed')).toHaveLength(3);
  expect(main.changes).toHaveLength(1);
  await claims.row('1.2 million').click({ button: 'right' });
  await expect.element(page.getByRole('menu', { name: 'Claim' })).toBeVisible();
  await expect.poll(claims.selectedCount).toBe(0);
});

test('selecting words in the article leaves the selected claims, and the key acts on the words alone', async () => {
  const main = await openWindow(ferryCheck);
  await claims.row('eleven minutes').click();
  await claims.row('Tickets').click({ modifiers: ['Shift'] });
  await expect.poll(claims.selectedCount).toBe(2);
  await selectWords('3 May');
  await expect.poll(claims.selectedCount).toBe(0);
  expect(useReviewView.getState().selectedClaimIds.size).toBe(0);
  await press('v');
  await expect.poll(() => main.review.claims.size).toBe(6);
  expect(main.changes).toHaveLength(1);
});

test('a deletion of most claims that main refuses changes nothing', async () => {
  const words = countedClaims.slice(0, 12);
  const check = { title: 'Boats', paragraphs: countedText(12).split('\n\n'), sources: [] };
  const refuse = () => new Promise(() => {});
  const main = await openWindow(
    { ...check, claims: words.map((boats) => ({ words: boats })) },
    { 'review.apply': refuse },
  );
  await claims.row('20 boats').click();
  await press('{Control>}a{/Control}');
  await expect.poll(claims.selectedCount).toBe(12);
  await claims
    .nav()
    .getByRole('region', { name: 'Selected claims' })
    .getByRole('button', { name: 'Delete' })
    .click();
  await expect.poll(() => main.calls.filter((name) => name === 'review.apply')).toHaveLength(1);
  expect(claims.selectedCount()).toBe(12);
  expect(claims.texts()).toHaveLength(12);
});
