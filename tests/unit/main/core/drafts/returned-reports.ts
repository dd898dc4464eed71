import { createNextDraft, planNextDraft } from '#main/core/drafts/create-next-draft.ts';
import { carryReview } from '#main/worker/drafts/carry-review.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { getDurableId } from '#shared/domain/base/word-comments.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { putEntity, type Review } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { createAnnotatedClaim } from '#shared/import/base/annotated-claim.ts';
import { createAnnotation, type ReturnedComment } from '#shared/import/base/annotation.ts';
import type { DraftProposal, ProposedClaim } from '#shared/import/base/proposal.ts';
import type { Span } from '#shared/text/span.ts';
import { openCheckedArticle } from '#tests/unit/shared/drafts/checked-articles.ts';
import { createEditContext } from '#tests/unit/shared/reviews.ts';

/** The paragraphs of the article of these tests. */
export const ferryParagraphs = ['It carried 12 million cars in 2019.', 'It was built in Gdansk.'];

/** An article with a disputed claim on the cars and a verified one on the yard. */
export function openFerry() {
  const opened = openCheckedArticle(ferryParagraphs, { '12 million': 'disputed', Gdansk: 'verified' });
  const [cars = '', yard = ''] = opened.claimIds;
  return { ...opened, cars, yard };
}

/** A claim that has to be there. */
export function getClaim(review: Review, id: string): Claim {
  const claim = review.claims.get(id);
  if (!claim) throw new Error(`${id} is gone`);
  return claim;
}

/** An answer of the author. */
export const authorReply = { by: 'Ada Stone', at: '2026-11-22T10:00:00.000Z', text: 'Page 7, sorry' };

/** A reply as the author wrote it into the file. */
export interface TestReply {
  by: string | null;
  at: string | null;
  text: string;
}

export interface TestThread {
  replies?: readonly TestReply[];
  isResolved?: boolean;
  more?: Partial<ReturnedComment>;
}

/** The comment of a claim as it comes back on a span of the next draft. */
export function returnClaim(
  review: Review,
  { id: draftId }: Draft,
  claimId: string,
  span: Span,
  { replies = [], isResolved = false, more }: TestThread = {},
): ProposedClaim {
  const placed = listPlacedClaims(review, draftId).find(({ claim }) => claim.id === claimId);
  if (!placed) throw new Error(`${claimId} has no place`);
  const { number, claim } = placed;
  const { judged } = claim;
  const first = {
    by: (judged ? judged.by : claim.createdBy) ?? '',
    at: `${(judged?.at ?? claim.createdAt).slice(0, 19)}.000Z`,
    text: `Verified · claim ${number}${claim.correction === null ? '' : `\nChange to “${claim.correction}”.`}`,
  };
  const said = replies.map((reply) => ({ ...reply, by: reply.by ?? '' }));
  return createAnnotatedClaim(
    span,
    createAnnotation([first, ...said], isResolved, {
      durableId: getDurableId(claimId),
      status: 'verified',
      number,
      hasUndecidedChange: false,
      ...more,
    }),
  );
}

/** Gives a claim a correction or other fields, as a reviewer does. */
export function changeClaim(review: Review, claimId: string, more: Partial<Claim>): void {
  const claim = review.claims.get(claimId);
  if (!claim) throw new Error(`${claimId} is gone`);
  putEntity(review, 'claims', { ...claim, ...more });
}

/** Reads a proposal as the next draft, with the edits that add it. */
export function addReturned(review: Review, before: Draft, after: DraftProposal, prefix = 'n') {
  const carried = carryReview({ review: copyReview(review), before, after });
  const plan = planNextDraft(review, before, after, carried, []);
  const next = createNextDraft(review, plan, 'b'.repeat(64), createEditContext(prefix));
  return { ...plan, ...next };
}
