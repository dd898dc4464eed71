import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Answers } from '../../../../../../renderer/features/claims/card/claim-body';
import { recordCalls } from '../../../support/main';
import { importReview, openSession, show } from '../../../support/open-session';

it('answers open their addresses like other links, and say that a correction is not decided', async () => {
  const calls = recordCalls();
  const { review, draft } = importReview('It carried 12 million cars.');
  const text = 'See https://ferry.example/2019 (page 3).';
  const shown = show(
    openSession(review, draft),
    <Answers
      answers={[
        {
          draftId: draft.id,
          isResolved: false,
          replies: [{ by: 'Ben', at: null, text }],
          correction: { text: '21 million', outcome: 'undecided' },
        },
      ]}
    />,
    { width: 300, height: 300 },
  );
  await expect.element(page.getByText('not decided by the author')).toBeVisible();
  await page.getByRole('button', { name: 'https://ferry.example/2019' }).click();
  expect(calls).toContain('link.open');
  expect(shown.column.querySelector('blockquote')?.textContent).toBe(`${text}Ben`);
  shown.close();
});
