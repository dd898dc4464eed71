import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { DraftsDialog } from '../../../../../renderer/features/drafts/drafts-dialog';
import { createFileOrigin } from '../../../../../shared/domain/draft/draft-origin';
import { recordCalls } from '../../support/main';
import { importReview, openSession, show } from '../../support/open-session';

let close = () => {};
afterEach(() => close());

/** Shows the drafts of an article whose only draft has an origin. */
function showDrafts(origin: ReturnType<typeof createFileOrigin>) {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const row = review.drafts.get(draft.id);
  if (row) review.drafts.set(draft.id, { ...row, origin });
  const session = openSession(review, draft);
  ({ close } = show(session, <DraftsDialog onClose={() => close()} />, { width: 600, height: 600 }));
}

const keep = page.getByRole('button', { name: 'Keep the Word file…' });
const kept = { sha256: 'a'.repeat(64), bytes: 12 };

it('a draft from a Word file that is not kept can be given it', async () => {
  const calls = recordCalls();
  showDrafts(createFileOrigin('ferry.docx'));
  await keep.click();
  await expect.poll(() => calls).toContain('import.choose');
});

it.each([
  ['whose file is kept', createFileOrigin('ferry.docx', kept), true],
  ['from another format', createFileOrigin('ferry.txt'), false],
])('a draft %s offers nothing to keep', (_which, origin, isKept) => {
  showDrafts(origin);
  expect(keep.query()).toBeNull();
  expect(page.getByText('Word file kept').query() !== null).toBe(isKept);
});
