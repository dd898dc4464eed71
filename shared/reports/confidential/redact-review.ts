import type { Review } from '../../domain/review/review';
import type { ClaimInDraft, DraftClaims, UnplacedClaim } from '../model/draft-claims';
import type { PublicTextCheck } from './already-public';

/** Replaces redacted text, so that a report has the same parts as the one that is not redacted. */
export const redactedText = '–';

function redact(text: string | null): string | null {
  return text === null ? null : redactedText;
}

function mapRows<T>(rows: ReadonlyMap<string, T>, map: (row: T) => T): Map<string, T> {
  return new Map(Array.from(rows, ([id, row]) => [id, map(row)]));
}

/**
 * Redacts everything confidential in a review, and everything that reviewers wrote that could repeat it. The report on the
 * result shows what may stay: the article's own words, what public sources say, and the report's own words. `isPublic` says
 * which fields repeat only what the article says.
 */
export function redactReview(review: Review, isPublic: PublicTextCheck): Review {
  const isConfidential = (sourceId: string) => review.sources.get(sourceId)?.confidential === true;
  // A file of a confidential source may be stored with a public one as well, and names the source there too.
  const confidentialContents = new Set(
    Array.from(review.attachments.values()).flatMap(({ sourceId, sha256 }) =>
      isConfidential(sourceId) ? sha256 : [],
    ),
  );
  const emptyFields = {
    author: null,
    publisher: null,
    url: null,
    archiveUrl: null,
    contact: null,
    alsoHide: null,
  };
  return {
    // References stay the same, so their index does as well.
    ...review,
    claims: mapRows(review.claims, (claim) => ({
      ...claim,
      note: redact(claim.note),
      correction: isPublic(claim, 'correction') ? claim.correction : redact(claim.correction),
      claimant: isPublic(claim, 'claimant') ? claim.claimant : redact(claim.claimant),
      answers: [],
    })),
    tags: mapRows(review.tags, (tag) => ({ ...tag, name: redactedText })),
    // Their words only identify the query, and no report prints them; the queries themselves are found in the redacted review.
    dismissedQueries: mapRows(review.dismissedQueries, (one) => ({ ...one, reason: redact(one.reason) })),
    sources: mapRows(review.sources, (source) => {
      if (source.confidential)
        return { ...source, ...emptyFields, title: 'Confidential source', standingReason: null };
      // Public sources stay the same objects where they can, so that their cached citations are used again.
      const { standingReason } = source;
      return standingReason === null ? source : { ...source, standingReason: redact(standingReason) };
    }),
    evidence: mapRows(review.evidence, (evidence) =>
      isConfidential(evidence.sourceId)
        ? { ...evidence, locator: null, quote: null, note: null }
        : { ...evidence, note: redact(evidence.note) },
    ),
    attachments: new Map(
      Array.from(review.attachments).filter(([, { sha256 }]) => !confidentialContents.has(sha256)),
    ),
  };
}

/** Redacts the claims of a draft in the same way. `redacted` is the redacted review. */
export function redactClaims(
  { placed, unplaced }: DraftClaims,
  redacted: Review,
  isPublic: PublicTextCheck,
): DraftClaims {
  const redactClaim = <T extends ClaimInDraft | UnplacedClaim>(entry: T): T => ({
    ...entry,
    claim: redacted.claims.get(entry.claim.id) ?? entry.claim,
  });
  return {
    placed: placed.map(redactClaim).map((entry) => {
      if (isPublic(entry.claim, 'changes')) return entry;
      return { ...entry, changes: entry.changes.map((change) => ({ ...change, before: redactedText })) };
    }),
    unplaced: unplaced
      .map(redactClaim)
      .map((entry) => (isPublic(entry.claim, 'words') ? entry : { ...entry, words: redactedText })),
  };
}
