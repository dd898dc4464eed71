import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { commands } from '#renderer/window/app/commands/commands.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { ferryCheck } from '#tests/e2e/support/articles/ferry-check.ts';
import { openWindow } from '#tests/unit/renderer/support/open-window.tsx';
import { press } from '#tests/unit/renderer/support/parts-of-window.ts';

const dialog = () => page.getByRole('dialog', { name: 'Article details' });
const field = (name: string) => dialog().getByLabelText(name, { exact: true });
const save = () => dialog().getByRole('button', { name: 'Save' });
const cancel = () => dialog().getByRole('button', { name: 'Cancel' });

test('details are edited as one step, and an address that could run code is refused', async () => {
  const main = await openWindow(ferryCheck);
  commands.articleDetails();
  await field('Link').fill('javascript:alert(1)');
  await save().click();
  await expect
    .element(dialog())
    .toHaveTextContent('Only http, https, doi and mailto addresses are accepted.');
  expect(main.changes).toEqual([]);
  await field('Title').fill('The last ferry');
  await field('Byline').fill('A. Brinnekamp');
  await field('Link').fill('https://paper.example/last-ferry');
  await field('Published').fill('2026-05-04');
  // A language is found by its name.
  await field('Language').fill('German');
  await press('{Tab}');
  await save().click();
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect
    .poll(() => getArticle(main.review))
    .toMatchObject({
      title: 'The last ferry',
      byline: 'A. Brinnekamp',
      link: 'https://paper.example/last-ferry',
      publishedAt: '2026-05-04',
      language: 'de',
    });
  expect(main.changes).toHaveLength(1);
});

test('Escape keeps what was typed into the details, Cancel discards it', async () => {
  await openWindow(ferryCheck);
  commands.articleDetails();
  await field('Byline').fill('A. Brinnekamp');
  await press('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
  await expect
    .element(page.getByText('The details are not saved yet. What you typed is kept in “Article details”.'))
    .toBeVisible();
  await page.getByRole('button', { name: 'Article details' }).last().click();
  await expect.element(field('Byline')).toHaveValue('A. Brinnekamp');
  await save().click();
  await expect.element(dialog()).not.toBeInTheDocument();

  commands.articleDetails();
  await field('Byline').fill('Somebody else');
  await cancel().click();
  commands.articleDetails();
  await expect.element(field('Byline')).toHaveValue('A. Brinnekamp');
  await press('{Escape}');
  await expect.element(dialog()).not.toBeInTheDocument();
});
