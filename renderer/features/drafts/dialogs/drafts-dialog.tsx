import type { DraftRow } from '../../../../shared/domain/draft';
import { referringTo } from '../../../../shared/domain/review/review';
import { correctableClaims } from '../../../../shared/drafts/corrected-draft';
import { type Fate, fatesOf } from '../../../../shared/drafts/tally';
import { counted } from '../../../../shared/text/format/count-of';
import { shownMoment } from '../../../../shared/text/format/dates';
import { shownNumber } from '../../../../shared/text/format/format-number';
import { openDialog } from '../../../state/dialogs';
import { originWords } from '../../../state/drafts/origin-words';
import { showDraft } from '../../../state/review/open-review';
import { useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { chooseDrafts } from '../compare/compared-drafts';
import styles from './drafts-dialog.module.css';

const told: readonly [Fate, string][] = [
  ['unchanged', 'unchanged'],
  ['moved', 'moved'],
  ['reworded', 'reworded'],
  ['attached', 'attached by hand'],
  ['waiting', 'waiting for a place'],
  ['cut', 'let go'],
];

/** "12 claims unchanged, 1 moved": what became of the claims of the draft before. */
function changed(row: DraftRow, review: Parameters<typeof referringTo>[0]): string {
  if (row.number === 1) return 'The first draft.';
  const fates = fatesOf(referringTo(review, `drafts/${row.id}`, 'placements'));
  const counts = told.flatMap(([fate, words]) =>
    fates[fate] > 0 ? [`${shownNumber(fates[fate])} ${words}`] : [],
  );
  return counts.length === 0 ? 'It had no claims to carry over.' : `Claims: ${counts.join(', ')}.`;
}

/** All drafts of the article, the newest first. */
export function DraftsDialog({ onClose }: { onClose: () => void }) {
  const { review, draft: shown, readOnly } = useSession();
  const corrections = readOnly ? 0 : correctableClaims(review, shown).length;
  const rows = [...review.drafts.values()].sort((a, b) => b.number - a.number);
  const [newest] = rows;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const look = (row: DraftRow) => {
    onClose();
    void showDraft(row === newest ? null : row.id);
  };
  const compare = (row: DraftRow, index: number) => {
    chooseDrafts({ beforeId: rows[index + 1]?.id ?? row.id, afterId: row.id });
    openDialog('compare');
  };
  return (
    <Dialog
      title="Drafts"
      size="wide"
      onClose={onClose}
      buttons={
        <>
          {corrections > 0 && (
            <Button
              onPress={() => openDialog('corrections')}
            >{`Apply ${counted(corrections, 'correction')}`}</Button>
          )}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <ol className={styles.rows} aria-label="Drafts">
        {rows.map((row, index) => (
          <li key={row.id} aria-current={row.id === shown.id || undefined}>
            <h3>Draft {row.number}</h3>
            <p>
              {shownMoment(row.importedAt, zone)} · {originWords(row.origin)} · {counted(row.words, 'word')}
            </p>
            <p className={styles.changed}>{changed(row, review)}</p>
            <div className={styles.buttons}>
              {row.id === shown.id ? (
                <span>On the screen</span>
              ) : (
                <Button onPress={() => look(row)}>
                  {row === newest ? `Go back to draft ${row.number}` : `Look at draft ${row.number}`}
                </Button>
              )}
              {index + 1 < rows.length && (
                <Button onPress={() => compare(row, index)}>
                  {`Compare with draft ${rows[index + 1]?.number}`}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
