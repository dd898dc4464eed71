import { detectDirection } from '../../../shared/text/characters/direction';
import { useLanguage } from '../../state/view/direction';
import styles from './compare-dialog.module.css';
import { type ComparedRowProps, getSideText } from './compared-side';
import { type MarkedSpan, renderSide } from './render-side';

/** A row of both drafts, side by side. */
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
