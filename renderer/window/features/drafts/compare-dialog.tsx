import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { client } from '#renderer/window/state/base/client.ts';
import { showError } from '#renderer/window/state/base/notices.ts';
import { runTask } from '#renderer/window/state/base/tasks.ts';
import { usePastDraft } from '#renderer/window/state/drafts/past-draft.ts';
import { getKeyBindings, useKeyNames } from '#renderer/window/state/keys.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { NativeSelect } from '#renderer/window/ui/choices/native-select.tsx';
import { SegmentedChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Checkbox } from '#renderer/window/ui/fields/field.tsx';
import { getPressedChord } from '#renderer/window/ui/pressed-key.ts';
import { textFieldSelector, typeAheadSelector } from '#renderer/window/ui/selectors.ts';
import { isSameChord } from '#shared/contract/keys/chord.ts';
import type { MenuCommand } from '#shared/contract/menu-commands.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { createDiffRows, numberChanges } from '#shared/drafts/diff-rows.ts';
import type { Comparison } from '#shared/drafts/hunk.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import styles from './compare-dialog.module.css';
import { setComparedDrafts, useComparedDrafts } from './compared-drafts.ts';
import { changeAttribute, createComparedSide, InlineRow, MovedText, PairedRow } from './compared-rows.tsx';

const currentAttribute = 'data-current';

/**
 * The current change, starting with the first one. It is scrolled into view and marked, and again when the layout changes. The
 * keys for the next and previous claim go to the next and previous change, wrapping around at both ends.
 */
function useChangeNavigation(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  layout: string,
): { current: number; step: (by: 1 | -1) => void } {
  const [current, setCurrent] = useState(0);
  const step = useCallback(
    (by: 1 | -1) => {
      if (count > 0) setCurrent((at) => (at + by + count) % count);
    },
    [count],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: in another layout the change is elsewhere
  useEffect(() => {
    const elements = scroller.current?.querySelectorAll(`[${changeAttribute}="${current}"]`) ?? [];
    // Only an attribute is set: rendering all rows again for each step would take seconds in a long article.
    for (const element of elements) element.setAttribute(currentAttribute, '');
    elements[0]?.scrollIntoView({ block: 'center' });
    return () => {
      for (const element of elements) element.removeAttribute(currentAttribute);
    };
  }, [scroller, current, layout]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if (
        event.target instanceof Element &&
        event.target.closest(`${textFieldSelector}, ${typeAheadSelector}, select`)
      )
        return;
      const pressed = getPressedChord(event);
      const isPressed = (command: MenuCommand) =>
        pressed !== null &&
        getKeyBindings().some((key) => key.command === command && isSameChord(key.chord, pressed));
      const by = isPressed('nextClaim') ? 1 : isPressed('previousClaim') ? -1 : null;
      if (by === null) return;
      event.preventDefault();
      step(by);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [step]);

  return { current, step };
}

interface ComparedDraftsViewProps {
  before: Draft;
  after: Draft;
  comparison: Comparison;
  isPaired: boolean;
}

function ComparedDraftsView({ before, after, comparison, isPaired }: ComparedDraftsViewProps) {
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
          <p key={key} className={`small-muted ${styles.unchanged}`}>
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
      <div className={`wrapping-row ${styles.steps}`}>
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
    <ul className={`wrapping-row small-muted ${styles.legend}`} aria-label="Legend">
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

const views = [
  { value: 'paired', label: 'Side by side' },
  { value: 'inline', label: 'Inline' },
] as const;

/** The comparison of two drafts; null until main has answered. */
function useComparison(articleId: string, beforeId: string, afterId: string): Comparison | null {
  const [comparison, setComparison] = useState<Comparison | null>(null);
  useEffect(() => {
    setComparison(null);
    const outdated = new AbortController();
    const { signal } = outdated;
    const compare = (taskId: string) =>
      client.call('draft.compare', { taskId, articleId, beforeId, afterId });
    const options = { keepsArticleOpen: false, blocksClosing: false, signal };
    void runTask('Comparing the drafts', compare, options).then((answer) => {
      if (signal.aborted) return;
      if (!answer.ok) showError(answer.error.message, 'draft');
      else setComparison(answer.value);
    });
    return () => outdated.abort();
  }, [articleId, beforeId, afterId]);
  return comparison;
}

/** Compares two drafts of the article, side by side or inline, with the claims of both. */
export function CompareDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { beforeId, afterId } = useComparedDrafts();
  const [view, setView] = useState<(typeof views)[number]['value']>('paired');
  const before = usePastDraft(session, beforeId);
  const after = usePastDraft(session, afterId);
  const comparison = useComparison(session.articleId, beforeId, afterId);
  const options = [...session.review.drafts.values()].map(({ id, number }) => ({
    value: id,
    label: `Draft ${number}`,
  }));
  return (
    <Dialog
      title="Compare drafts"
      size="huge"
      onClose={onClose}
      footer={<DialogFooter confirmLabel="Close" onConfirm={onClose} />}
    >
      <div className={`wrapping-row ${styles.choices}`}>
        <NativeSelect
          label="Before"
          options={options}
          value={beforeId}
          onChange={(id) => setComparedDrafts({ beforeId: id })}
        />
        <NativeSelect
          label="After"
          options={options}
          value={afterId}
          onChange={(id) => setComparedDrafts({ afterId: id })}
        />
        <div className={styles.view}>
          <SegmentedChoice label="View" isLabelHidden options={views} value={view} onChange={setView} />
        </div>
      </div>
      {before && after && comparison ? (
        <ComparedDraftsView
          key={`${beforeId} ${afterId}`}
          before={before}
          after={after}
          comparison={comparison}
          isPaired={view === 'paired'}
        />
      ) : (
        <p role="status">Comparing…</p>
      )}
    </Dialog>
  );
}
