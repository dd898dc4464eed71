import type { DraftProposal } from '../../../shared/import/proposal';

export const megabyte = 1_000_000;

/** Generates an article whose claims make the review about this large. */
export function generateLargeReview(megabytes: number): DraftProposal {
  const claimCount = Math.round((megabytes * megabyte) / 2_900);
  const sentence = 'The mill closed in 1974 and employed 1,200 people. ';
  const text = sentence.repeat(claimCount).trimEnd();
  const createClaim = (index: number) => ({
    span: { start: index * sentence.length, end: index * sentence.length + 23 },
    verdict: 'disputed' as const,
    note: 'The ledger gives another year for this. '.repeat(50),
    correction: 'closed in 1975',
    claimant: null,
    kind: 'date' as const,
    annotation: null,
    proposedEvidence: [],
    evidence: [],
  });
  return {
    title: `About ${megabytes} MB`,
    byline: null,
    link: null,
    publishedAt: null,
    language: 'en',
    origin: { kind: 'paste', name: null },
    text,
    blocks: [
      { id: 'b', kind: 'paragraph', level: null, page: null, startsAtMs: null, start: 0, end: text.length },
    ],
    marks: [],
    annotationsWithoutWords: [],
    sources: [],
    claims: Array.from({ length: claimCount }, (_, index) => createClaim(index)),
  };
}
