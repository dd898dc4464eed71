import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Draft } from '../../../../shared/domain/draft';
import { changesIn } from '../../../../shared/drafts/compare/diff-changes';
import type { Comparison } from '../../../../shared/drafts/compare/diff-hunks';
import { comparedRows } from '../../../../shared/drafts/compare/diff-rows';
import { counted } from '../../../../shared/text/format/count-of';
import { shownNumber } from '../../../../shared/text/format/format-number';
import { useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Checkbox } from '../../../ui/fields/checkbox';
import styles from './compare-dialog.module.css';
import { comparedSide, InlineRow, PairedRow } from './compared-text';
import { useChanges } from './use-changes';

interface ComparedProps {
  before: Draft;
  after: Draft;
  comparison: Comparison;
  isPaired: boolean;
}

/** Both drafts row by row, from the first change on; with the way from change to change. */
export function ComparedDraftsView({ before, after, comparison, isPaired }: ComparedProps) {
  const { review } = useSession();
  const scroller = useRef<HTMLElement>(null);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const rows = useMemo(
    () => comparedRows(before.blocks, after.blocks, comparison),
    [before, after, comparison],
  );
  const changes = useMemo(() => changesIn(rows), [rows]);
  const { current, step } = useChanges(scroller, changes.count, `${isPaired} ${onlyChanges}`);
  const list = useMemo(() => {
    const old = comparedSide(review, before);
    const now = comparedSide(review, after);
    const Row = isPaired ? PairedRow : InlineRow;
    const className = isPaired ? styles.pair : styles.inline;
    const shown: ReactNode[] = [];
    let left = 0;
    const tellLeft = (key: string) => {
      if (left > 0)
        shown.push(
          <p key={key} className={styles.left}>
            {counted(left, 'paragraph')} unchanged
          </p>,
        );
      left = 0;
    };
    for (const [index, row] of rows.entries()) {
      const numbers = changes.byRow[index] ?? new Map();
      if (onlyChanges && numbers.size === 0) {
        left += 1;
        continue;
      }
      const key = `${row.before?.id}-${row.after?.id}`;
      tellLeft(`before ${key}`);
      shown.push(
        <div key={key} className={className}>
          <Row row={row} changes={numbers} before={old} after={now} />
        </div>,
      );
    }
    tellLeft('at the end');
    return shown;
  }, [review, before, after, rows, changes, isPaired, onlyChanges]);

  const { count } = changes;
  return (
    <>
      <div className={styles.steps}>
        <Button shortcut="K" onPress={() => step(-1)} isDisabled={count === 0}>
          Previous change
        </Button>
        <Button shortcut="J" onPress={() => step(1)} isDisabled={count === 0}>
          Next change
        </Button>
        <span role="status">
          {count === 0
            ? 'No words differ between these drafts.'
            : `Change ${shownNumber(current + 1)} of ${shownNumber(count)}`}
        </span>
        <Checkbox isSelected={onlyChanges} onChange={setOnlyChanges}>
          Changes only
        </Checkbox>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard */}
      <section ref={scroller} className={styles.scroller} aria-label="Both drafts" tabIndex={0}>
        {list}
      </section>
    </>
  );
}
