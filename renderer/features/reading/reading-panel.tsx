import { useReading } from '../../state/reading/reading';
import { CoverageSummary } from './coverage-summary';
import { QueryList } from './query-list';
import type { MarkPlace } from './query-places';
import styles from './reading-panel.module.css';
import { SentenceLists } from './sentence-lists';
import { SpotList } from './spot-list';
import type { SpotActions } from './spot-row';

interface ReadingPanelProps {
  onNextUnread: () => void;
  spotActions: SpotActions;
  onMarkPlace: MarkPlace;
  onUndo: () => void;
}

/**
 * Everything that reading the article's text found, in the order in which it helps:
 *
 * - `coverage-summary.tsx`: how much of the article somebody has looked at.
 * - `queries/`: what the text contradicts in itself, each set aside with a reason.
 * - `spots/`: words worth checking that no claim holds yet, by worth.
 * - `sentences/`: sentences that were partly looked at, and those that were set aside, which can be looked at again.
 */
export function ReadingPanel({ onNextUnread, spotActions, onMarkPlace, onUndo }: ReadingPanelProps) {
  const reading = useReading();
  return (
    <nav className={styles.panel} aria-label="Reading">
      <div className={styles.scroller} data-reading-panel>
        <CoverageSummary onNextUnread={onNextUnread} />
        {reading === null ? (
          <p className={styles.empty}>Reading the article …</p>
        ) : (
          <>
            <QueryList onMark={onMarkPlace} onUndo={onUndo} />
            <SpotList actions={spotActions} />
            <SentenceLists />
          </>
        )}
      </div>
    </nav>
  );
}
