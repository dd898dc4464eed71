import type { ReactNode } from 'react';
import { type ClaimStatus, statusLooks } from '../../../shared/domain/verdict';
import type { Hunk } from '../../../shared/drafts/compare/hunk';
import type { Span } from '../../../shared/text/span';
import { splitIntoSegments } from '../../../shared/text/split-into-segments';
import styles from './compare-dialog.module.css';
import type { ComparedSide } from './compared-side';

/** The attribute with the number of a change, by which its elements are found in the page. */
export const changeAttribute = 'data-change';

/** A span that is marked as part of a change. */
export interface MarkedSpan {
  span: Span;
  kind: Hunk['kind'];
  /** The number of the change that the span belongs to. */
  change?: number | undefined;
}

interface Cover extends Partial<MarkedSpan> {
  span: Span;
  status?: ClaimStatus;
  number?: number;
}

/** Renders a span of one draft, with its claims underlined and its changes marked. */
export function renderSide(
  { draft, claims }: ComparedSide,
  span: Span,
  markedSpans: readonly MarkedSpan[],
): ReactNode {
  const claimsInSpan = claims.filter((claim) => claim.span.start < span.end && claim.span.end > span.start);
  const covers: Cover[] = [...claimsInSpan, ...markedSpans];
  return splitIntoSegments(span, covers).map(({ start, end, covers: over }) => {
    const claim = over.findLast(({ status }) => status !== undefined);
    const marked = over.find(({ kind }) => kind);
    const text = renderChange(marked, draft.text.slice(start, end), start);
    if (!claim?.status) return text;
    return (
      <mark
        key={start}
        className={claim.status}
        aria-description={`Claim ${claim.number}, ${statusLooks[claim.status].label}`}
      >
        {text}
      </mark>
    );
  });
}

function renderChange(marked: Cover | undefined, text: string, key: number): ReactNode {
  const attributes = { [changeAttribute]: marked?.change };
  switch (marked?.kind) {
    case 'removed':
      return (
        <del key={key} {...attributes}>
          {text}
        </del>
      );
    case 'added':
      return (
        <ins key={key} {...attributes}>
          {text}
        </ins>
      );
    case 'movedAway':
    case 'movedHere':
      return (
        <MovedText key={key} kind={marked.kind} change={marked.change}>
          {text}
        </MovedText>
      );
    case 'same':
    case 'restyled':
    case undefined:
      return <span key={key}>{text}</span>;
  }
}

interface MovedTextProps {
  kind: 'movedAway' | 'movedHere';
  change?: number | undefined;
  children: ReactNode;
}

/** Words that are in another place of the other draft. */
export function MovedText({ kind, change, children }: MovedTextProps) {
  const what = kind === 'movedAway' ? 'Moved from here' : 'Moved here';
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element is for claims, which are underlined
    <span
      role="mark"
      className={styles.moved}
      title={what}
      aria-description={what}
      {...{ [changeAttribute]: change }}
    >
      {children}
    </span>
  );
}
