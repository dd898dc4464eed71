import { expect } from '@playwright/test';
import { test } from '../fixtures';
import { pasteDraft } from '../support/page/paste-draft';

test.use({
  reviewer: 'Ada',
  article: {
    title: 'The lift',
    paragraphs: [
      'The lift',
      'The lift opened in 1911 and carries 40 people.',
      'It cost 3 million euros in the end.',
      'The town runs it at night.',
    ],
    sources: [],
    claims: [
      { words: 'opened in 1911', verdict: 'verified' },
      { words: 'cost 3 million euros', verdict: 'disputed' },
      { words: 'runs it at night' },
    ],
  },
});

const secondDraft = [
  'The lift',
  'The lift opened in 1912 and carries 40 people.',
  'It cost 4 million euros in the end.',
  'The town runs it all night.',
].join('\n\n');

test('Enter keeps the verdict of every claim of the queue, verified or disputed', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  const { queue, claims } = stet;
  await expect(queue.after).toContainText('1912');
  await expect(queue.section).toBeFocused();
  await expect(queue.button('Still verified')).toHaveAttribute('aria-keyshortcuts', 'Enter');
  await stet.press('Enter');
  await expect(queue.after).toContainText('4 million');
  await expect(queue.button('Still disputed')).toBeVisible();
  await expect(queue.section).toBeFocused();
  await stet.press('Enter');
  await expect(queue.after).toContainText('all night');
  // Without an earlier verdict, Enter sets none, and the claim keeps waiting.
  await expect(queue.button('Still unchecked')).toBeVisible();
  await expect(queue.section).toBeFocused();
  await stet.press('Enter');
  await expect(stet.notices.messages).toContainText('No other claim is waiting.');
  await stet.status.expectText('1 verified · 1 disputed · 0 can’t verify · 1 unchecked');
  await expect(queue.heading).toHaveText('Draft 2: 1 claim needs review');
  // After the last claim, no claim is the current one: another key changes nothing.
  await stet.press('u');
  await expect(queue.section).toBeHidden();
  await expect(stet.notices.messages).toContainText('All claims of draft 2 are reviewed.');
  await expect(claims.current).toHaveCount(0);
  await stet.press('d');
  await expect(stet.notices.messages).toContainText('To set a verdict, select words or go to a claim');
  await stet.status.expectText('1 verified · 1 disputed');
});

test('a letter that replaces a verdict in the queue says so, and Undo takes back exactly that', async ({
  stet,
}) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  const { queue, notices } = stet;
  await expect(queue.after).toContainText('1912');
  // V confirms what is verified, which replaces nothing.
  await stet.press('v');
  await expect(queue.after).toContainText('4 million');
  await expect(notices.messages).not.toContainText('→');
  await stet.press('v');
  await expect(notices.messages).toContainText('Claim 2: disputed → verified.');
  await expect(queue.after).toContainText('all night');
  await notices.pressButton('Claim 2', 'Undo');
  await expect(queue.after).toContainText('4 million');
  await stet.status.expectText('1 verified · 0 disputed · 0 can’t verify · 1 to re-check · 1 unchecked');
  await expect(notices.messages).toContainText('Undone: verdict of claim 2.');
});

test('Enter on a button presses that button', async ({ stet }) => {
  await pasteDraft(stet, secondDraft);
  await stet.newDraft.accept();
  const { queue } = stet;
  await expect(queue.after).toContainText('1912');
  await queue.button('Postpone').focus();
  await stet.press('Enter');
  await expect(queue.after).toContainText('4 million');
  await expect(queue.heading).toHaveText('Draft 2: 3 claims need review');
  // A key that is held judges one claim.
  await expect(queue.section).toBeFocused();
  await stet.page.keyboard.down('x');
  await stet.page.keyboard.down('x');
  await stet.page.keyboard.down('x');
  await stet.page.keyboard.up('x');
  await expect(queue.heading).toHaveText('Draft 2: 2 claims need review');
});
