import { memo, type ReactNode, useContext } from 'react';
import type { Draft, Mark } from '../../../shared/domain/draft/draft';
import type { Review } from '../../../shared/domain/review/review';
import { statusLooks } from '../../../shared/domain/verdict';
import type { Span } from '../../../shared/text/span';
import { type Segment, splitIntoSegments } from '../../../shared/text/split-into-segments';
import type { OutlineClaim } from '../../state/review/outline';
import { useSession } from '../../state/review/use-session';
import { getSourceColorName, getSourceLook, type SourceColors, SourceColorsContext } from '../../state/view/source-colors';
import styles from './block-view.module.css';

/** A claim or a mark of the author on a part of the text. */
interface Cover {
  span: Span;
  claim: OutlineClaim | null;
  mark: Mark | null;
}

/** The claims on a segment, from the outermost to the innermost. */
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
  /** The author's marks on the block. */
  marks: readonly Mark[];
  currentClaimId: string | null;
}

/** The text of a block, split where claims and the author's marks start and end. The text itself is never changed. */
export const TextSegments = memo(function TextSegments(props: TextSegmentsProps) {
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
