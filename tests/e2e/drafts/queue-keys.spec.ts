import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';
import { pasteDraft } from '../support/page/paste-draft.ts';

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
