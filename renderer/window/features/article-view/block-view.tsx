import { memo, type ReactNode, useContext } from 'react';
import type { OutlineClaim } from '#renderer/window/state/review/outline.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import {
  getSourceColorName,
  getSourceLook,
  type SourceColors,
  SourceColorsContext,
} from '#renderer/window/state/view/source-colors.ts';
import type { Block, Draft, Mark } from '#shared/domain/base/draft.ts';
import { statusLooks } from '#shared/domain/base/verdict.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import { isHardWrapped } from '#shared/text/hard-wrapped.ts';
import { startsWithListNumber } from '#shared/text/list-number.ts';
import type { Span } from '#shared/text/span.ts';
import { type Segment, splitIntoSegments } from '#shared/text/split-into-segments.ts';
import styles from './block-view.module.css';
import { Margin } from './margin.tsx';
import { ArticleViewContext } from './overlays/article-view-context.ts';
import { splitCells, type TableLayout } from './table-layout.ts';

/** A claim or a mark of the author on a part of the text. */
interface Cover {
  span: Span;
  claim: OutlineClaim | null;
  mark: Mark | null;
}

function getClaims(segment: Segment<Cover>): OutlineClaim[] {
  return segment.covers.flatMap(({ claim }) => claim ?? []);
}

function renderMarks(segment: Segment<Cover>, text: string): ReactNode {
  return segment.covers.reduce<ReactNode>((inner, { mark }) => {
    if (mark?.kind === 'bold') return <strong>{inner}</strong>;
    if (mark?.kind === 'italic') return <em>{inner}</em>;
    if (mark?.kind === 'noteRef') return <sup className={styles.noteRef}>{inner}</sup>;
    if (mark?.kind === 'link')
      return (
        <span className={styles.link} title={mark.href ?? undefined}>
          {inner}
        </span>
      );
    return inner;
  }, text);
}

/** "Claim 4, Verified", and its source while claims are coloured by their sources. */
function describeClaim({ claim, number, status }: OutlineClaim, review: Review, colors: SourceColors | null) {
  const source = colors ? `, ${getSourceLook(review, claim.id, colors).description}` : '';
  return `Claim ${number}, ${statusLooks[status].label}${source}`;
}

interface TextSegmentsProps {
  draft: Draft;
  /** A block, or a cell of a table row. */
  range: Span;
  claims: readonly OutlineClaim[];
  marks: readonly Mark[];
  currentClaimId: string | null;
}

/** The text of a block, split where claims and the author's marks start and end. The text itself is never changed. */
const TextSegments = memo(function TextSegments(props: TextSegmentsProps) {
  const { draft, range, claims, marks, currentClaimId } = props;
  const { review } = useSession();
  const colors = useContext(SourceColorsContext);
  const covers: Cover[] = [
    ...claims.map((claim) => ({ span: claim.span, claim, mark: null })),
    ...marks
      .filter((mark) => mark.start < range.end && mark.end > range.start)
      .map((mark) => ({ span: { start: mark.start, end: mark.end }, claim: null, mark })),
  ];
  return splitIntoSegments(range, covers).map((segment) => {
    const text = renderMarks(segment, draft.text.slice(segment.start, segment.end));
    const segmentClaims = getClaims(segment);
    const inner = segmentClaims.at(-1);
    const outer = segmentClaims.at(-2);
    if (!inner) return <span key={segment.start}>{text}</span>;
    const isCurrent = segmentClaims.some(({ claim }) => claim.id === currentClaimId);
    return (
      <mark
        key={segment.start}
        className={[
          styles.mark,
          inner.status,
          colors && getSourceLook(review, inner.claim.id, colors).className,
          outer && styles.stacked,
          outer && `under-${outer.status}`,
          outer && colors && `under-${getSourceColorName(review, outer.claim.id, colors)}`,
          isCurrent && styles.current,
        ]
          .filter(Boolean)
          .join(' ')}
        data-claims={segmentClaims.map(({ claim }) => claim.id).join(' ')}
        aria-description={segmentClaims.map((claim) => describeClaim(claim, review, colors)).join('; ')}
        aria-details={isCurrent ? 'claim-card' : undefined}
      >
        {text}
      </mark>
    );
  });
});

interface BlockViewProps {
  draft: Draft;
  block: Block;
  claims: readonly OutlineClaim[];
  /** The author's marks on the block: the same array as long as the draft is on the screen. */
  marks: readonly Mark[];
  currentClaimId: string | null;
  /** The page that starts with this block, or when it starts in a recording; null for neither. */
  newPlace: string | null;
  isUnreviewed: boolean;
  tableLayout: TableLayout | undefined;
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

function getElementName(block: Block) {
  if (block.kind === 'heading') return headings[(block.level ?? 2) - 1] ?? 'h2';
  return block.kind === 'quote' ? 'blockquote' : 'p';
}

/** One block of the article, with the numbers of its claims in the margin. */
export const BlockView = memo(
  function BlockView(props: BlockViewProps) {
    const { draft, block, claims, marks, currentClaimId, newPlace, isUnreviewed, tableLayout } = props;
    const { language, wrapColumn } = useContext(ArticleViewContext);
    const BlockElement = getElementName(block);
    const text = draft.text.slice(block.start, block.end);
    const renderSegments = (range: Span) => (
      <TextSegments
        draft={draft}
        range={range}
        claims={claims}
        marks={marks}
        currentClaimId={currentClaimId}
      />
    );
    const classNames = [
      styles.block,
      styles[block.kind],
      block.kind === 'listItem' && !startsWithListNumber(text) && styles.bulleted,
      isHardWrapped(text, wrapColumn) && styles.flowing,
    ];
    return (
      <div className={classNames.filter(Boolean).join(' ')}>
        {claims.length > 0 && <Margin block={block} claims={claims} />}
        {isUnreviewed && (
          <div className={styles.unreviewed}>
            <span className="screen-reader-only">New in this draft, not looked at</span>
          </div>
        )}
        {newPlace !== null && <div className={styles.page}>{newPlace}</div>}
        <BlockElement
          data-start={block.start}
          dir={tableLayout?.direction ?? detectDirection(text, language)}
          style={tableLayout && { gridTemplateColumns: tableLayout.columns }}
        >
          {tableLayout
            ? splitCells(draft.text, block).map((cell) => (
                <span
                  key={cell.start}
                  dir={detectDirection(draft.text.slice(cell.start, cell.end), language)}
                >
                  {renderSegments(cell)}
                </span>
              ))
            : renderSegments(block)}
        </BlockElement>
      </div>
    );
  },
  (before, now) =>
    before.draft === now.draft &&
    before.block === now.block &&
    before.marks === now.marks &&
    before.currentClaimId === now.currentClaimId &&
    before.newPlace === now.newPlace &&
    before.isUnreviewed === now.isUnreviewed &&
    before.tableLayout === now.tableLayout &&
    before.claims.length === now.claims.length &&
    before.claims.every((claim, index) => claim === now.claims[index]),
);
