import type { DraftProposal } from '../../../shared/import/proposal';
import { createProposedClaim, createTestProposal } from '../../libraries/proposals';

export const megabyte = 1_000_000;

/** Generates an article whose claims make the review about this large. */
export function generateLargeReview(megabytes: number): DraftProposal {
  const claimCount = Math.round((megabytes * megabyte) / 2_900);
  const sentence = 'The mill closed in 1974 and employed 1,200 people. ';
  const text = sentence.repeat(claimCount).trimEnd();
  const createClaim = (index: number) => {
    const start = index * sentence.length;
    return createProposedClaim(
      { start, end: start + 23 },
      {
        verdict: 'disputed',
        note: 'The ledger gives another year for this. '.repeat(50),
        correction: 'closed in 1975',
        kind: 'date',
      },
    );
  };
  const claims = Array.from({ length: claimCount }, (_, index) => createClaim(index));
  return createTestProposal([text], { title: `About ${megabytes} MB`, claims });
}
