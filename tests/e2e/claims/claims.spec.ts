import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';

test.use({ reviewer: 'Ada', article: ferryText });

test('words selected with the mouse become a claim by C, by a verdict key, and by the selection bar', {
  tag: '@core',
}, async ({ stet }) => {
  const { article, claims, card } = stet;
  const byKey = { c: 'Unchecked', v: 'Verified', d: 'Disputed', x: 'Can’t verify' } as const;
  const words = ['1.2 million people', 'in 2019', 'built in 1986', 'cost €40 million'];
  for (const [index, [key, verdict]] of Object.entries(byKey).entries()) {
    const claim = words[index] ?? '';
    await article.select(claim);
    await stet.press(key);
    await expect(card.words).toHaveText(claim);
    await expect(card.verdict(verdict)).toBeChecked();
    await expect(claims.current).toContainText(claim);
  }

  await article.select('eleven minutes');
  await article.barButton('Claim').click();
  await expect(card.verdict('Unchecked')).toBeChecked();
  await article.select('A last trip');
  await article.barButton('Verified').click();
  await expect(card.verdict('Verified')).toBeChecked();
  await article.select('3 May');
  await article.barButton('Disputed').click();
  await expect(card.verdict('Disputed')).toBeChecked();
  await article.select('Tickets are free');
  await article.barButton('Can’t verify').click();
  await expect(card.verdict('Can’t verify')).toBeChecked();
  await expect(article.selectionBar).toBeHidden();

  await expect(claims.rows).toHaveCount(8);
  await stet.status.expectText('2 verified · 2 disputed · 2 can’t verify · 2 unchecked');
});

test('claims can overlap, nest and cross paragraphs, and a click on overlapping claims offers a choice', async ({
  stet,
}) => {
  const { article, claims, card } = stet;
  const outer = 'The ferry carried 1.2 million people in 2019';
  const across = 'It was built in 1986.\n\nIts owner blamed the bridge';
  for (const words of [outer, '1.2 million people', 'people in 2019, the harbour office', across]) {
    await article.select(words);
    await stet.press('c');
    await expect(card.words).toHaveText(words);
  }
  await expect(claims.rows).toHaveCount(4);
  await expect(article.claimMarks(4)).toHaveCount(2);

  await article.click('people in');
  await expect(article.chooser.getByRole('menuitem')).toHaveCount(3);
  await article.chooser.getByRole('menuitem', { name: /^2\b/ }).click();
  await expect(card.words).toHaveText('1.2 million people');
  await article.click('Its owner');
  await expect(card.words).toHaveText(across);
  await article.click('Tickets are free');
  await expect(card.card).toBeHidden();

  await stet.status.waitUntilSaved();
  await stet.restart();
  await stet.library.open('Ferry to stop in May');
  await expect(stet.claims.rows).toHaveCount(4);
  await stet.article.click('people in');
  await stet.press('ArrowDown', 'Enter');
  await expect(stet.card.card).toBeVisible();
});

test('a claim is resized by its handles and by R, deleted, and restored', async ({ stet }) => {
  const { article, claims, card } = stet;
  await article.select('carried 1.2 million people');
  await stet.press('c');
  await article.handles.drag('end', 'people in 2019');
  await expect(card.words).toHaveText('carried 1.2 million people in 2019');
  await article.handles.drag('start', 'The ferry');
  await expect(card.words).toHaveText('The ferry carried 1.2 million people in 2019');
  await article.handles.flick('end', 'carried 1.2 million people');
  await expect(card.words).toHaveText('The ferry carried 1.2 million people');
  await article.handles.flick('start', 'carried 1.2 million');
  await expect(card.words).toHaveText('carried 1.2 million people');
  await article.handles.startDrag('end', 'people in 2019');
  await stet.press('Escape');
  await article.handles.release();
  await expect(card.words).toHaveText('carried 1.2 million people');
  await expect.poll(() => article.handles.areAt('carried 1.2 million people')).toBe(true);
  await article.select('1.2 million');
  await stet.press('r');
  await expect(card.words).toHaveText('1.2 million');
  await article.select('million people');
  await article.barButton(/^Resize claim/).click();
  await expect(card.words).toHaveText('million people');
  await expect(claims.rows).toHaveCount(1);

  await card.deleteClaim.click();
  await expect(claims.rows).toHaveCount(0);
  await expect(article.marks).toHaveCount(0);
  await stet.notices.pressButton('Claim 1 deleted.', 'Undo');
  await expect(claims.current).toContainText('million people');
  await article.text.focus();
  await stet.press('Delete');
  await expect(claims.rows).toHaveCount(0);
  await stet.press('Control+z');
  await expect(card.words).toHaveText('million people');

  // A selection outside of the claim stays when the claim is deleted.
  await article.click('million people');
  await article.selectByKeyboard('in', 'ArrowRight', 'ArrowRight', 'ArrowRight');
  await stet.press('Delete');
  await expect(claims.rows).toHaveCount(0);
  await article.expectSelection('in');
  await stet.status.waitUntilSaved();
});

test('a drag outside of the text stays on the line beside the pointer, and Ctrl+A selects no interface', async ({
  stet,
}) => {
  const { article, card, page } = stet;
  const { start } = await article.locateWords('It was built in 1986');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  for (const x of [20, 1_270]) {
    await page.mouse.move(x, start.y);
    await expect.poll(() => page.evaluate(() => getSelection()?.toString().length ?? 0)).toBeLessThan(200);
  }
  await page.mouse.up();
  await stet.press('c');
  await expect(card.words).toContainText(/^It was built in 1986/);

  await card.note.focus();
  await page.keyboard.type('Ask the port.');
  await stet.press('Control+a');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Ask the port.');
  await stet.claims.rows.first().focus();
  await stet.press('Control+a');
  await stet.chooseMenuItem('Edit', 'Select all');
  await expect(article.selectionBar).toBeHidden();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('');
  await article.text.focus();
  await stet.chooseMenuItem('Edit', 'Select all');
  await expect(article.selectionBar).toBeVisible();
  await stet.press('Control+c');
  const readClipboard = () => stet.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(readClipboard).toBe((await article.readBlocks()).join('\n\n'));
});
