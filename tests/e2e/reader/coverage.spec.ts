import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { ferryText, ferryTitle } from '../support/articles/ferry-check';
import { countedText } from '../support/articles/long-read';

test.use({ reviewer: 'Ada' });

test.describe('an article', () => {
  test.use({ article: ferryText });

  test('is read sentence by sentence by keys, until every sentence is looked at or set aside', {
    tag: '@core',
  }, async ({ stet }) => {
    const { article, card, status, notices } = stet;
    await expect(status.read).toHaveText('0% read 0 looked at, 0 partly, 0 set aside, 7 not looked at');
    await article.text.focus();

    await stet.press('n');
    await article.expectSelection('May');
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

  test('is all checked in the library once no claim, sentence or query is open', async ({ stet }) => {
    const { article, library, notices, reading, status } = stet;
    await article.select('1.2 million people');
    await stet.press('v');
    await expect(status.read).toContainText('1 partly');
    await stet.press('n');
    await expect(status.footer).toContainText('Partly, open: 2019');
    await status.waitUntilSaved();
    await stet.goToLibrary();
    await expect(library.row(ferryTitle)).toContainText(
      '1 claim checked, 6 sentences not looked at, 1 sentence partly',
    );
    await library.open(ferryTitle);
    await expect(status.read).toContainText('1 partly');
    await expect(status.footer).not.toContainText('open: 2019');
    await article.text.focus();
    await article.select('Ferry to stop in May');
    for (const next of ['1986', 'blamed the bridge', '3 May', '2019']) {
      await stet.press('b');
      await article.expectSelection(next);
    }
    // The words that are open in a sentence with a claim come last.
    const openInPart = 'No sentence is left that was not looked at; 1 is open in part.';
    await expect(notices.messages).toContainText(openInPart);
    await stet.press('w');
    await expect(reading.coverage).toContainText(openInPart);
    await stet.press('Space');
    await expect(reading.coverage).toContainText('Every sentence is looked at or set aside.');
    await expect(status.read).toContainText('100% read 1 looked at, 0 partly');
    await status.waitUntilSaved();
    await stet.goToLibrary();
    await expect(library.row(ferryTitle)).toContainText('1 claim, all checked');
    await stet.restart();
    await expect(stet.library.row(ferryTitle)).toContainText('1 claim, all checked');

    // A step that changes nothing about the sentences, right before the article is left.
    await stet.library.open(ferryTitle);
    await stet.claims.row('1.2 million people').click();
    await stet.press('u');
    await expect(stet.card.verdict('Unchecked')).toBeChecked();
    await stet.press('v');
    await expect(stet.status.footer).toContainText('1 claim, all checked');
    await stet.goToLibrary();
    await expect(stet.library.row(ferryTitle)).toContainText('1 claim, all checked');
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
