import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { countedText } from '../support/articles/counted-article';
import { ferryText } from '../support/articles/ferry-article';
import { pasteDraft } from '../support/page/paste-draft';

test.use({ reviewer: 'Ada' });

test.describe('an article', () => {
  test.use({ article: ferryText });

  test('is read sentence by sentence by keys, until every sentence is covered or dismissed', async ({
    stet,
  }) => {
    const { article, card, status, notices } = stet;
    await expect(status.read).toHaveText('0% read 0 covered, 0 dismissed, 7 unread');
    await article.text.focus();

    await stet.press('n');
    await article.expectSelection('May');
    await stet.press('Space');
    await article.expectSelection('1.2 million people');
    await expect(status.read).toHaveText('14% read 0 covered, 1 dismissed, 6 unread');

    // The rest of a sentence that was begun comes before the next sentence, and is dismissed alone.
    await stet.press('v', 'n');
    await article.expectSelection('2019');
    await stet.press('Space');
    await article.expectSelection('1986');
    await expect(status.read).toHaveText('28% read 1 covered, 1 dismissed, 5 unread');
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
    await expect(notices.messages).toContainText('Every sentence is covered or dismissed.');
    await expect(status.read).toContainText('100% read');

    // Everything can be undone, and is shown then.
    await stet.press('Control+z');
    await expect(status.read).toContainText('1 unread');
    await status.read.click();
    await article.expectSelection('blamed the bridge');
  });

  test('says of a new draft how many sentences are unread, and which dismissals it takes back', async ({
    stet,
  }) => {
    const { article, notices, newDraft, status } = stet;
    await article.select('Tickets are free.');
    await article.selectionBar.getByRole('button', { name: 'Nothing to check' }).click();
    await expect(status.read).toContainText('1 dismissed, 6 unread');
    await pasteDraft(stet, ferryText.replace('Tickets are free.', 'Tickets cost €4.'));
    await expect(newDraft.count('unread sentences')).toHaveText('7');
    await expect(newDraft.count('dismissed, changed or gone')).toHaveText('1');
    await newDraft.accept();
    await expect(notices.messages).toContainText(
      'Draft 2 was added. 7 sentences are unread. 1 dismissed sentence changed or is gone.',
    );
    await expect(status.read).toContainText('0 dismissed, 7 unread');
  });

  test('has context menus to dismiss sentences and spotted words, and to check them after all', async ({
    stet,
  }) => {
    const { article, page, status, card } = stet;
    const item = (name: string) => page.getByRole('menuitem', { name });
    await expect(status.read).toContainText('7 unread');
    await article.rightClick('Tickets');
    await item('Nothing to check here').click();
    await expect(status.read).toContainText('1 dismissed, 6 unread');
    await article.rightClick('Tickets');
    await item('Check this after all').click();
    await expect(status.read).toContainText('0 dismissed, 7 unread');
    await article.rightClick('million');
    await item('Mark as claim').click();
    await expect(card.words).toContainText('million');
    // Other words of a sentence with a claim.
    await article.rightClick('2019');
    await item('Nothing to check in these words').click();
    await article.rightClick('2019');
    await item('Check this after all').click();
    await article.rightClick('2019');
    await expect(item('Nothing to check in these words')).toBeVisible();
    await expect(item('Check this after all')).toBeHidden();
  });
});

test.describe('an article of a hundred facts', () => {
  test.use({ article: countedText(100) });

  test('is marked, judged and sourced with at most four presses for each claim', async ({ stet }) => {
    const { article, notices, sourceForm, status } = stet;
    await expect(status.read).toContainText('100 unread');
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
    await expect(notices.messages).toContainText('Every sentence is covered or dismissed.');
  });
});
