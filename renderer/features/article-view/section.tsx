import { Fragment, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Block, Draft } from '../../../shared/domain/draft/draft';
import { describeNewPlace } from '../../../shared/domain/draft/place';
import { overlaps, type Span } from '../../../shared/text/span';
import { useTopic } from '../../state/review/use-session';
import { useStableItems } from '../../ui/lists/use-stable-items';
import styles from './section.module.css';
import { useRestoreSelection } from './article-view-context';
import { BlockView } from './block-view';
import { useClaimsByBlock, useCurrentClaimOf, useMarksByBlock } from './by-block';
import type { TableLayout } from './table-layout';
import { useSetAsideHighlights } from './use-set-aside-highlights';
import { useSpotHighlights } from './use-spot-highlights';

/** Small sections keep a long article fast: only those near the screen paint marks and are laid out. */
const blocksPerSection = 40;

/** Sections paint their marks up to this far from the screen, in CSS pixels. */
const paintMargin = 1_200;

const nothing: readonly never[] = [];

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
  /** Spans of text that is new in this draft and not looked at. */
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

/** Some forty blocks. Their text is always in the page, for find and screen readers; their marks only near the screen. */
export const Section = memo(function Section(props: SectionProps) {
  const { draft, blocks, previousBlock, unreviewed, isFirst, tableLayouts, afterTitle } = props;
  const { ref, isNear } = useNearScreen(isFirst);
  // A section far from the screen has no claims, so that it is not rendered when a claim changes.
  const outline = useTopic('outline', (session) => (isNear ? session.outline() : nothing));
  const claimsByBlock = useClaimsByBlock(outline, blocks);
  const marksByBlock = useMarksByBlock(draft.marks, blocks);
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
