import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryCheck } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('a verdict is set on exactly the claims that are selected, as one step', async ({ stet }) => {
  const { claims, status, page } = stet;
  const before = '1 verified · 1 disputed · 1 can’t verify · 1 to re-check · 1 unchecked';
  await status.expectText(before);
  await claims.row('1.2 million').click();
  await claims.row('eleven minutes').click({ modifiers: ['Control'] });
  await expect(claims.selected).toHaveCount(2);
  await expect(claims.selectedBar).toContainText('2 claims selected');
  await expect(page.getByRole('region', { name: 'Several claims' })).toContainText('2 claims selected');

  // The key acts on both, whichever row has the focus; the other claims stay as they are.
  await stet.press('v');
  await status.expectText('3 verified · 0 disputed · 0 can’t verify · 1 to re-check · 1 unchecked');
  await expect(stet.notices.messages).toContainText('2 claims: verified');
  await stet.press('Control+z');
  await status.expectText(before);
  await stet.press('Control+Shift+z');
  await status.expectText('3 verified · 0 disputed · 0 can’t verify · 1 to re-check · 1 unchecked');

  // Escape leaves the selected claims; then the key acts on the claim whose row has the focus alone.
  await claims.row('Tickets').click();
  await claims.row('eleven minutes').click({ modifiers: ['Control'] });
  await stet.press('Escape');
  await expect(claims.selected).toHaveCount(0);
  await expect(stet.card.words).toHaveText('eleven minutes');
  await stet.press('d');
  await status.expectText('2 verified · 1 disputed · 0 can’t verify · 1 to re-check · 1 unchecked');
  await status.waitUntilSaved();
});
