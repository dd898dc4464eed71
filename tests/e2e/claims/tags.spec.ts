import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryCheck } from '../support/articles/ferry-check';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('a claim gets tags by keyboard, which its row, its history and the filter show', async ({ stet }) => {
  const { claims, card, tags, page } = stet;
  await claims.row('Tickets').click();
  await stet.press('g');
  await expect(tags.input).toBeFocused();
  await page.keyboard.type('Legal');
  await stet.press('Tab');
  await tags.colors.getByRole('radio', { name: 'Blue' }).check();
  await tags.create.click();
  await expect(tags.chips).toHaveText(['Legal']);
  await tags.add('Ask the author');
  await expect(tags.chips).toHaveText(['Ask the author', 'Legal']);
  await expect(claims.row('Tickets')).toContainText('Legal');
  await expect(card.history.first()).toContainText('Tags: Legal, Ask the author');

  // Typing in any case finds the tag instead of making a second one.
  await claims.row('eleven minutes').click();
  await stet.press('g');
  await tags.add('legal');
  await tags.leave();
  await expect(tags.chips).toHaveText(['Legal']);
  await claims.toggleFilter('Legal', 'Tag');
  await expect(claims.rows).toHaveText([/eleven minutes/, /Tickets/]);
  await claims.chip('Legal').click();
  await expect(claims.rows).toHaveCount(5);

  await claims.row('eleven minutes').click();
  await tags.remove('Legal');
  await tags.leave();
  await expect(claims.row('eleven minutes')).not.toContainText('Legal');
  await stet.press('Control+z');
  await expect(claims.row('eleven minutes')).toContainText('Legal');
});

test('several claims are tagged at once, and tags are renamed, coloured and deleted, each as one step', async ({
  stet,
}) => {
  const { claims, tags, page } = stet;
  await claims.row('1.2 million').click();
  await claims.row('€40 million').click({ modifiers: ['Shift'] });
  await stet.press('g');
  await tags.add('Numbers');
  await tags.leave();
  await expect(claims.nav.getByText('Numbers')).toHaveCount(3);
  await stet.press('Escape');
  await claims.row('€40 million').click();
  await claims.row('eleven minutes').click({ modifiers: ['Control'] });
  await expect(tags.chips).toContainText(['Numbers (1 of 2)']);
  await claims.choose('Tag', 'Numbers');
  await expect(claims.nav.getByText('Numbers')).toHaveCount(4);
  await claims.choose('Tag', 'Remove “Numbers”');
  await expect(claims.nav.getByText('Numbers')).toHaveCount(2);

  await stet.chooseMenuItem('Claim', 'Manage tags…');
  await expect(tags.row('Numbers')).toContainText('2 claims');
  await tags.row('Numbers').getByRole('radio', { name: 'Purple' }).check();
  const name = tags.row('Numbers').getByRole('textbox', { name: 'Name' });
  await name.fill('Figures');
  await page.keyboard.press('Enter');
  await expect(claims.nav.getByText('Figures')).toHaveCount(2);
  await tags.row('Figures').getByRole('button', { name: 'Delete tag Figures' }).click();
  await expect(tags.dialog).toContainText('No tags yet.');
  await tags.dialog.getByRole('button', { name: 'Done' }).click();
  await expect(stet.notices.messages).toContainText('deleted from 2 claims');
  await stet.press('Control+z');
  await expect(claims.nav.getByText('Figures')).toHaveCount(2);
  await stet.status.waitUntilSaved();
  await stet.restart();
  await expect(stet.claims.nav.getByText('Figures')).toHaveCount(2);
});
