import type { Draft } from '../../../shared/domain/draft/draft';
import type { Edit } from '../../../shared/domain/history/change';
import type { Review } from '../../../shared/domain/review/review';
import {
  buildOutline,
  getUnplacedClaims,
  indexById,
  type OutlineClaim,
  type UnplacedClaim,
  updateOutline,
} from './outline';

interface LiveOutline {
  outline(): readonly OutlineClaim[];
  outlineById(): ReadonlyMap<string, OutlineClaim>;
  unplaced(): readonly UnplacedClaim[];
  /** Follows edits that were just applied to the review. */
  update(edits: readonly Edit[]): void;
}

/** Keeps the outline of an open review up to date, edit by edit. */
export function createLiveOutline(review: Review, draft: Draft): LiveOutline {
  let outline: readonly OutlineClaim[] = buildOutline(review, draft);
  let byId = indexById(outline);
  let unplaced = getUnplacedClaims(review, draft);
  return {
    outline: () => outline,
    outlineById: () => byId,
    unplaced: () => unplaced,
    update(edits) {
      const before = outline;
      outline = updateOutline(review, draft, before, edits);
      // The same array means that no claim was touched.
      if (outline === before) return;
      byId = indexById(outline);
      unplaced = getUnplacedClaims(review, draft);
    },
  };
}
