import { beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { MergeDialog } from '#renderer/window/features/sources/merge-dialog.tsx';
import { mergeOrAsk } from '#renderer/window/features/sources/merge-steps.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import type { Source } from '#shared/domain/base/source.ts';
import { makeCreateEdit, makeDeleteEdit } from '#shared/domain/review/step.ts';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { createTestSource } from '#tests/unit/shared/sources.ts';

let session: Session;

beforeEach(() => {
  const { review, draft } = importReview('The ferry carried 1.2 million people.');
  session = openSession(review, draft);
});

/** Merges two sources and shows the dialog. */
function merge(keptFields: Partial<Source>, duplicateFields: Partial<Source>, onClose = () => {}) {
  const kept = createTestSource('kept', keptFields);
  const duplicate = createTestSource('duplicate', { title: 'Source kept', ...duplicateFields });
  const edits = [makeCreateEdit('sources', kept), makeCreateEdit('sources', duplicate)];
  session.apply({ action: 'source.take', edits });
  mergeOrAsk(session, kept, duplicate);
  const shown = show(session, <MergeDialog onClose={onClose} />, { width: 600, height: 600 });
  return { ...shown, duplicate };
}

it('asks which reason is right if both sources are unreliable, with the day of each, and keeps the chosen one', async () => {
  const withdrawn = { standing: 'withdrawn', standingReason: 'It was a draft.' } as const;
  merge(
    { ...withdrawn, standingSince: '2026-11-20T10:00:00.000Z', primary: true },
    {
      standing: 'withdrawn',
      standingReason: 'Its tables were forged',
      standingSince: '2026-11-22T10:00:00.000Z',
      secondary: true,
    },
  );
  const question = page.getByRole('radiogroup', { name: 'Problem with the source' });
  await expect
    .element(
      question.getByRole('radio', { name: 'Withdrawn on 20 November 2026: It was a draft. This source' }),
    )
    .toBeChecked();
  await question
    .getByRole('radio', {
      name: 'Withdrawn on 22 November 2026: Its tables were forged. The other source',
    })
    .click();
  await page
    .getByRole('radiogroup', { name: 'Primary or secondary?' })
    .getByRole('radio', { name: 'Secondary The other source' })
    .click();
  await expect.element(page.getByRole('radiogroup').nth(2)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Merge' }).click();
  expect(session.review.sources.get('kept')).toMatchObject({
    standingReason: 'Its tables were forged',
    standingSince: '2026-11-22T10:00:00.000Z',
    primary: false,
    secondary: true,
  });
  expect(session.review.sources.has('duplicate')).toBe(false);
});

it('asks nothing if only one of them has a reason', () => {
  merge({ standing: 'wrong' }, { standing: 'wrong', standingReason: 'It was forged.', secondary: true });
  expect(session.review.sources.get('kept')).toMatchObject({
    standing: 'wrong',
    standingReason: 'It was forged.',
    secondary: true,
  });
});

it('closes when one of the two is gone, so that the window gets its keys back', async () => {
  const onClose = vi.fn();
  const { rerender, duplicate } = merge({ author: 'Ada' }, { author: 'Bo' }, onClose);
  await expect.element(page.getByRole('button', { name: 'Merge' })).toBeVisible();
  expect(onClose).not.toHaveBeenCalled();
  session.apply({ action: 'source.delete', edits: [makeDeleteEdit('sources', duplicate)] });
  rerender(<MergeDialog onClose={onClose} />);
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
});
