import type { ReactNode } from 'react';
import type { Hunk } from '../../../shared/drafts/compare/hunk';
import type { Span } from '../../../shared/text/span';
import { useDirection } from '../../state/view/direction';
import styles from './compare-dialog.module.css';
import { type ComparedRowProps, getSideText } from './compared-side';
import { renderSide } from './render-side';

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
