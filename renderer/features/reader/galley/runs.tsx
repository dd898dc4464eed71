import { memo, type ReactNode } from 'react';
import type { Draft, Mark } from '../../../../shared/domain/draft';
import { standingLooks } from '../../../../shared/domain/verdict';
import { type Segment, segments } from '../../../../shared/text/segments';
import type { Span } from '../../../../shared/text/span';
import type { ShownClaim } from '../../../state/review/outline';
import styles from './runs.module.css';

interface Cover {
  span: Span;
  claim: ShownClaim | null;
  mark: Mark | null;
}

/** Outer claims first, so that the last is the innermost. */
function claimsOver(segment: Segment<Cover>): ShownClaim[] {
  return segment.covers.flatMap(({ claim }) => claim ?? []);
}

function setInside(segment: Segment<Cover>, words: string): ReactNode {
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
  }, words);
}

interface RunsProps {
  draft: Draft;
  /** A block, or a cell of one. */
  range: Span;
  claims: readonly ShownClaim[];
  current: string | null;
}

/** A block's text, cut at the borders of the claims and of the author's own marks; the text itself is never changed. */
export const Runs = memo(function Runs({ draft, range, claims, current }: RunsProps) {
  const covers: Cover[] = [
    ...claims.map((claim) => ({ span: claim.span, claim, mark: null })),
    ...draft.marks
      .filter((mark) => mark.start < range.end && mark.end > range.start)
      .map((mark) => ({ span: { start: mark.start, end: mark.end }, claim: null, mark })),
  ];
  return segments(range, covers).map((segment) => {
    const words = setInside(segment, draft.text.slice(segment.start, segment.end));
    const over = claimsOver(segment);
    const inner = over.at(-1);
    const outer = over.at(-2);
    if (!inner) return <span key={segment.start}>{words}</span>;
    const isCurrent = over.some(({ claim }) => claim.id === current);
    return (
      <mark
        key={segment.start}
        className={[
          styles.mark,
          inner.standing,
          outer && styles.stacked,
          outer && styles[`under-${outer.standing}`],
          isCurrent && styles.current,
        ]
          .filter(Boolean)
          .join(' ')}
        data-claims={over.map(({ claim }) => claim.id).join(' ')}
        aria-description={over
          .map(({ number, standing }) => `Claim ${number}, ${standingLooks[standing].label}`)
          .join('; ')}
        aria-details={isCurrent ? 'claim-card' : undefined}
      >
        {words}
      </mark>
    );
  });
});
