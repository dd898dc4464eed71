import { getClaimStatus } from '../../../shared/domain/claims/recheck';
import type { Draft } from '../../../shared/domain/draft/draft';
import { listPlacedClaims, type PlacedClaim } from '../../../shared/domain/review/placed-claims';
import type { Review } from '../../../shared/domain/review/review';
import type { ClaimStatus } from '../../../shared/domain/verdict';
import type { DiffRow } from '../../../shared/drafts/compare/diff-rows';
import type { Hunk } from '../../../shared/drafts/compare/hunk';
import type { Span } from '../../../shared/text/span';

/** One of the two compared drafts, with the claims that have a span in it. */
export interface ComparedSide {
  draft: Draft;
  claims: readonly (PlacedClaim & { status: ClaimStatus })[];
}

/** The props of a row, side by side or inline. */
export interface ComparedRowProps {
  row: DiffRow;
  /** The number of the change that each hunk of the row belongs to. */
  changes: ReadonlyMap<Hunk, number>;
  before: ComparedSide;
  after: ComparedSide;
}

export function createComparedSide(review: Review, draft: Draft): ComparedSide {
  const claims = listPlacedClaims(review, draft.id).map((placed) => ({
    ...placed,
    status: getClaimStatus(review, draft, placed.claim, placed.span),
  }));
  return { draft, claims };
}

export function getSideText({ draft }: ComparedSide, span: Span | null): string {
  return span ? draft.text.slice(span.start, span.end) : '';
}
