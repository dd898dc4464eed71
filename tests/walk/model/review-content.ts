import type { Draft } from '../../../shared/domain/draft';
import { findPlacement } from '../../../shared/domain/review/placed-claims';
import type { Review } from '../../../shared/domain/review/review';
import type { SourceStanding } from '../../../shared/domain/source';
import type { Verdict } from '../../../shared/domain/verdict';
import type { Span } from '../../../shared/text/span';

/** A claim as the walk keeps it in mind. */
export interface KeptClaim {
  /** Null when it stands nowhere in the draft. */
  span: Span | null;
  verdict: Verdict;
  note: string;
  correction: string;
  claimant: string;
}

export interface KeptSource {
  title: string;
  standing: SourceStanding;
  /** Why it fell; '' while it stands, and when no reason was given. */
  reason: string;
}

/** What a review holds, by id and as plain data: what the walk asked for, or what the disk has. */
export interface Content {
  draft: number;
  claims: Readonly<Record<string, KeptClaim>>;
  sources: Readonly<Record<string, KeptSource>>;
  /** Which claim each piece of evidence ties to which source. */
  ties: Readonly<Record<string, { claim: string; source: string }>>;
}

/** The content of a stored review. */
export function contentOf(review: Review, draft: Draft): Content {
  const claims = Array.from(review.claims.values(), (claim) => {
    const { id, verdict, note, correction, claimant } = claim;
    const span = findPlacement(review, id, draft.id)?.span ?? null;
    const written = { note: note ?? '', correction: correction ?? '', claimant: claimant ?? '' };
    return [id, { span, verdict, ...written }] as const;
  });
  const sources = Array.from(
    review.sources.values(),
    ({ id, title, standing, standingReason }) =>
      [id, { title, standing, reason: standingReason ?? '' }] as const,
  );
  const ties = Array.from(
    review.evidence.values(),
    ({ id, claimId, sourceId }) => [id, { claim: claimId, source: sourceId }] as const,
  );
  return {
    draft: draft.number,
    claims: Object.fromEntries(claims),
    sources: Object.fromEntries(sources),
    ties: Object.fromEntries(ties),
  };
}

/** Something without the entries that do not pass. */
export function keptOnly<T>(
  all: Readonly<Record<string, T>>,
  passes: (entry: T, id: string) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([id, entry]) => passes(entry, id)));
}
