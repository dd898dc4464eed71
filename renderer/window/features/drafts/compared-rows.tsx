import type { ReactNode } from 'react';
import { useDirection, useLanguage } from '#renderer/window/state/review/use-session.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { type ClaimStatus, statusLooks } from '#shared/domain/base/verdict.ts';
import { getClaimStatus } from '#shared/domain/claims/recheck.ts';
import { listPlacedClaims, type PlacedClaim } from '#shared/domain/review/placed-claims.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { DiffRow } from '#shared/drafts/diff-rows.ts';
import type { Hunk } from '#shared/drafts/hunk.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import type { Span } from '#shared/text/span.ts';
import { splitIntoSegments } from '#shared/text/split-into-segments.ts';
import styles from './compare-dialog.module.css';

/** One of the two compared drafts, with the claims that have a span in it. */
interface ComparedSide {
  draft: Draft;
  claims: readonly (PlacedClaim & { status: ClaimStatus })[];
}

interface ComparedRowProps {
  row: DiffRow;
  /** The number of the change that each hunk of the row belongs to. */
  changes: ReadonlyMap<Hunk, number>;
  before: ComparedSide;
  after: ComparedSide;
}

export function createComparedSide(review: Review, draft: Draft): ComparedSide {
  const claims = listPlacedClaims(review, draft.id).map((placed) => ({
    ...placed,
    status: getClaimStatus(review, draft, placed.claim, placed.span),
  }));
  return { draft, claims };
}

function getSideText({ draft }: ComparedSide, span: Span | null): string {
  return span ? draft.text.slice(span.start, span.end) : '';
}

/** The attribute with the number of a change, by which its elements are found in the page. */
export const changeAttribute = 'data-change';

interface MarkedSpan {
  span: Span;
  kind: Hunk['kind'];
  change?: number | undefined;
}

interface Cover extends Partial<MarkedSpan> {
  span: Span;
  status?: ClaimStatus;
  number?: number;
}

/** Renders a span of one draft, with its claims underlined and its changes marked. */
function renderSide(
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

export function PairedRow(props: ComparedRowProps) {
  const { row, before, after } = props;
  const language = useLanguage();
  return (
    <>
      <p className={styles.block} lang="" dir={detectDirection(getSideText(before, row.before), language)}>
        {row.before && renderSide(before, row.before, listMarkedSpans(props, 'before'))}
      </p>
      <p className={styles.block} lang="" dir={detectDirection(getSideText(after, row.after), language)}>
        {row.after && renderSide(after, row.after, listMarkedSpans(props, 'after'))}
      </p>
    </>
  );
}

/** Lists the changed spans of one side. Restyled words are marked as removed on one side and added on the other. */
function listMarkedSpans({ row, changes }: ComparedRowProps, side: 'before' | 'after'): MarkedSpan[] {
  return row.hunks.flatMap((hunk) => {
    const { kind, [side]: span } = hunk;
    if (kind === 'same' || !span) return [];
    const replaced = side === 'before' ? 'removed' : 'added';
    return [{ span, kind: kind === 'restyled' ? replaced : kind, change: changes.get(hunk) }];
  });
}

/** A row of both drafts as one text: removed words are struck out in front of the words that replace them. */
export function InlineRow({ row, changes, before, after }: ComparedRowProps) {
  const direction = useDirection(row.after ? getSideText(after, row.after) : getSideText(before, row.before));
  const parts: ReactNode[] = [];
  let renderedEnd = row.after?.start ?? 0;

  const renderAfterUpTo = (end: number, kind?: Hunk['kind'], change?: number) => {
    if (!row.after || end <= renderedEnd) return;
    const span = { start: renderedEnd, end };
    parts.push(
      <span key={`after-${renderedEnd}`}>
        {renderSide(after, span, kind ? [{ span, kind, change }] : [])}
      </span>,
    );
    renderedEnd = end;
  };
  const renderBefore = (span: Span, kind: Hunk['kind'], change: number | undefined, space: string) =>
    parts.push(
      <span key={`before-${span.start}`}>
        {renderSide(before, span, [{ span, kind, change }])}
        {space}
      </span>,
    );

  for (const hunk of row.hunks) {
    const { kind, before: old, after: now } = hunk;
    const change = changes.get(hunk);
    const isRestyled = kind === 'restyled';
    if (now && row.after) {
      renderAfterUpTo(now.start);
      if (old && isRestyled && row.before && startsIn(old, row.before))
        renderBefore(old, 'removed', change, '');
      renderAfterUpTo(Math.min(now.end, row.after.end), isRestyled ? 'added' : kind, change);
    } else if (old && row.before) {
      const punctuation = getPunctuationBefore(before.draft.text, old.start, row.before.start);
      if (row.after && punctuation !== '' && after.draft.text.startsWith(punctuation, renderedEnd))
        renderAfterUpTo(renderedEnd + punctuation.length);
      renderBefore(old, isRestyled ? 'removed' : kind, change, ' ');
    }
  }
  renderAfterUpTo(row.after?.end ?? renderedEnd);
  return (
    <p className={styles.block} lang="" dir={direction}>
      {parts}
    </p>
  );
}

/** The spaces and punctuation between the word before an offset and the offset: no letters, no digits. */
function getPunctuationBefore(text: string, offset: number, from: number): string {
  return /[^\p{L}\p{N}]*$/u.exec(text.slice(from, offset))?.[0] ?? '';
}

function startsIn(span: Span, { start, end }: Span): boolean {
  return span.start >= start && span.start < end;
}
