import { expect, test } from 'vitest';
import { createEmptyReview } from '#shared/domain/review/review.ts';
import { openArticle } from '#shared/drafts/create-draft.ts';
import { listFirstComments } from '#shared/drafts/list-first-comments.ts';
import { proposeEvidence } from '#shared/import/annotations/propose-evidence.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import { applyOrThrow, createEditContext } from '../reviews.ts';
import { createProposal } from './checked-articles.ts';

const at = '2026-03-01T10:00:00.000Z';
const thread = [
  { by: 'Ann Lee', at, text: 'From the budget:\nhttps://council.example/budget' },
  { by: 'Ben Roe', at: '2026-03-02T10:00:00.000Z', text: 'Which page?' },
];

/** The comments of an article with one thread on its first words, and one of Ben's on others. */
function listComments(
  comments: typeof thread | { by: string; at: null; text: string }[],
  authors: string[],
  isResolved = false,
) {
  const own = createAnnotation([{ by: 'Ben Roe', at, text: 'Really?' }], false);
  const proposal = {
    ...createProposal('The mill closed in 1974, they say.'),
    claims: [
      createAnnotatedClaim({ start: 0, end: 8 }, createAnnotation(comments, isResolved)),
      createAnnotatedClaim({ start: 9, end: 15 }, own),
    ],
  };
  const read = proposeEvidence(proposal, { authors, areNotesSources: false });
  const review = createEmptyReview();
  applyOrThrow(review, openArticle(read, 'a', 'a'.repeat(64), createEditContext('c')).change.edits);
  return [...listFirstComments(review).values()];
}

test.each([
  ['an author’s comment', ['Ann Lee']],
  ['an editor’s comment', []],
])('%s is known as its reader gives it, without replies and remarks', (_, authors) => {
  const [first, second] = listComments(thread, authors, true);
  expect(first).toEqual({ by: 'Ann Lee', at, text: 'From the budget:\nhttps://council.example/budget' });
  expect(second).toEqual({ by: 'Ben Roe', at, text: 'Really?' });
});

test('a comment without a time has none, though its claim has that of the import', () => {
  expect(listComments([{ by: 'Ann Lee', at: null, text: 'Sure?' }], [])[0]).toEqual({
    by: 'Ann Lee',
    at: null,
    text: 'Sure?',
  });
});
