import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { DraftsDialog } from '#renderer/window/features/drafts/drafts-dialog.tsx';
import { createFileOrigin } from '#shared/domain/base/draft.ts';
import { importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

/** Shows the drafts of an article whose only draft has an origin. */
function showDrafts(origin: ReturnType<typeof createFileOrigin>) {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const row = review.drafts.get(draft.id);
  if (row) review.drafts.set(draft.id, { ...row, origin });
  const session = openSession(review, draft);
  show(session, <DraftsDialog onClose={() => {}} />, { width: 600, height: 600 });
}

it.each([
  ['from a Word file', createFileOrigin('ferry.docx', { sha256: 'a'.repeat(64), bytes: 12 }), true],
  ['from another format', createFileOrigin('ferry.txt'), false],
])('a draft %s says whether its Word file is kept', (_which, origin, isKept) => {
  showDrafts(origin);
  expect(page.getByText('Word file kept').query() !== null).toBe(isKept);
});
