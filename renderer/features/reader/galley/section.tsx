import { Fragment, memo, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Block, Draft } from '../../../../shared/domain/draft';
import type { Span } from '../../../../shared/text/span';
import type { ShownClaim } from '../../../state/review/outline';
import { useTopic } from '../../../state/review/session-context';
import { BlockView } from './block-view';
import { useKeptSelection } from './galley-context';
import styles from './section.module.css';
import type { TableSetting } from './tables';

/** Blocks a section; chunking, not the painter, is what keeps a long article fast. */
const size = 40;

/** Marks are painted in sections as near as this to what is on the screen, in CSS pixels. */
const reach = 1_200;

const none: readonly ShownClaim[] = [];

export function sectionsOf(blocks: readonly Block[]): Block[][] {
  return Array.from({ length: Math.ceil(blocks.length / size) }, (_, index) =>
    blocks.slice(index * size, (index + 1) * size),
  );
}

interface SectionProps {
  draft: Draft;
  blocks: readonly Block[];
  /** The block before them; null when there is none. */
  before: Block | null;
  /** Words that are new in this draft and in no claim. */
  unread: readonly Span[];
  /** The first section is painted with its marks at once. */
  first: boolean;
  /** How the rows of tables are set, by block. */
  tables: ReadonlyMap<string, TableSetting>;
  /** Stands after the article's own headline. */
  afterTitle?: ReactNode;
}

/** Whether the section is, or soon will be, on the screen. */
function useNear(first: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => setNear(entries.some((entry) => entry.isIntersecting)),
      { root: element.closest('[data-scroller]'), rootMargin: `${reach}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, near };
}

/** Some forty blocks. All their text is always there, for find and for screen readers; marks only near the screen. */
export const Section = memo(function Section(props: SectionProps) {
  const { draft, blocks, before, unread, first, tables, afterTitle } = props;
  const { ref, near } = useNear(first);
  // A section far from the screen shows no claims, so that no change of them concerns it.
  const shown = useTopic('shown', (session) => (near ? session.shown() : none));
  const byBlock = useMemo(() => {
    const start = blocks[0]?.start ?? 0;
    const end = blocks.at(-1)?.end ?? 0;
    const here = shown.filter(({ span }) => span.start < end && span.end > start);
    return blocks.map((block) => here.filter(({ span }) => span.start < block.end && span.end > block.start));
  }, [shown, blocks]);
  const isUnread = (block: Block) => unread.some(({ start, end }) => start < block.end && end > block.start);
  useKeptSelection(near);
  return (
    <div ref={ref} className={styles.section}>
      {blocks.map((block, index) => (
        <Fragment key={block.id}>
          <BlockView
            draft={draft}
            block={block}
            claims={byBlock[index] ?? none}
            isUnread={near && isUnread(block)}
            table={tables.get(block.id)}
            newPage={block.page === (blocks[index - 1] ?? before)?.page ? null : block.page}
          />
          {index === 0 && afterTitle}
        </Fragment>
      ))}
    </div>
  );
});
