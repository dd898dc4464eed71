import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText } from '../support/articles/ferry-article';

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

test('while the card shows a source of another claim, verdict keys set no verdict', async ({ stet }) => {
  const { article, card, status, sourceForm: form, sources, sourceCard, claims } = stet;
  await article.select('It was built in 1986');
  await stet.press('v', 's');
  await form.title.fill('Harbour ledger');
  await form.attach.click();
  await article.select('1.2 million people');
  await stet.press('c', 'l');
  await sources.open('Harbour ledger');
  await expect(sourceCard.card).toBeVisible();
  await stet.press('d');
  await expect(stet.notices.messages).toContainText('Close it with Escape to judge claim 1.');
  await stet.chooseMenuItem('Claim', 'Disputed');
  await status.expectText('1 verified · 0 disputed · 0 can’t verify · 1 unchecked');
  await stet.press('Escape', 'd');
  await status.expectText('1 verified · 1 disputed · 0 can’t verify · 0 unchecked');

  // A verdict can be set while the card shows a source of the claim itself, or while a claim's row has the focus.
  await stet.press('l');
  await claims.row('It was built in 1986').click();
  await card.openSource('Harbour ledger');
  await stet.press('x');
  await status.expectText('0 verified · 1 disputed · 1 can’t verify · 0 unchecked');
  await stet.press('k', 'l');
  await sources.open('Harbour ledger');
  await stet.press('l');
  await claims.row('1.2 million people').focus();
  await stet.press('v');
  await status.expectText('1 verified · 0 disputed · 1 can’t verify · 0 unchecked');
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

test('the list is filtered by verdict, and J and K go through the claims that it shows', async ({ stet }) => {
  const { article, claims, card } = stet;
  const keys = { '1.2 million people': 'v', 'built in 1986': 'd', '€40 million': 'v', '3 May': 'c' };
  for (const [words, key] of Object.entries(keys)) {
    await article.select(words);
    await stet.press(key);
  }
  await stet.press('Escape');
  await expect(card.card).toBeHidden();
  await stet.press('j', 'j');
  await expect(card.words).toHaveText('built in 1986');
  await stet.press('k');
  await expect(card.words).toHaveText('1.2 million people');

  await claims.filter('Verified').click();
  await expect(claims.rows).toHaveCount(2);
  await stet.press('j');
  await expect(card.words).toHaveText('€40 million');
  await claims.filter('Open').click();
  await expect(claims.rows).toHaveText([/3 May/]);
  await claims.filter('Can’t verify').click();
  await expect(claims.rows).toHaveCount(0);
  await expect(claims.nav).toContainText('No claims match the filters.');
  await claims.filter('All').click();
  await claims.toggleFilter('No source');
  await expect(claims.moreFilters).toHaveText('Filter 1');
  await expect(claims.rows).toHaveCount(4);
  await claims.filter('Disputed').click();
  await expect(claims.rows).toHaveText([/built in 1986/]);
  await claims.clearFilters.click();
  await expect(claims.moreFilters).toHaveText('Filter');
  // The filter by verdict stays.
  await expect(claims.rows).toHaveText([/built in 1986/]);
  await claims.filter('All').click();
  await expect(claims.rows).toHaveCount(4);
});

test('a claim with changed words needs a re-check until its verdict is confirmed', async ({ stet }) => {
  const { article, claims, card, status } = stet;
  await article.select('1.2 million people');
  await stet.press('v');
  await article.select('1.2 million people in 2019');
  await stet.press('r');
  await expect(card.words).toHaveText('1.2 million people in 2019');
  await expect(card.card).toContainText(
    'The words changed since they were judged. A number was added: in 2019. They were: 1.2 million people',
  );
  await expect(article.marginButton(1)).toContainText('↻');
  await expect(claims.current).toContainText('Re-check');
  await status.expectText('0 verified · 0 disputed · 0 can’t verify · 1 to re-check · 0 unchecked · 1 open');

  await card.confirmButton('verified').click();
  await expect(article.marginButton(1)).toContainText('✓');
  await expect(card.card).not.toContainText('The words changed');
  await status.expectText('1 verified · 0 disputed · 0 can’t verify · 0 unchecked');
  await expect(card.history.first()).toContainText('Verdict confirmed');
});
