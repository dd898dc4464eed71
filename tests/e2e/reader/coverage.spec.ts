import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { countedText } from '../support/articles/counted-article';
import { ferryText, ferryTitle } from '../support/articles/ferry-article';
import { pasteDraft } from '../support/page/paste-draft';

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

  test('says of a new draft how many sentences were not looked at, and which it no longer sets aside', async ({
    stet,
  }) => {
    const { article, notices, newDraft, status } = stet;
    await article.select('Tickets are free.');
    await article.selectionBar.getByRole('button', { name: 'Nothing to check in this sentence' }).click();
    await expect(status.read).toContainText('1 set aside, 6 not looked at');
    await pasteDraft(stet, ferryText.replace('Tickets are free.', 'Tickets cost €4.'));
    await expect(newDraft.count('sentences not looked at')).toHaveText('7');
    await expect(newDraft.count('set aside, changed or gone')).toHaveText('1');
    await newDraft.accept();
    await expect(notices.messages).toContainText(
      'Draft 2 was added. 7 sentences are not looked at yet. 1 sentence that was set aside changed or is gone.',
    );
    await expect(status.read).toContainText('0 set aside, 7 not looked at');
  });

  test('has context menus to set sentences and spotted words aside, and to look at them again', async ({
    stet,
  }) => {
    const { article, page, status, card } = stet;
    const item = (name: string) => page.getByRole('menuitem', { name });
    await expect(status.read).toContainText('7 not looked at');
    await article.rightClick('Tickets');
    await item('Nothing to check in this sentence').click();
    await expect(status.read).toContainText('1 set aside, 6 not looked at');
    await article.rightClick('Tickets');
    await item('Look at again').click();
    await expect(status.read).toContainText('0 set aside, 7 not looked at');
    await article.rightClick('million');
    await item('Mark as claim').click();
    await expect(card.words).toContainText('million');
    // Other words of a sentence with a claim.
    await article.rightClick('2019');
    await item('Nothing to check in these words').click();
    await article.rightClick('2019');
    await item('Look at again').click();
    await article.rightClick('2019');
    await expect(item('Nothing to check in these words')).toBeVisible();
    await expect(item('Look at again')).toBeHidden();
  });

  test('says what a press sets aside, greys it while the list is shown, and looks at it again from there', async ({
    stet,
  }) => {
    const { article, notices, page, reading, status } = stet;
    const countGreyed = () => page.evaluate(() => CSS.highlights.get('set-aside')?.size ?? 0);
    await expect(status.read).toContainText('7 not looked at');
    await article.select('3 May. Tickets');
    await article.selectionBar.getByRole('button', { name: 'Nothing to check in 2 sentences' }).click();
    await expect(notices.messages).toContainText('2 sentences set aside.');
    await expect(status.read).toContainText('2 set aside, 5 not looked at');
    expect(await countGreyed()).toBe(0);

    await notices.pressButton('2 sentences set aside.', 'Undo');
    await expect(status.read).toContainText('0 set aside, 7 not looked at');
    await article.select('3 May. Tickets');
    await stet.press('Space');
    await stet.press('w');
    await expect(reading.setAside.getByRole('heading')).toHaveText('Set aside (2)');
    await expect.poll(countGreyed).toBe(2);
    await reading.setAside.getByRole('button', { name: 'Tickets are free.' }).click();
    await article.expectSelection('Tickets are free.');
    await reading.setAside
      .getByRole('listitem')
      .filter({ hasText: 'Tickets are free.' })
      .getByRole('button', { name: 'Look at again' })
      .click();
    await expect(reading.setAside.getByRole('heading')).toHaveText('Set aside (1)');
    await expect(status.read).toContainText('1 set aside, 6 not looked at');
    await expect.poll(countGreyed).toBe(1);
    await stet.press('w');
    await expect.poll(countGreyed).toBe(0);
  });

  test('names what is open in a sentence that was partly looked at', async ({ stet }) => {
    const { article, reading, status } = stet;
    await article.select('1.2 million people');
    await stet.press('c');
    await expect(status.read).toHaveText('14% read 0 looked at, 1 partly, 0 set aside, 6 not looked at');
    await stet.press('w');
    await expect(reading.partly).toContainText('open: 2019');
    await reading.partly.getByRole('button', { name: /The ferry carried/ }).click();
    await article.expectSelection('2019');
    await expect(
      article.selectionBar.getByRole('button', { name: 'Nothing to check in the rest of this sentence' }),
    ).toBeVisible();
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
