import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Draft } from '../../../shared/domain/draft/draft';
import { createDiffRows } from '../../../shared/drafts/compare/diff-rows';
import type { Comparison } from '../../../shared/drafts/compare/hunk';
import { numberChanges } from '../../../shared/drafts/compare/number-changes';
import { formatCount } from '../../../shared/text/format/format-count';
import { formatDateTime } from '../../../shared/text/format/format-dates';
import { formatNumber } from '../../../shared/text/format/format-number';
import { useKeyNames } from '../../state/keys';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/fields/checkbox';
import styles from './compare-dialog.module.css';
import { createComparedSide } from './compared-side';
import { InlineRow } from './inline-row';
import { PairedRow } from './paired-row';
import { MovedText } from './render-side';
import { useChangeNavigation } from './use-change-navigation';

interface ComparedDraftsViewProps {
  before: Draft;
  after: Draft;
  comparison: Comparison;
  isPaired: boolean;
}

/** Both drafts row by row, with buttons that go from change to change. */
export function ComparedDraftsView({ before, after, comparison, isPaired }: ComparedDraftsViewProps) {
  const { review } = useSession();
  const scroller = useRef<HTMLElement>(null);
  const [onlyChanges, setOnlyChanges] = useState(false);
  const rows = useMemo(
    () => createDiffRows(before.blocks, after.blocks, comparison),
    [before, after, comparison],
  );
  const changes = useMemo(() => numberChanges(rows), [rows]);
  const { current, step } = useChangeNavigation(scroller, changes.count, `${isPaired} ${onlyChanges}`);
  const list = useMemo(() => {
    const beforeSide = createComparedSide(review, before);
    const afterSide = createComparedSide(review, after);
    const Row = isPaired ? PairedRow : InlineRow;
    const className = isPaired ? styles.pair : styles.inline;
    const elements: ReactNode[] = [];
    let unchangedCount = 0;
    const addUnchangedCount = (key: string) => {
      if (unchangedCount > 0)
        elements.push(
          <p key={key} className={styles.unchanged}>
            {formatCount(unchangedCount, 'paragraph')} unchanged
          </p>,
        );
      unchangedCount = 0;
    };
    for (const [index, row] of rows.entries()) {
      const numbers = changes.byRow[index] ?? new Map();
      if (onlyChanges && numbers.size === 0) {
        unchangedCount += 1;
        continue;
      }
      const key = `${row.before?.id}-${row.after?.id}`;
      addUnchangedCount(`before ${key}`);
      elements.push(
        <div key={key} className={className}>
          <Row row={row} changes={numbers} before={beforeSide} after={afterSide} />
        </div>,
      );
    }
    addUnchangedCount('at the end');
    return elements;
  }, [review, before, after, rows, changes, isPaired, onlyChanges]);

  const { count } = changes;
  const nameOf = useKeyNames();
  return (
    <>
      <div className={styles.steps}>
        <Button shortcut={nameOf('previousClaim')} onPress={() => step(-1)} isDisabled={count === 0}>
          Previous change
        </Button>
        <Button shortcut={nameOf('nextClaim')} onPress={() => step(1)} isDisabled={count === 0}>
          Next change
        </Button>
        <span role="status">
          {count === 0
            ? 'No words differ between these drafts.'
            : `Change ${formatNumber(current + 1)} of ${formatNumber(count)}`}
        </span>
        <Checkbox isSelected={onlyChanges} onChange={setOnlyChanges}>
          Changes only
        </Checkbox>
      </div>
      <Legend isPaired={isPaired} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard */}
      <section ref={scroller} className={styles.scroller} aria-label="Both drafts" tabIndex={0}>
        {list}
      </section>
    </>
  );
}

/** How changes and claims look, in the same markup, so that a screen reader says of each what it says in the text. */
function Legend({ isPaired }: Pick<ComparedDraftsViewProps, 'isPaired'>) {
  const { pastAt } = useSession();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <ul className={styles.legend} aria-label="Legend">
      <li>
        <del>Removed</del>
      </li>
      <li>
        <ins>Added</ins>
      </li>
      <li>
        <del>Changed</del> <ins>words</ins>
        {isPaired ? ' are removed on the left and added on the right' : ' are removed, and added behind that'}
      </li>
      <li>
        <MovedText kind="movedHere">Moved</MovedText> is the same words in another place
      </li>
      <li>
        <mark className="unchecked" aria-description="Claim">
          Claim
        </mark>{' '}
        underlined by its status {pastAt === null ? 'today' : `as of ${formatDateTime(pastAt, timeZone)}`}, in
        both drafts
      </li>
    </ul>
  );
}
