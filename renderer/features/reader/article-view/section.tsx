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
import type { Block, Draft } from '../../../../shared/domain/draft/draft';
import { describeNewPlace } from '../../../../shared/domain/draft/place';
import type { Span } from '../../../../shared/text/span';
import type { OutlineClaim } from '../../../state/review/outline';
import { useTopic } from '../../../state/review/use-session';
import { useRestoreSelection } from './article-view-context';
import { BlockView } from './block-view';
import styles from './section.module.css';
import type { TableLayout } from './table-layout';
import { useSpotHighlights } from './use-spot-highlights';

/** Small sections keep a long article fast: only those near the screen paint marks and are laid out. */
const blocksPerSection = 40;

/** Sections paint their marks up to this far from the screen, in CSS pixels. */
const paintMargin = 1_200;

const noClaims: readonly OutlineClaim[] = [];

export function splitIntoSections(blocks: readonly Block[]): Block[][] {
  return Array.from({ length: Math.ceil(blocks.length / blocksPerSection) }, (_, index) =>
    blocks.slice(index * blocksPerSection, (index + 1) * blocksPerSection),
  );
}

interface SectionProps {
  draft: Draft;
  blocks: readonly Block[];
  /** The last block of the section before; null for the first section. */
  previousBlock: Block | null;
  /** Spans of text that is new in this draft and unread. */
  unreviewed: readonly Span[];
  /** Whether this is the first section, which paints its marks at once. */
  isFirst: boolean;
  /** The layout of table rows, by the id of the block. */
  tableLayouts: ReadonlyMap<string, TableLayout>;
  /** Shown after the first block, if that is the article's title. */
  afterTitle?: ReactNode;
}

/** Whether the section is, or soon will be, on the screen. */
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

function overlaps(span: Span, block: Span): boolean {
  return span.start < block.end && span.end > block.start;
}

/**
 * The claims of each block. A new claim gives all that follow it another number: blocks in which nothing else is new show theirs one
 * frame later, so that the mark of the new claim does not wait for them.
 */
function useClaimsByBlock(
  blocks: readonly Block[],
  outline: readonly OutlineClaim[],
): readonly (readonly OutlineClaim[])[] {
  const earlier = useDeferredValue(outline);
  const claimsByBlock = useMemo(() => sortIntoBlocks(outline, blocks), [outline, blocks]);
  const earlierByBlock = useMemo(() => sortIntoBlocks(earlier, blocks), [earlier, blocks]);
  return useMemo(
    () =>
      claimsByBlock.map((claims, index) => {
        const before = earlierByBlock[index] ?? noClaims;
        return isSameButForNumbers(before, claims) ? before : claims;
      }),
    [claimsByBlock, earlierByBlock],
  );
}

function sortIntoBlocks(outline: readonly OutlineClaim[], blocks: readonly Block[]): OutlineClaim[][] {
  const section = { start: blocks[0]?.start ?? 0, end: blocks.at(-1)?.end ?? 0 };
  const claims = outline.filter(({ span }) => overlaps(span, section));
  return blocks.map((block) => claims.filter(({ span }) => overlaps(span, block)));
}

function isSameButForNumbers(before: readonly OutlineClaim[], now: readonly OutlineClaim[]): boolean {
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

/** Some forty blocks. Their text is always in the page, for find and screen readers; their marks only near the screen. */
export const Section = memo(function Section(props: SectionProps) {
  const { draft, blocks, previousBlock, unreviewed, isFirst, tableLayouts, afterTitle } = props;
  const { ref, isNear } = useNearScreen(isFirst);
  // A section far from the screen has no claims, so that it is not rendered when a claim changes.
  const outline = useTopic('outline', (session) => (isNear ? session.outline() : noClaims));
  const claimsByBlock = useClaimsByBlock(blocks, outline);
  useRestoreSelection(isNear);
  useSpotHighlights(blocks, isNear, claimsByBlock);
  return (
    <div ref={ref} className={styles.section}>
      {blocks.map((block, index) => (
        <Fragment key={block.id}>
          <BlockView
            draft={draft}
            block={block}
            claims={claimsByBlock[index] ?? noClaims}
            isUnreviewed={isNear && unreviewed.some((span) => overlaps(span, block))}
            tableLayout={tableLayouts.get(block.id)}
            newPlace={describeNewPlace(block, blocks[index - 1] ?? previousBlock, 'p.')}
          />
          {index === 0 && afterTitle}
        </Fragment>
      ))}
    </div>
  );
});
