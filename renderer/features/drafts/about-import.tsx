import { useState } from 'react';
import type { DraftRow } from '../../../shared/domain/draft/draft';
import type { Origin } from '../../../shared/domain/draft/draft-origin';
import { usePastDraft } from '../../state/drafts/past-draft';
import { useSession } from '../../state/review/use-session';
import { Button } from '../../ui/button';
import { HighlightedList } from '../../ui/text/highlighted-list';
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
export function AboutImport({ row }: { row: DraftRow }) {
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
