import { expect, test } from 'vitest';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation } from '#shared/import/base/annotation.ts';
import type { DraftProposal } from '#shared/import/base/proposal.ts';
import { noProposalEdits } from '#shared/import/edits/apply-proposal-edits.ts';
import { findWords } from '#tests/libraries/proposals.ts';
import { createMarkChange, newId, sampleProposal } from '#tests/unit/main/support/sample.ts';
import { tempFolder } from '#tests/unit/main/support/temp-folder.ts';
import { testCore } from '#tests/unit/main/support/test-core.ts';

const reply = { by: 'Ada Stone', at: '2026-11-22T10:00:00.000Z', text: 'See page 7' };

/** An article with one claim, and the report on it as it comes back: with an answer, and a comment that is no claim's. */
async function openReturned() {
  const stet = testCore(await tempFolder());
  const { articleId } = await stet.createArticle(sampleProposal());
  const { draft } = await stet.call('review.open', { articleId });
  const { change, claimId } = createMarkChange(draft);
  await stet.call('review.apply', { articleId, change });
  const proposal = sampleProposal();
  const comment = (words: string, durableId: string) => {
    const said = { by: 'Nobody', at: '2025-01-01T00:00:00.000Z', text: 'Unchecked · claim 1' };
    return createAnnotatedClaim(
      findWords(proposal.text, words),
      createAnnotation([said, reply], false, {
        durableId,
        status: 'unchecked',
        number: 1,
        hasUndecidedChange: false,
      }),
    );
  };
  const returned: DraftProposal = {
    ...proposal,
    claims: [comment('The mill', getDurableId(claimId)), comment('a town', '00000001')],
  };
  return { ...stet, articleId, claimId, returned };
}

test('a report that came back is previewed, added with its answers and an account, and undone', async () => {
  const { call, propose, articleId, claimId, returned } = await openReturned();
  const input = { articleId, proposalId: await propose(returned), edits: noProposalEdits };
  const preview = await call('draft.preview', { taskId: newId(), ...input });
  expect(preview).toMatchObject({
    added: { claims: 1, changedClaims: 0 },
    returned: { comments: 1, unknown: 1, answered: 1 },
  });
  const before = await call('review.open', { articleId });
  await call('draft.accept', { taskId: newId(), ...input });
  const { review, draft } = await call('review.open', { articleId });
  expect(review.claims).toHaveLength(2);
  expect(review.claims.find(({ id }) => id === claimId)?.answers).toEqual([
    { draftId: draft.id, replies: [reply], isResolved: false, correction: null },
  ]);
  expect(draft.account).toEqual([
    '2 comments added as 1 claim, replies with the comment that they answer',
    '1 comment of a Stet report came back: 1 with an answer',
    '1 comment of a Stet report on no claim of this article, treated as any other comment',
  ]);
  const history = await call('review.history', { articleId, claimId });
  expect(history.at(-1)).toMatchObject({ action: 'draft.import' });
  await call('review.undo', { articleId });
  expect((await call('review.open', { articleId })).review.claims).toEqual(before.review.claims);
});

test('the article to which a report belongs is found, and not in the bin', async () => {
  const { call, propose, createArticle, articleId, returned } = await openReturned();
  await createArticle(sampleProposal('Another title'));
  const find = async (proposal: DraftProposal) => {
    const known = await call('import.findKnown', { proposalId: await propose(proposal) });
    return known.filter(({ same }) => same === 'claims');
  };
  const found = { articleId, title: 'The mill', draftId: null, number: 1, same: 'claims', comments: 1 };
  expect(await find({ ...returned, title: 'Another title' })).toEqual([found]);
  expect(await find(sampleProposal())).toEqual([]);
  await call('review.close', { articleId });
  await call('library.bin', { articleId });
  expect(await find(returned)).toEqual([]);
});

test('opened as an article of its own, a report loses no comment', async () => {
  const { call, propose, returned } = await openReturned();
  const { articleId } = await call('article.create', {
    proposalId: await propose(returned),
    edits: noProposalEdits,
  });
  const { review } = await call('review.open', { articleId });
  expect(review.claims.map(({ note }) => note)).toEqual(
    Array(2).fill('Nobody: Unchecked · claim 1\nAda Stone: See page 7'),
  );
});
