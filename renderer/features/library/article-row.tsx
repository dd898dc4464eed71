import {
  type KeyboardEvent,
  type KeyboardEventHandler,
  type MouseEventHandler,
  type ReactNode,
  useMemo,
} from 'react';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { isLate } from '../../../shared/domain/library/library-search';
import { describeProgress, getCheckMeter } from '../../../shared/domain/review/progress';
import { formatCount } from '../../../shared/text/format/numbers';
import { getMenuPosition, type MenuEntry, openContextMenu } from '../../state/dialogs';
import { moveToBin, restoreArticle } from '../../state/library/library';
import { runIfWritable, useIsLibraryWritable } from '../../state/library/library-access';
import { Button } from '../../ui/button';
import { ProgressMeter, TimeLeft } from '../../ui/layout/progress-meter';
import { ClippedText, InlineList } from '../../ui/text/isolated-text';
import styles from './library-screen.module.css';

interface RowFrameProps {
  /** The context menu, in groups. */
  menu: MenuEntry[][];
  onKeyDown?: KeyboardEventHandler;
  onClick?: MouseEventHandler;
  children: ReactNode;
}

/** The row of an article in the library or the bin, with its context menu. */
function RowFrame({ menu, onKeyDown, onClick, children }: RowFrameProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same, and the menu key opens the menu from them
    <div
      className={styles.row}
      onContextMenu={(event) => {
        event.preventDefault();
        const position = getMenuPosition(event.nativeEvent, event.currentTarget);
        openContextMenu({ label: 'Article', groups: menu, ...position });
      }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {children}
    </div>
  );
}

const relativeTimeFormat = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });
const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Formats a timestamp (RFC 3339) relative to `now` (milliseconds since the epoch): "just now", "5 minutes ago", and the date after
 * a day: "24 Nov 2026".
 */
function formatRelativeTime(timestamp: string, now: number): string {
  const elapsedMs = now - Date.parse(timestamp);
  if (elapsedMs < minuteMs) return 'just now';
  if (elapsedMs < hourMs) return relativeTimeFormat.format(-Math.floor(elapsedMs / minuteMs), 'minute');
  if (elapsedMs < 24 * hourMs) return relativeTimeFormat.format(-Math.floor(elapsedMs / hourMs), 'hour');
  return dateFormat.format(new Date(timestamp));
}

interface BinRowProps {
  entry: LibraryEntry;
  onDelete: (entry: LibraryEntry) => void;
}

/** An article in the bin: restore or delete it. */
export function BinRow({ entry, onDelete }: BinRowProps) {
  const { id, title, binnedAt } = entry;
  const isDisabled = !useIsLibraryWritable();
  return (
    <RowFrame
      menu={[
        [{ label: 'Restore', isDisabled, run: () => void restoreArticle(entry) }],
        [{ label: 'Delete for good…', isDisabled, run: () => onDelete(entry) }],
      ]}
    >
      <span id={`title-${id}`} className={styles.open}>
        <bdi>{title}</bdi>
      </span>
      <div className={styles.buttons}>
        <Button
          onPress={() => restoreArticle(entry)}
          isDisabled={isDisabled}
          aria-describedby={`title-${id}`}
        >
          Restore
        </Button>
        <Button
          kind="quiet"
          onPress={() => onDelete(entry)}
          isDisabled={isDisabled}
          aria-describedby={`title-${id}`}
        >
          Delete for good
        </Button>
      </div>
      {binnedAt !== null && (
        <p className={styles.facts}>
          moved to the bin <time dateTime={binnedAt}>{formatRelativeTime(binnedAt, Date.now())}</time>
        </p>
      )}
    </RowFrame>
  );
}

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
