import { type Review, reviewFromData, reviewToData } from '../../domain/review/review';
import type { DraftClaims } from '../model/draft-claims';
import type { articleSays } from './already-public';

/** Stands for words that are left out, so that those of the report around them stay. */
function leftOut(words: string | null): string | null {
  return words === null ? null : '–';
}

/**
 * The review without everything confidential, and without what reviewers wrote that could repeat it. What stands in its
 * report stands there rightly: the article's own words, what public sources say, the words of the report itself.
 * `saysNoMore` tells whether what speaks for the article has nothing confidential that the article has not.
 */
export function withoutConfidence(review: Review, saysNoMore: ReturnType<typeof articleSays>): Review {
  const data = reviewToData(review);
  const hidden = new Set(data.sources.filter(({ confidential }) => confidential).map(({ id }) => id));
  const blank = { author: null, publisher: null, url: null, archiveUrl: null, contact: null };
  return reviewFromData({
    ...data,
    claims: data.claims.map((claim) => ({
      ...claim,
      note: leftOut(claim.note),
      correction: saysNoMore(claim, 'correction') ? claim.correction : leftOut(claim.correction),
      claimant: saysNoMore(claim, 'claimant') ? claim.claimant : leftOut(claim.claimant),
    })),
    sources: data.sources.map((source) => {
      if (source.confidential)
        return { ...source, ...blank, title: 'Confidential source', standingReason: null };
      // Public sources stay the same values where they can, so that they are not cited again.
      const { standingReason } = source;
      return standingReason === null ? source : { ...source, standingReason: leftOut(standingReason) };
    }),
    evidence: data.evidence.map((evidence) =>
      hidden.has(evidence.sourceId)
        ? { ...evidence, locator: null, quote: null, note: null }
        : { ...evidence, note: leftOut(evidence.note) },
    ),
    attachments: data.attachments.filter(({ sourceId }) => !hidden.has(sourceId)),
  });
}

/** The claims of a draft as they are in the review without everything confidential, and without what was said before. */
export function claimsWithoutConfidence(
  { placed, unplaced }: DraftClaims,
  clean: Review,
  saysNoMore: ReturnType<typeof articleSays>,
): DraftClaims {
  const cleaned = <T extends DraftClaims['unplaced'][number] | DraftClaims['placed'][number]>(
    entry: T,
  ): T => ({
    ...entry,
    claim: clean.claims.get(entry.claim.id) ?? entry.claim,
  });
  return {
    placed: placed
      .map(cleaned)
      .map((entry) =>
        saysNoMore(entry.claim, 'changes')
          ? entry
          : { ...entry, changes: entry.changes.map((change) => ({ ...change, before: '–' })) },
      ),
    unplaced: unplaced
      .map(cleaned)
      .map((entry) => (saysNoMore(entry.claim, 'words') ? entry : { ...entry, words: '–' })),
  };
}
