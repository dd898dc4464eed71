import { afterEach, expect, test } from 'vitest';
import { adoptReferencesOfWords } from '#renderer/window/features/sources/evidence/article-references.ts';
import { useOpenReview } from '#renderer/window/state/review/open-review.ts';
import { setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { proposeEvidence } from '#shared/import/annotations/propose-evidence.ts';
import { markWords, openSession } from '#tests/unit/renderer/support/open-session.tsx';
import { createNotesProposal } from '#tests/unit/shared/import/base/notes-proposal.ts';
import { applyOrThrow, createEditContext } from '#tests/unit/shared/reviews.ts';

const notes = ['Jane Doe, 020 7946 0958', 'She saw it from her window', 'report.pdf, p. 3'];

/** Adopts the notes on a claim that the reviewer marked. Lists the sources that the review has then. */
async function adoptNotes(areNotesSources: boolean) {
  const { proposal } = createNotesProposal([...notes, 'The last one']);
  const read = proposeEvidence(proposal, { authors: [], areNotesSources });
  const facts = createEditContext('f');
  const { draft, change } = openArticle(
    { ...read, claims: [], areNotesSources },
    'article',
    'a'.repeat(64),
    facts,
  );
  const review = createEmptyReview();
  applyOrThrow(review, change.edits);
  const session = openSession(review, draft);
  useOpenReview.setState({ session });
  setCurrentClaim(markWords(session, 'It carried 12 million cars.', facts));
  adoptReferencesOfWords(session);
  await expect.poll(() => session.review.sources.size).toBeGreaterThan(0);
  return [...session.review.sources.values()]
    .filter(({ url }) => url === null)
    .map(({ title, contact, confidential }) => ({ title, contact, confidential }));
}

afterEach(() => useOpenReview.setState({ session: null }));

test('a note that is the author’s source makes no title of its words, and its person is confidential', async () => {
  expect(await adoptNotes(true)).toEqual([
    { title: 'Jane Doe', contact: '020 7946 0958', confidential: true },
    { title: 'report.pdf', contact: null, confidential: false },
  ]);
});

test('a note of the article is its own title where it can’t be read', async () => {
  expect(await adoptNotes(false)).toContainEqual({ title: notes[1], contact: null, confidential: false });
});
