import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ProposedList } from '#renderer/window/features/sources/evidence/proposed-list.tsx';
import { makeCreateEdit } from '#shared/domain/review/step.ts';
import { importReview, markWords, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';
import { createProposedEvidence } from '#tests/unit/shared/domain/base/proposed-evidence.ts';

const claim = 'The ferry sank in 1912.';

/** Shows an annotation of the author from which no source was read. */
function showAnnotation(text: string): void {
  const { review, draft, facts } = importReview(claim);
  const session = openSession(review, draft);
  const claimId = markWords(session, claim, facts);
  const annotation = { by: 'Ada Fields', at: null, text };
  const proposed = createProposedEvidence('p1', claimId, null, { annotation });
  session.apply({ action: 'claim.edit', edits: [makeCreateEdit('proposedEvidence', proposed)] });
  show(session, <ProposedList claimId={claimId} />, { width: 320, height: 600 });
}

it.each([
  ['only asks something', 'Is 27 right? HR said 26', 'A question, not a source', /^Add a source…/],
  ['names no source', 'Ask the archive about the map', 'No source could be read', /^Accept…/],
])(
  'says of an annotation that %s what it is, and lets a source be added',
  async (_what, text, said, button) => {
    showAnnotation(text);
    const list = page.getByRole('region', { name: 'From the author, not yet looked at' });
    await expect.element(list).toHaveTextContent(said);
    await expect.element(list.getByRole('button', { name: button })).toBeVisible();
  },
);
