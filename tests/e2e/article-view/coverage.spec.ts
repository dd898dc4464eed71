import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { ferryText } from '../support/articles/ferry-check.ts';
import { countedText } from '../support/articles/long-read.ts';

test.use({ reviewer: 'Ada' });

test.describe('an article', () => {
  test.use({ article: ferryText });

  test('is read sentence by sentence by keys, until every sentence is looked at or set aside', async ({
    stet,
  }) => {
    const { article, card, status, notices } = stet;
    await expect(status.read).toHaveText('0% read 0 looked at, 0 partly, 0 set aside, 7 not looked at');
    await article.text.focus();

    await stet.press('n');
    // A bare month is nothing to check, so the sentence is selected whole.
    await article.expectSelection('Ferry to stop in May');
    await stet.press('Space');
    await article.expectSelection('1.2 million people');
    await expect(status.read).toHaveText('14% read 0 looked at, 0 partly, 1 set aside, 6 not looked at');
    await expect(notices.messages).toContainText('1 sentence set aside.');

    // The rest of a sentence that was begun comes before the next sentence, and is set aside alone.
    await stet.press('v', 'n');
    await article.expectSelection('2019');
    await expect(status.read).toHaveText('28% read 0 looked at, 1 partly, 1 set aside, 5 not looked at');
    await stet.press('Space');
    await expect(notices.messages).toContainText('The rest of the sentence set aside.');
    await article.expectSelection('1986');
    await expect(status.read).toHaveText('28% read 1 looked at, 0 partly, 1 set aside, 5 not looked at');
    await stet.press('Shift+N');
    await article.expectSelection('Tickets are free.');

    // Enter on spotted words fills in the kind of the claim.
    await stet.press(',', ',');
    await article.expectSelection('eleven minutes');
    await stet.press('Enter');
    await expect(card.words).toHaveText('eleven minutes');
    await expect(card.kind).toContainText('Figure');

    await article.text.focus();
    await stet.press('n', 'Space');
    await article.expectSelection('Tickets are free.');
    await stet.press('b');
    await article.expectSelection('1986');
    await expect(notices.messages).toContainText('Went back to the start of the article.');
    await stet.press('b');
    await article.expectSelection('blamed the bridge');
    await stet.press('b');
    await expect(notices.messages).toContainText('Every sentence is looked at or set aside.');
    await expect(status.read).toContainText('100% read');

    // Everything can be undone, and is shown then.
    await stet.press('Control+z');
    await expect(status.read).toContainText('1 not looked at');
    await status.read.click();
    await article.expectSelection('blamed the bridge');
  });
});

test.describe('an article of a hundred facts', () => {
  test.use({ article: countedText(100) });

  test('is marked, judged and sourced with at most four presses for each claim', async ({ stet }) => {
    test.setTimeout(120_000);
    const { article, notices, sourceForm, status } = stet;
    await expect(status.read).toContainText('100 not looked at');
    let presses = 0;
    const press = async (...keys: string[]) => {
      presses += keys.length;
      await stet.press(...keys);
    };
    await article.text.focus();
    await press('n', 'v', 's');
    await sourceForm.title.fill('Harbour statistics');
    await sourceForm.attach.click();
    await article.text.focus();
    presses = 0;
    for (let claim = 2; claim <= 100; claim += 1) {
      await press('n', 'v', 'Shift+S');
      await expect(notices.messages).toContainText(`attached to claim ${claim}.`);
    }
    console.log(`presses per claim: ${(presses / 99).toFixed(2)}`);
    expect(presses / 99).toBeLessThanOrEqual(4);
    await expect(status.read).toContainText('100% read');
    await stet.press('n');
    await expect(notices.messages).toContainText('Every sentence is looked at or set aside.');
  });
});
