import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ProposedList } from '../../../../../../renderer/features/sources/evidence/proposed-list';
import { makeCreateEdit } from '../../../../../../shared/domain/history/step';
import { createProposedEvidence } from '../../../../shared/domain/proposed-evidence';
import { importReview, markWords, openSession, show } from '../../../support/open-session';

const claim = 'The ferry sank in 1912.';

let shown: ReturnType<typeof show> | null = null;

afterEach(() => shown?.close());

/** Shows an annotation of the author from which no source was read. */
function showAnnotation(text: string): void {
  const { review, draft, facts } = importReview(claim);
  const session = openSession(review, draft);
  const claimId = markWords(session, claim, facts);
  const annotation = { by: 'Ada Fields', at: null, text };
  const proposed = createProposedEvidence('p1', claimId, null, { annotation });
  session.apply({ action: 'claim.edit', edits: [makeCreateEdit('proposedEvidence', proposed)] });
  shown = show(session, <ProposedList claimId={claimId} />, { width: 320, height: 600 });
}

it('an annotation that only asks something is called a question, for which a source may be added', async () => {
  showAnnotation('Is 27 right? HR said 26');
  const list = page.getByRole('region', { name: 'From the author, not yet looked at' });
  await expect.element(list).toHaveTextContent('A question, not a source');
  await expect.element(list.getByRole('button', { name: /^Add a source…/ })).toBeVisible();
});

it('any other annotation without a source says that none could be read', async () => {
  showAnnotation('Ask the archive about the map');
  const list = page.getByRole('region', { name: 'From the author, not yet looked at' });
  await expect.element(list).toHaveTextContent('No source could be read');
  await expect.element(list.getByRole('button', { name: /^Accept…/ })).toBeVisible();
});
