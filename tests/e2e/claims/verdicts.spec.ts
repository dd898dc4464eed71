import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test('a verdict shows at once in the article, the margin, the list and the counts, and not by colour alone', {
  tag: '@core',
}, async ({ stet }) => {
  const { article, claims, card, status } = stet;
  await article.select('1.2 million people');
  await stet.press('c');
  const looks = {
    Verified: { symbol: '✓', counts: '1 verified · 0 disputed · 0 can’t verify · 0 unchecked' },
    Disputed: { symbol: '✗', counts: '0 verified · 1 disputed · 0 can’t verify · 0 unchecked' },
    'Can’t verify': { symbol: '?', counts: '0 verified · 0 disputed · 1 can’t verify · 0 unchecked' },
    Unchecked: { symbol: '○', counts: '0 verified · 0 disputed · 0 can’t verify · 1 unchecked' },
  } as const;
  const underlines = new Set<string>();
  for (const [label, { symbol, counts }] of Object.entries(looks)) {
    await card.verdict(label as keyof typeof looks).click();
    await expect(article.claimMarks(1)).toHaveAttribute('aria-description', `Claim 1, ${label}`);
    await expect(article.marginButton(1)).toContainText(symbol);
    await expect(claims.current).toContainText(symbol);
    await expect(claims.current).toContainText(label);
    await expect(claims.filter(label)).toHaveAccessibleName(`${label} 1`);
    await status.expectText(counts);
    underlines.add(await article.readUnderline(1));
  }
  expect(underlines.size).toBe(4);
  await status.waitUntilSaved();
});

test('a note, a correction, a claimant and a kind are saved, and are still there after a restart', async ({
  stet,
}) => {
  const { article, card } = stet;
  await article.select('1.2 million people');
  await stet.press('d', 'Enter');
  await expect(card.note).toBeFocused();
  await stet.page.keyboard.type('The port says 1.1 million.');
  await stet.press('Control+z');
  await expect(card.note).toHaveValue('');
  await stet.press('Control+Shift+z');
  await expect(card.note).toHaveValue('The port says 1.1 million.');
  await stet.page.keyboard.type('\nAsked again.');
  // The focused field shows the claim's words. Leaving it unchanged stores nothing.
  await stet.press('Tab');
  await expect(card.correction).toBeFocused();
  await expect(card.correction).toHaveValue('1.2 million people');
  await stet.press('Tab');
  await expect(card.claimant).toBeFocused();
  await expect(card.correction).toHaveValue('');
  await card.writeCorrection('1.1 million people');
  await card.claimant.fill('the harbour office');
  await card.chooseKind('Figure');
  await expect(card.history.filter({ hasText: /^Kind added/ })).toHaveCount(1);
  await expect(card.history.filter({ hasText: /^Correction added/ })).toHaveCount(1);
  await expect(card.card).toContainText('Figure · stated by the harbour office'.toLowerCase());
  await stet.status.waitUntilSaved();

  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await stet.press('j');
  await expect(stet.card.note).toHaveValue('The port says 1.1 million.\nAsked again.');
  await expect(stet.card.correction).toHaveValue('1.1 million people');
  await expect(stet.card.claimant).toHaveValue('the harbour office');
  await expect(stet.card.kind).toContainText('Figure');
  await expect(stet.card.verdict('Disputed')).toBeChecked();
});
