import { listDismissals } from '#shared/coverage/dismissal-edits.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import type { ProposedEvidence, Stance } from '#shared/domain/base/evidence.ts';
import type { SourceStanding } from '#shared/domain/base/source.ts';
import type { Verdict } from '#shared/domain/base/verdict.ts';
import { listTagsOfClaim } from '#shared/domain/claims/tag-edits.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { Span } from '#shared/text/span.ts';

/** The fields of a claim that the walk compares. */
export interface ModelClaim {
  /** Null while the claim has no span in the draft. */
  span: Span | null;
  verdict: Verdict;
  note: string;
  correction: string;
  claimant: string;
  /** The names of its tags, in the order in which they were given. */
  tags: string[];
}

/** The fields of a source that the walk compares. */
export interface ModelSource {
  title: string;
  standing: SourceStanding;
  /** Why the source is unreliable; '' for a good source, and when no reason was given. */
  reason: string;
  /** The words that it hides; '' for none. */
  hidden: string;
}

/** The fields of evidence that the walk compares. */
interface ModelEvidence {
  /** The ids of its claim and its source. */
  claim: string;
  source: string;
  /** The stance that was chosen; null for one that follows the verdict. */
  stance: Stance | null;
}

/** The fields of proposed evidence that the walk compares. */
interface ModelProposed {
  claim: string;
  state: ProposedEvidence['state'];
  /** Why it was declined; '' when it was not, or without a reason. */
  reason: string;
}

/** The content of a review as plain data by id: as the walk expects it, or as it is stored. */
export interface ReviewContent {
  draft: number;
  claims: Readonly<Record<string, ModelClaim>>;
  sources: Readonly<Record<string, ModelSource>>;
  evidence: Readonly<Record<string, ModelEvidence>>;
  proposed: Readonly<Record<string, ModelProposed>>;
  /** The dismissed spans of the draft. */
  dismissals: Readonly<Record<string, Span>>;
  /** The rule of each dismissed query, and the reason; '' without one. */
  dismissedQueries: Readonly<Record<string, { rule: string; reason: string }>>;
  /** The names of all tags, sorted. */
  tags: readonly string[];
}

/** Converts a stored review to the data that the walk compares. */
export function toReviewContent(review: Review, draft: Draft): ReviewContent {
  const claims = Array.from(review.claims.values(), (claim) => {
    const { id, verdict, note, correction, claimant } = claim;
    const span = findPlacement(review, id, draft.id)?.span ?? null;
    const texts = { note: note ?? '', correction: correction ?? '', claimant: claimant ?? '' };
    const tags = listTagsOfClaim(review, claim).map(({ name }) => name);
    return [id, { span, verdict, ...texts, tags }] as const;
  });
  const sources = Array.from(
    review.sources.values(),
    ({ id, title, standing, standingReason, alsoHide }) =>
      [id, { title, standing, reason: standingReason ?? '', hidden: alsoHide ?? '' }] as const,
  );
  const evidence = Array.from(
    review.evidence.values(),
    ({ id, claimId, sourceId, stance, stanceChosen }) =>
      [id, { claim: claimId, source: sourceId, stance: stanceChosen ? stance : null }] as const,
  );
  const proposed = Array.from(
    review.proposedEvidence.values(),
    ({ id, claimId, state, reason }) => [id, { claim: claimId, state, reason: reason ?? '' }] as const,
  );
  const dismissals = listDismissals(review, draft.id).map(({ id, span }) => [id, span] as const);
  const dismissedQueries = Array.from(
    review.dismissedQueries.values(),
    ({ id, rule, reason }) => [id, { rule, reason: reason ?? '' }] as const,
  );
  return {
    draft: draft.number,
    claims: Object.fromEntries(claims),
    sources: Object.fromEntries(sources),
    evidence: Object.fromEntries(evidence),
    proposed: Object.fromEntries(proposed),
    dismissals: Object.fromEntries(dismissals),
    dismissedQueries: Object.fromEntries(dismissedQueries),
    tags: Array.from(review.tags.values(), ({ name }) => name).sort(),
  };
}

/** The entries of a record that pass the filter. */
export function filterRecord<T>(
  record: Readonly<Record<string, T>>,
  passes: (entry: T, id: string) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([id, entry]) => passes(entry, id)));
}
