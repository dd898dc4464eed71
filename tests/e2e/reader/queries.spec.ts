import { expect } from '@playwright/test';
import { test } from '../fixtures';

const text = [
  'Tram costs more',
  'The tram cost €412 million against a budget of €340 million, a third more than planned.',
  'It opened on Monday, 3 May 2022. “We were never asked, said a fishmonger on the quay.',
].join('\n\n');

const weekday = 'Weekday that doesn’t fit its date';

test.use({ reviewer: 'Ada' });

test('a query shows its places, stays set aside with its reason, and can be looked at again', async ({
  stet,
}) => {
  await stet.pasteArticle(text);
  const { reading } = stet;
  await expect(reading.tab).toHaveText('Reading (3)');
  await stet.press('w');
  await expect(reading.query(weekday)).toContainText('3 May 2022');
  await reading.place(weekday, '3 May 2022').click();
  await stet.article.expectSelection('Monday, 3 May 2022');

  // The words at a place become a claim, which a place has only once.
  const mark = reading.query(weekday).getByRole('button', { name: 'Mark as claim' });
  await mark.click();
  await expect(stet.card.words).toHaveText('Monday, 3 May 2022');
  await expect(mark).toHaveCount(0);
  await stet.press('Control+z');
  await expect(mark).toHaveCount(1);

  await reading.dismissQuery(weekday, 'The ship’s own calendar');
  await expect(reading.tab).toHaveText('Reading (2)');
  await stet.status.waitUntilSaved();
  await stet.restart();
  await stet.library.open('Tram costs more');
  await expect(stet.reading.tab).toHaveText('Reading (2)');
  await stet.press('w');
  await stet.reading.queries.getByRole('button', { name: /^Set aside.*quer/ }).click();
  await expect(stet.reading.query(weekday)).toContainText('The ship’s own calendar');
  await stet.reading.query(weekday).getByRole('button', { name: 'Look at again' }).click();
  await expect(stet.reading.tab).toHaveText('Reading (3)');
  await stet.press('Control+z');
  await expect(stet.reading.tab).toHaveText('Reading (2)');
});
