import { expect } from '@playwright/test';
import { test } from '../fixtures';

test.use({
  reviewer: 'Ada',
  article: {
    title: 'The harbour',
    paragraphs: [
      'The harbour opened in 1911.',
      ...Array.from({ length: 6 }, (_, index) => `Ship ${index + 1} came to the harbour.`),
      'The mole was built later.',
    ],
    sources: [{ title: 'Harbour records', author: 'Port of Leith' }, { title: 'Tide tables' }],
    claims: [
      { words: 'opened in 1911', note: 'The harbour master says so.', evidence: [{ source: 0 }] },
      {
        words: 'The mole',
        correction: 'The harbour wall',
        evidence: [{ source: 1, quote: 'Low water at the harbour' }],
      },
    ],
  },
});

test('find lists what is found in the article, claims, notes, corrections and sources, and opens it', async ({
  stet,
}) => {
  const { find, card, page } = stet;
  await stet.press('/');
  await find.field.fill('HARBOUR');
  await expect(find.count).toHaveText('1 of 7');
  const groups = find.results.getByRole('group');
  await expect(groups).toHaveCount(4);
  for (const name of ['Article 7', 'Notes 1', 'Corrections 1', 'Sources 2'])
    await expect(find.group(name)).toBeVisible();
  await expect(find.group('Article 7').getByRole('option')).toHaveCount(4);
  await expect(find.group('Notes 1').locator('mark')).toHaveText('harbour');

  // The focus stays in the field, where screen readers announce the active result.
  await stet.press('ArrowUp');
  await expect(find.active).toContainText('Low water at the harbour');
  expect(await find.readActiveId()).toBe(await find.active.getAttribute('id'));
  await expect(find.field).toBeFocused();
  await stet.press('ArrowUp');
  await expect(find.active).toContainText('Harbour records');
  await stet.press('Enter');
  await expect(find.results).toBeHidden();
  await expect(page.getByRole('complementary').getByText('Port of Leith')).toBeVisible();

  await stet.press('Control+f');
  await stet.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
  await expect(find.active).toHaveText('Show 4 more results');
  await stet.press('Enter');
  await expect(find.group('Article 7').getByRole('option')).toHaveCount(7);
  await find.group('Notes 1').getByRole('option').click();
  await expect(card.note).toBeFocused();
  await expect(card.note).toHaveValue('The harbour master says so.');
});

test('Escape comes back from the results, then to the article with the match selected, and then clears the field', async ({
  stet,
}) => {
  const { find, article } = stet;
  await stet.press('/');
  await find.field.fill('harbour');
  await stet.press('ArrowDown');
  await expect(find.active).toHaveCount(1);
  await stet.press('Escape');
  await expect(find.active).toHaveCount(0);
  await expect(find.field).toBeFocused();
  await stet.press('Escape');
  await article.expectSelection('harbour');
  await expect(article.text).toBeFocused();
  await expect(find.results).toBeHidden();
  await stet.press('Escape');
  await expect(find.field).toHaveValue('');
  await expect(article.text).toBeFocused();

  // A match of the list is gone to as by Enter, and Enter goes on from there.
  await stet.press('/');
  await find.field.fill('harbour');
  await stet.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(find.count).toHaveText('3 of 7');
  await expect(find.field).toBeFocused();
  await stet.press('Enter');
  await expect(find.count).toHaveText('4 of 7');
});

test('the results are below the field, and Escape ends the search after the reader went on in the article', async ({
  stet,
}) => {
  const { find, article, page } = stet;
  await stet.press('/');
  await find.field.fill('harbour');
  const [fieldBox, listBox] = [await find.field.boundingBox(), await find.results.boundingBox()];
  if (!fieldBox || !listBox) throw new Error('the field or its results are not shown');
  expect(listBox.y).toBeGreaterThanOrEqual(fieldBox.y + fieldBox.height);
  expect(listBox.x).toBeLessThanOrEqual(fieldBox.x);
  expect(listBox.x + listBox.width).toBeGreaterThanOrEqual(fieldBox.x + fieldBox.width);

  await stet.press('Escape');
  await article.select('built later');
  const readHighlights = () =>
    page.evaluate(() => [...CSS.highlights.keys()].filter((name) => /found/.test(name)));
  expect(await readHighlights()).toEqual(['found', 'found-current']);
  await stet.press('Escape', 'Escape');
  await expect(find.field).toHaveValue('');
  await expect.poll(readHighlights).toEqual([]);
});
