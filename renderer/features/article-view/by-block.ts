import { useDeferredValue, useMemo } from 'react';
import type { Block, Mark } from '../../../shared/domain/draft/draft';
import { overlaps, type Span } from '../../../shared/text/span';
import type { OutlineClaim } from '../../state/review/outline';
import { useReviewView } from '../../state/view/review-view';

/** The items of each block of a section, in the order of the blocks. */
type ByBlock<T> = readonly (readonly T[])[];

const nothing: readonly never[] = [];

/** The items of each block, out of those of the whole draft. */
function groupByBlock<T>(items: readonly T[], getSpan: (item: T) => Span, blocks: readonly Block[]): T[][] {
  const section = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
  const near = items.filter((item) => overlaps(getSpan(item), section));
  return blocks.map((block) => near.filter((item) => overlaps(getSpan(item), block)));
}

/** The author's marks on each block. */
export function useMarksByBlock(marks: readonly Mark[], blocks: readonly Block[]): ByBlock<Mark> {
  return useMemo(() => groupByBlock(marks, (mark) => mark, blocks), [marks, blocks]);
}

/**
 * The claims of each block. A new claim gives all that follow it another number: blocks in which nothing else is new show theirs one
 * frame later, so that the mark of the new claim does not wait for them.
 */
export function useClaimsByBlock(
  outline: readonly OutlineClaim[],
  blocks: readonly Block[],
): ByBlock<OutlineClaim> {
  const earlier = useDeferredValue(outline);
  const claimsByBlock = useMemo(() => groupByBlock(outline, ({ span }) => span, blocks), [outline, blocks]);
  const earlierByBlock = useMemo(() => groupByBlock(earlier, ({ span }) => span, blocks), [earlier, blocks]);
  return useMemo(
    () =>
      claimsByBlock.map((claims, index) => {
        const before = earlierByBlock[index] ?? nothing;
        return areSameButForNumbers(before, claims) ? before : claims;
      }),
    [claimsByBlock, earlierByBlock],
  );
}

function areSameButForNumbers(before: readonly OutlineClaim[], now: readonly OutlineClaim[]): boolean {
  return (
    before.length === now.length &&
    before.every((claim, index) => {
      const other = now[index];
      return (
        claim.claim === other?.claim &&
        claim.placement === other.placement &&
        claim.status === other.status &&
        claim.evidence === other.evidence
      );
    })
  );
}

/** The current claim if it is in one of the blocks. One subscription for all of them: a long article has thousands. */
export function useCurrentClaimOf(claimsByBlock: ByBlock<OutlineClaim>): string | null {
  const ids = useMemo(
    () => new Set(claimsByBlock.flatMap((claims) => claims.map(({ claim }) => claim.id))),
    [claimsByBlock],
  );
  return useReviewView(({ currentClaimId }) =>
    currentClaimId !== null && ids.has(currentClaimId) ? currentClaimId : null,
  );
}
