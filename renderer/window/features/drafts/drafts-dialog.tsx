import { useId, useState } from 'react';
import { showDraft } from '#renderer/window/state/article/show-article.ts';
import { openDialog } from '#renderer/window/state/base/dialogs.ts';
import { describeOrigin, usePastDraft } from '#renderer/window/state/drafts/past-draft.ts';
import { openStoredFile, saveStoredFile } from '#renderer/window/state/files/vault.ts';
import { useSession } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { Dialog } from '#renderer/window/ui/dialog/dialog.tsx';
import { HighlightedList } from '#renderer/window/ui/layout/banner.tsx';
import { type DraftRow, getKeptOriginal, type Origin } from '#shared/domain/base/draft.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { listCorrectableClaims } from '#shared/drafts/apply-corrections.ts';
import {
  countCarriedClaims,
  countUnfoundClaims,
  describeCarryCounts,
} from '#shared/drafts/count-outcomes.ts';
import { formatDateTime } from '#shared/text/format/format-dates.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { setComparedDrafts } from './compared-drafts.ts';
import styles from './drafts-dialog.module.css';

const isImported: Record<Origin['kind'], boolean> = {
  file: true,
  paste: true,
  web: true,
  sample: false,
  corrections: false,
};

/**
 * A button that shows the account of a draft's import: what it left out, guessed or could not read. It is stored with the
 * draft's text, so it is loaded once it is asked for. Renders nothing for a draft that was not imported.
 */
function AboutImport({ row }: { row: DraftRow }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isImported[row.origin.kind]) return null;
  return (
    <>
      <Button kind="quiet" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        {`About the import of draft ${row.number}`}
      </Button>
      {isOpen && <Account row={row} />}
    </>
  );
}

function Account({ row }: { row: DraftRow }) {
  const draft = usePastDraft(useSession(), row.id);
  const account = draft?.account ?? [];
  return (
    <div role="status" className={styles.account}>
      {!draft && <p>Reading draft {row.number}…</p>}
      {draft?.account === null && (
        <p>What the import left out is not known: the text of this draft was restored from elsewhere.</p>
      )}
      {draft?.account?.length === 0 && <p>The import reported nothing left out, guessed or unreadable.</p>}
      <HighlightedList label={`About the import of draft ${row.number}`} items={account} />
    </div>
  );
}

/** Buttons for the Word file or the page that is kept with a draft. Renders nothing for a draft without one. */
function KeptFile({ articleId, row }: { articleId: string; row: DraftRow }) {
  const openId = useId();
  const { id, number, origin } = row;
  const { kind, name } = origin;
  if (getKeptOriginal(origin) === null || name === null) return null;
  const noun = kind === 'web' ? 'page' : 'Word file';
  return (
    <>
      <Button id={openId} kind="quiet" onPress={() => void openStoredFile(articleId, { id, name })}>
        {`Open the ${noun} of draft ${number}`}
      </Button>
      {/* Each draft has such a button. */}
      <Button
        kind="quiet"
        aria-describedby={openId}
        onPress={() => void saveStoredFile(articleId, { id, name })}
      >
        Save a copy…
      </Button>
    </>
  );
}

/** Describes what became of the claims of the previous draft: "Claims: 12 unchanged, 1 lost. Since then: 1 retired." */
function describeOutcomes(row: DraftRow, review: Review): string {
  if (row.number === 1) return 'The first draft.';
  const placements = findReferrers(review, `drafts/${row.id}`, 'placements');
  const carried = describeCarryCounts(countCarriedClaims(placements));
  if (carried === null) return 'It had no claims to carry over.';
  const { attached, waiting, retired } = countUnfoundClaims(placements);
  const since = [
    attached > 0 && `${formatNumber(attached)} attached manually`,
    retired > 0 && `${formatNumber(retired)} retired`,
    waiting > 0 && `${formatNumber(waiting)} waiting for a place`,
  ].filter((part) => typeof part === 'string');
  return `Claims: ${carried}.${since.length === 0 ? '' : ` Since then: ${since.join(', ')}.`}`;
}

/** All drafts of the article, the newest first, with what their imports left out and their Word files. */
export function DraftsDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const { review, draft, readOnly } = session;
  const correctionCount = readOnly ? 0 : listCorrectableClaims(review, draft).length;
  const rows = [...review.drafts.values()].sort((a, b) => b.number - a.number);
  const [newest] = rows;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const open = (row: DraftRow) => {
    onClose();
    void showDraft(row === newest ? null : row.id);
  };
  const compare = (row: DraftRow, index: number) => {
    setComparedDrafts({ beforeId: rows[index + 1]?.id ?? row.id, afterId: row.id });
    openDialog('compare');
  };
  return (
    <Dialog
      title="Drafts"
      size="wide"
      onClose={onClose}
      footer={
        <>
          {correctionCount > 0 && (
            <Button
              onPress={() => openDialog('corrections')}
            >{`Apply ${formatCount(correctionCount, 'correction')}`}</Button>
          )}
          <Button kind="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <ol className={`plain-list ${styles.rows}`} aria-label="Drafts">
        {rows.map((row, index) => (
          <li key={row.id} data-draft={row.id} aria-current={row.id === draft.id || undefined}>
            <h3>Draft {row.number}</h3>
            <p>
              {formatDateTime(row.importedAt, timeZone)} · {describeOrigin(row.origin)} ·{' '}
              {formatCount(row.words, 'word')}
              {row.origin.kind === 'file' && getKeptOriginal(row.origin) && ' · Word file kept'}
            </p>
            <p className="muted">{describeOutcomes(row, review)}</p>
            <div className={`wrapping-row ${styles.buttons}`}>
              {row.id === draft.id ? (
                <span>Shown now</span>
              ) : (
                <Button onPress={() => open(row)}>
                  {row === newest ? `Go back to draft ${row.number}` : `Show draft ${row.number}`}
                </Button>
              )}
              {index + 1 < rows.length && (
                <Button onPress={() => compare(row, index)}>
                  {`Compare with draft ${rows[index + 1]?.number}`}
                </Button>
              )}
              <KeptFile articleId={session.articleId} row={row} />
              <AboutImport row={row} />
            </div>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
