import { type KeyboardEvent, useMemo } from 'react';
import { isLate } from '../../../shared/domain/library/is-late';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { describeProgress } from '../../../shared/domain/review/reading-progress';
import { formatCount } from '../../../shared/text/format/format-count';
import { moveToBin } from '../../state/library/library';
import { runIfWritable, useIsLibraryWritable } from '../../state/library/library-access';
import { getCheckMeter } from '../../state/review/check-meter';
import { Button } from '../../ui/button';
import { ProgressMeter } from '../../ui/layout/progress-meter';
import { ClippedText } from '../../ui/text/clipped-text';
import { InlineList } from '../../ui/text/inline-list';
import { TimeLeft } from '../../ui/text/time-left';
import styles from './library-screen.module.css';
import { formatRelativeTime } from './format-relative-time';
import { RowFrame } from './row-frame';

interface ArticleRowProps {
  entry: LibraryEntry;
  onOpen: (articleId: string) => void;
  onRename: (entry: LibraryEntry) => void;
}

/** Whether a click on an element presses a button. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

/** Whether words are selected, as after dragging over a row: the click that ends the drag opens nothing. */
function isTextSelected(): boolean {
  return getSelection()?.isCollapsed === false;
}

/** Focuses the next or previous title with the Down and Up keys. Returns false for other keys, and if there is no such title. */
function focusAdjacentTitle({ key, currentTarget }: KeyboardEvent): boolean {
  const row = currentTarget.closest('li');
  const adjacentRow =
    key === 'ArrowDown' ? row?.nextElementSibling : key === 'ArrowUp' ? row?.previousElementSibling : null;
  const title = adjacentRow?.querySelector('button');
  title?.focus();
  return Boolean(title);
}

/** An article in the library: title, progress, origin and the buttons. */
export function ArticleRow({ entry, onOpen, onRename }: ArticleRowProps) {
  const { id, title, byline, draft, file, copyOf, progress, reading, deadline, words, editedAt } = entry;
  const isDisabled = !useIsLibraryWritable();
  // Keys say why nothing happens; buttons and menu entries are disabled below the line that says it.
  const rename = () => runIfWritable(() => onRename(entry), 'the article was not renamed');
  const bin = () => runIfWritable(() => void moveToBin(entry), 'the article was not moved');
  // The same element as long as its content is the same, so that `ClippedText` does not measure it again.
  const facts = useMemo(
    () => <InlineList parts={[copyOf && 'another version', byline, `draft ${draft}`, file]} />,
    [copyOf, byline, draft, file],
  );
  return (
    <RowFrame
      menu={[
        [
          { label: 'Open', keys: 'Enter', run: () => onOpen(id) },
          { label: 'Rename…', keys: 'F2', isDisabled, run: rename },
        ],
        [{ label: 'Move to bin', keys: 'Delete', isDisabled, run: bin }],
      ]}
      onKeyDown={(event) => {
        if (event.key === 'F2') rename();
        else if (event.key === 'Delete') bin();
        else if (!focusAdjacentTitle(event)) return;
        event.preventDefault();
      }}
      onClick={({ target }) => {
        if (!isControl(target) && !isTextSelected()) onOpen(id);
      }}
    >
      <button type="button" className={styles.open} onClick={() => onOpen(id)}>
        <bdi>{title}</bdi>
      </button>
      <ProgressMeter {...getCheckMeter(progress, reading)} />
      <p className={styles.facts}>
        {describeProgress(progress, reading)} · {formatCount(words, 'word')} · edited{' '}
        <time dateTime={editedAt}>{formatRelativeTime(editedAt, Date.now())}</time>
        {deadline !== null && (
          <>
            {' · '}
            <TimeLeft deadline={deadline} now={Date.now()} isLate={isLate(entry, Date.now())} />
          </>
        )}
      </p>
      <p className={styles.origin}>
        <ClippedText isFocusable>{facts}</ClippedText>
      </p>
      <div className={styles.buttons}>
        <Button kind="quiet" onPress={rename} isDisabled={isDisabled} aria-describedby={`title-${id}`}>
          Rename
        </Button>
        <Button kind="quiet" onPress={bin} isDisabled={isDisabled} aria-describedby={`title-${id}`}>
          Move to bin
        </Button>
      </div>
      <span id={`title-${id}`} hidden>
        {title}
      </span>
    </RowFrame>
  );
}
