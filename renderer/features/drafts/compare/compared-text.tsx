import type { ReactNode } from 'react';
import { standingOf } from '../../../../shared/domain/claims/recheck';
import type { Draft } from '../../../../shared/domain/draft';
import { outlineOf, type PlacedClaim } from '../../../../shared/domain/review/outline';
import type { Review } from '../../../../shared/domain/review/review';
import { type Standing, standingLooks } from '../../../../shared/domain/verdict';
import type { ComparisonPiece as Piece } from '../../../../shared/drafts/compare/diff-hunks';
import type { ComparedRow } from '../../../../shared/drafts/compare/diff-rows';
import { directionOf } from '../../../../shared/text/characters/direction';
import { segments } from '../../../../shared/text/segments';
import type { Span } from '../../../../shared/text/span';
import { useDirection, useLanguage } from '../../../state/reading/direction';
import styles from './compared-text.module.css';

type Kind = Piece['kind'];

/** A draft that is compared, with the claims that stand in it. */
export interface ComparedSide {
  draft: Draft;
  claims: readonly (PlacedClaim & { standing: Standing })[];
}

export function comparedSide(review: Review, draft: Draft): ComparedSide {
  const claims = outlineOf(review, draft.id).map((placed) => ({
    ...placed,
    standing: standingOf(review, draft, placed.claim, placed.span),
  }));
  return { draft, claims };
}

/** Names the number of a change in the page, so that it can be scrolled to and marked as the current one. */
export const changeAttribute = 'data-change';

function asKind(cover: Cover | undefined, words: ReactNode, key: number): ReactNode {
  const { kind, change } = cover ?? {};
  const number = { [changeAttribute]: change };
  if (kind === 'removed')
    return (
      <del key={key} {...number}>
        {words}
      </del>
    );
  if (kind === 'added')
    return (
      <ins key={key} {...number}>
        {words}
      </ins>
    );
  if (kind === 'movedAway' || kind === 'movedHere')
    return (
      <span
        key={key}
        className={styles.moved}
        title={kind === 'movedAway' ? 'Moved away' : 'Moved here'}
        {...number}
      >
        {words}
      </span>
    );
  return <span key={key}>{words}</span>;
}

interface Cover {
  span: Span;
  kind?: Kind;
  /** The number of the change that it is part of. */
  change?: number | undefined;
  standing?: Standing;
  number?: number;
}

/** Words of one side, with its claims underlined and with what is only there marked. */
function sideWords({ draft, claims }: ComparedSide, within: Span, marked: readonly Cover[]): ReactNode {
  const here = claims.filter(({ span }) => span.start < within.end && span.end > within.start);
  const covers: Cover[] = [...here, ...marked];
  return segments(within, covers).map(({ start, end, covers: over }) => {
    const claim = over.findLast(({ standing }) => standing !== undefined);
    const words = asKind(
      over.find(({ kind }) => kind),
      draft.text.slice(start, end),
      start,
    );
    if (!claim?.standing) return words;
    return (
      <mark
        key={start}
        className={claim.standing}
        aria-description={`Claim ${claim.number}, ${standingLooks[claim.standing].label}`}
      >
        {words}
      </mark>
    );
  });
}

interface RowProps {
  row: ComparedRow;
  /** The numbers of the changes in it. */
  changes: ReadonlyMap<Piece, number>;
  before: ComparedSide;
  after: ComparedSide;
}

function markedOn({ row, changes }: RowProps, side: 'before' | 'after'): Cover[] {
  return row.pieces.flatMap((piece) => {
    const { kind, [side]: span } = piece;
    if (kind === 'same' || !span) return [];
    const replaced = side === 'before' ? 'removed' : 'added';
    return [{ span, kind: kind === 'restyled' ? replaced : kind, change: changes.get(piece) }];
  });
}

function wordsOf({ draft }: ComparedSide, span: Span | null): string {
  return span ? draft.text.slice(span.start, span.end) : '';
}

/** A row of both drafts, side by side. */
export function PairedRow(props: RowProps) {
  const { row, before, after } = props;
  const language = useLanguage();
  return (
    <>
      <p className={styles.block} lang="" dir={directionOf(wordsOf(before, row.before), language)}>
        {row.before && sideWords(before, row.before, markedOn(props, 'before'))}
      </p>
      <p className={styles.block} lang="" dir={directionOf(wordsOf(after, row.after), language)}>
        {row.after && sideWords(after, row.after, markedOn(props, 'after'))}
      </p>
    </>
  );
}

/** What stands between the word before an offset and the offset: no letter and no figure. */
function signsBefore(text: string, offset: number, from: number): string {
  return /[^\p{L}\p{N}]*$/u.exec(text.slice(from, offset))?.[0] ?? '';
}

function liesIn(span: Span, { start, end }: Span): boolean {
  return span.start >= start && span.start < end;
}

/** A row of both drafts as one text: what was taken out stands struck before what came in. */
export function InlineRow({ row, changes, before, after }: RowProps) {
  const words = row.after ? wordsOf(after, row.after) : wordsOf(before, row.before);
  const direction = useDirection(words);
  const parts: ReactNode[] = [];
  let at = row.after?.start ?? 0;
  const upTo = (end: number, kind?: Kind, change?: number) => {
    if (!row.after || end <= at) return;
    const span = { start: at, end };
    parts.push(
      <span key={`after-${at}`}>{sideWords(after, span, kind ? [{ span, kind, change }] : [])}</span>,
    );
    at = end;
  };
  for (const piece of row.pieces) {
    const { kind, before: old, after: now } = piece;
    const change = changes.get(piece);
    const isRestyled = kind === 'restyled';
    if (now && row.after) {
      upTo(now.start);
      if (old && isRestyled && row.before && liesIn(old, row.before))
        parts.push(
          <span key={`before-${old.start}`}>
            {sideWords(before, old, [{ span: old, kind: 'removed', change }])}
          </span>,
        );
      upTo(Math.min(now.end, row.after.end), isRestyled ? 'added' : kind, change);
    } else if (old && row.before) {
      const signs = signsBefore(before.draft.text, old.start, row.before.start);
      if (row.after && signs !== '' && after.draft.text.startsWith(signs, at)) upTo(at + signs.length);
      parts.push(
        <span key={`before-${old.start}`}>
          {sideWords(before, old, [{ span: old, kind: isRestyled ? 'removed' : kind, change }])}{' '}
        </span>,
      );
    }
  }
  upTo(row.after?.end ?? at);
  return (
    <p className={styles.block} lang="" dir={direction}>
      {parts}
    </p>
  );
}
