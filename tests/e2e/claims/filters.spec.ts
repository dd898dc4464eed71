import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryCheck } from '../support/articles/ferry-check';

test.use({ reviewer: 'Ada', article: ferryCheck });

test('the list is sorted by verdict, and by the last change, which an edit of evidence is as well', async ({
  stet,
}) => {
  const { claims, card } = stet;
  await claims.sortBy('Verdict');
  await expect(claims.rows.first()).toContainText('€40 million');
  await expect(claims.rows.last()).toContainText('Tickets');
  await claims.sortBy('Last change');
  await claims.row('eleven minutes').click();
  await card.note.fill('Timed with a watch.');
  await expect(claims.rows.first()).toContainText('eleven minutes');
  await claims.row('Tickets').click();
  await stet.press('Escape', 'v');
  await claims.row('Tickets').click();
  await stet.press('v');
  await expect(claims.rows.first()).toContainText('Tickets');
  await stet.status.waitUntilSaved();
  await stet.restart();
  await stet.claims.sortBy('Last change');
  await expect(stet.claims.rows.first()).toContainText('Tickets');
  await expect(stet.claims.rows.nth(1)).toContainText('eleven minutes');
});

test('claims are coloured by their source instead of their verdict, and keep the line and the sign of their verdict', async ({
  stet,
}) => {
  const { article, claims, page } = stet;
  const readColor = (number: number) =>
    stet.article
      .claimMarks(number)
      .first()
      .evaluate((mark) => getComputedStyle(mark).textDecorationColor);
  const byVerdict = [await readColor(1), await readColor(3)];
  const line = await article.readUnderline(1);
  await stet.chooseMenuItem('View', 'Colour claims by verdict or by source');
  await expect.poll(() => readColor(1)).not.toBe(byVerdict[0]);
  expect(await article.readUnderline(1)).toBe(line);
  await expect(article.claimMarks(1).first()).toHaveAttribute(
    'aria-description',
    /^Claim 1, Disputed, source: “.*Harbour statistics 2019.*” and 1 more$/,
  );
  await expect(article.claimMarks(4).first()).toHaveAttribute('aria-description', /no source$/);
  await expect(claims.row('1.2 million')).toContainText('✗');

  // The legend names the colours, and leads to the sources.
  const legend = page.getByRole('region', { name: 'Colours of the sources' });
  await expect(legend.getByRole('listitem').first()).toContainText('1Harbour statistics 2019');
  await expect(legend.getByRole('listitem').last()).toHaveText(/No source.*2 claims/);
  await legend.getByRole('button', { name: /Harbour statistics/ }).focus();
  await stet.press('Enter');
  await expect(stet.sourceCard.card).toContainText('Harbour statistics 2019');
  await stet.press('l');
  await expect(page.getByRole('navigation', { name: 'Sources' }).locator('.source-number')).toHaveCount(5);
  await stet.restart();
  await expect.poll(() => readColor(1)).not.toBe(byVerdict[0]);
  await stet.chooseMenuItem('View', 'Colour claims by verdict or by source');
  await expect.poll(() => readColor(1)).toBe(byVerdict[0]);
  await expect(stet.page.getByRole('region', { name: 'Colours of the sources' })).toBeHidden();
});

test('a new claim that the filter would hide is listed as not in the filter, until another claim is the current one', async ({
  stet,
}) => {
  const { claims, article } = stet;
  await claims.filter('Disputed').click();
  await article.select('ferry');
  await stet.press('c');
  const added = claims.rows.filter({ hasText: 'not in the filter' });
  await expect(added).toHaveCount(1);
  await expect(added).toHaveAttribute('aria-current', 'true');
  await stet.press('v');
  await expect(added).toContainText('Verified');
  await claims.rows.filter({ hasNotText: 'not in the filter' }).first().click();
  await expect(added).toHaveCount(0);

  await article.select('harbour office');
  await stet.press('c');
  await expect(added).toHaveCount(1);
  await claims.filter('Unchecked').click();
  await expect(claims.row('harbour office')).toBeVisible();
  await expect(added).toHaveCount(0);

  // Those that a claim is split into.
  await claims.filter('Verified').click();
  await article.select('which cost €40 million. The crossing took eleven minutes');
  await stet.press('v', 't');
  await expect(stet.notices.messages).toContainText('Split into 2 claims');
  await expect(added).toHaveText([/which cost €40 million/, /The crossing took eleven minutes/]);
});
