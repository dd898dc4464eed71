import {
  Fragment,
  memo,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { OutlineClaim } from '#renderer/window/state/review/outline.ts';
import { useTopic } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { useStableItems } from '#renderer/window/ui/lists/use-stable-items.ts';
import type { Block, Draft } from '#shared/domain/base/draft.ts';
import { describeNewPlace } from '#shared/domain/base/draft.ts';
import { overlaps, type Span } from '#shared/text/span.ts';
import { BlockView } from './block-view.tsx';
import { useSetAsideHighlights, useSpotHighlights } from './highlights.ts';
import { useRestoreSelection } from './overlays/article-view-context.ts';
import styles from './section.module.css';
import type { TableLayout } from './table-layout.ts';

type ByBlock<T> = readonly (readonly T[])[];

const nothing: readonly never[] = [];

function groupByBlock<T>(items: readonly T[], getSpan: (item: T) => Span, blocks: readonly Block[]): T[][] {
  const section = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
  const near = items.filter((item) => overlaps(getSpan(item), section));
  return blocks.map((block) => near.filter((item) => overlaps(getSpan(item), block)));
}

/**
 * The claims of each block. A new claim gives all that follow it another number: blocks in which nothing else is new show theirs one
 * frame later, so that the mark of the new claim does not wait for them.
 */
function useClaimsByBlock(outline: readonly OutlineClaim[], blocks: readonly Block[]): ByBlock<OutlineClaim> {
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
function useCurrentClaimOf(claimsByBlock: ByBlock<OutlineClaim>): string | null {
  const ids = useMemo(
    () => new Set(claimsByBlock.flatMap((claims) => claims.map(({ claim }) => claim.id))),
    [claimsByBlock],
  );
  return useReviewView(({ currentClaimId }) =>
    currentClaimId !== null && ids.has(currentClaimId) ? currentClaimId : null,
  );
}

/** Small sections keep a long article fast: only those near the screen paint marks and are laid out. */
const blocksPerSection = 40;

/** Sections paint their marks up to this far from the screen, in CSS pixels. */
const paintMargin = 1_200;

export function splitIntoSections(blocks: readonly Block[]): Block[][] {
  return Array.from({ length: Math.ceil(blocks.length / blocksPerSection) }, (_, index) =>
    blocks.slice(index * blocksPerSection, (index + 1) * blocksPerSection),
  );
}

interface SectionProps {
  draft: Draft;
  blocks: readonly Block[];
  previousBlock: Block | null;
  /** Spans of text that is new in this draft and not looked at. */
  unreviewed: readonly Span[];
  isFirst: boolean;
  tableLayouts: ReadonlyMap<string, TableLayout>;
  afterTitle?: ReactNode;
}

function useNearScreen(isFirst: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(isFirst);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root: element.closest('[data-scroller]'), rootMargin: `${paintMargin}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, isNear };
}

/** Some forty blocks. Their text is always in the page, for find and screen readers; their marks only near the screen. */
export const Section = memo(function Section(props: SectionProps) {
  const { draft, blocks, previousBlock, unreviewed, isFirst, tableLayouts, afterTitle } = props;
  const { ref, isNear } = useNearScreen(isFirst);
  // A section far from the screen has no claims, so that it is not rendered when a claim changes.
  const outline = useTopic('outline', (session) => (isNear ? session.outline() : nothing));
  const claimsByBlock = useClaimsByBlock(outline, blocks);
  const marksByBlock = useMemo(() => groupByBlock(draft.marks, (mark) => mark, blocks), [draft, blocks]);
  const currentClaimId = useCurrentClaimOf(claimsByBlock);
  useRestoreSelection(isNear);
  // Painting claims replaces text nodes, and the highlights on them; another number or verdict does not.
  const paintedSpans = useStableItems(claimsByBlock.flatMap((claims) => claims.map(({ span }) => span)));
  useSpotHighlights(blocks, isNear, paintedSpans);
  useSetAsideHighlights(blocks, isNear, paintedSpans);
  return (
    <div ref={ref} className={styles.section}>
      {blocks.map((block, index) => {
        const claims = claimsByBlock[index] ?? nothing;
        const hasCurrent = claims.some(({ claim }) => claim.id === currentClaimId);
        return (
          <Fragment key={block.id}>
            <BlockView
              draft={draft}
              block={block}
              claims={claims}
              marks={marksByBlock[index] ?? nothing}
              currentClaimId={hasCurrent ? currentClaimId : null}
              isUnreviewed={isNear && unreviewed.some((span) => overlaps(span, block))}
              tableLayout={tableLayouts.get(block.id)}
              newPlace={describeNewPlace(block, blocks[index - 1] ?? previousBlock, 'p.')}
            />
            {index === 0 && afterTitle}
          </Fragment>
        );
      })}
    </div>
  );
});
