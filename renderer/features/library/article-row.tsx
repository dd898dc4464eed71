import { type KeyboardEvent, useMemo } from 'react';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { openOf, type Progress, totalOf } from '../../../shared/domain/review/progress';
import { counted } from '../../../shared/text/format/count-of';
import { shownNumber } from '../../../shared/text/format/format-number';
import { binArticle } from '../../state/library/library';
import { standingParts } from '../../state/review/standing-parts';
import { Button } from '../../ui/button';
import { Meter } from '../../ui/layout/meter';
import { ClippedText } from '../../ui/text/clipped-text';
import { Joined } from '../../ui/text/joined';
import styles from './article-row.module.css';
import { longAgo } from './long-ago';
import { openRowMenu } from './row-menu';

interface ArticleRowProps {
  entry: LibraryEntry;
  onOpen: (articleId: string) => void;
  onRename: (entry: LibraryEntry) => void;
}

function progressWords(progress: Progress): string {
  const total = totalOf(progress);
  if (total === 0) return 'no claims yet';
  const open = openOf(progress);
  const claims = counted(total, 'claim');
  return open === 0 ? `${claims}, all checked` : `${claims}, ${shownNumber(open)} open`;
}

/** Whether an element does something of its own when it is clicked. */
function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button') !== null;
}

/** Up and Down go from title to title; false for any other key, and where there is none. */
function goToTitleBeside({ key, currentTarget }: KeyboardEvent): boolean {
  const row = currentTarget.closest('li');
  const beside =
    key === 'ArrowDown' ? row?.nextElementSibling : key === 'ArrowUp' ? row?.previousElementSibling : null;
  const title = beside?.querySelector('button');
  title?.focus();
  return Boolean(title);
}

export function ArticleRow({ entry, onOpen, onRename }: ArticleRowProps) {
  const { id, title, byline, draft, file, progress, words, editedAt } = entry;
  // The same element as long as it says the same, so that it is not measured anew.
  const facts = useMemo(() => <Joined parts={[byline, `draft ${draft}`, file]} />, [byline, draft, file]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same, and the menu key opens it from them
    <div
      className={styles.row}
      onContextMenu={(event) =>
        openRowMenu(
          event,
          [
            { label: 'Open', keys: 'Enter', run: () => onOpen(id) },
            { label: 'Rename …', keys: 'F2', run: () => onRename(entry) },
          ],
          [{ label: 'Move to bin', keys: 'Delete', run: () => void binArticle(entry) }],
        )
      }
      onKeyDown={(event) => {
        if (event.key === 'F2') onRename(entry);
        else if (event.key === 'Delete') void binArticle(entry);
        else if (!goToTitleBeside(event)) return;
        event.preventDefault();
      }}
      onDoubleClick={({ target }) => {
        if (!isControl(target)) onRename(entry);
      }}
    >
      <button type="button" className={styles.open} onClick={() => onOpen(id)}>
        <bdi>{title}</bdi>
      </button>
      <Meter parts={standingParts(progress)} total={totalOf(progress)} />
      <p className={styles.facts}>
        {progressWords(progress)} · {counted(words, 'word')} · edited{' '}
        <time dateTime={editedAt}>{longAgo(editedAt, Date.now())}</time>
      </p>
      <p className={styles.origin}>
        <ClippedText isAlone>{facts}</ClippedText>
      </p>
      <div className={styles.buttons}>
        <Button kind="quiet" onPress={() => onRename(entry)} aria-describedby={`title-${id}`}>
          Rename
        </Button>
        <Button kind="quiet" onPress={() => binArticle(entry)} aria-describedby={`title-${id}`}>
          Move to bin
        </Button>
      </div>
      <span id={`title-${id}`} hidden>
        {title}
      </span>
    </div>
  );
}
