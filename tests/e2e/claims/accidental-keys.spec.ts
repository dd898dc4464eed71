import { expect } from '@playwright/test';
import { test } from '../fixtures.ts';

test.use({
  reviewer: 'Ada',
  article: {
    title: 'The lift',
    paragraphs: ['The lift opened in 1911.', 'It cost 3 million euros.'],
    sources: [{ title: 'Ledger' }, { title: 'Letter' }],
    claims: [
      { words: 'opened in 1911', verdict: 'disputed', evidence: [{ source: 0 }] },
      { words: 'cost 3 million euros' },
    ],
  },
});

test('a letter right after a field was left leaves a notice with Undo', async ({ stet }) => {
  const { card, claims, notices } = stet;
  await claims.row('cost 3 million').click();
  await stet.press('Enter');
  await expect(card.note).toBeFocused();
  await stet.page.keyboard.type('asked');
  await stet.press('Escape', 'v');
  await expect(notices.messages).toContainText('Verdict of claim 2 by the key V.');
  await notices.pressButton('by the key V', 'Undo');
  await expect(card.verdict('Unchecked')).toBeChecked();
  await expect(card.note).toHaveValue('asked');
});
