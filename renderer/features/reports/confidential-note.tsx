import { counted } from '../../../shared/text/format/count-of';
import styles from './export-dialog.module.css';
import type { PreviewState } from './use-preview';

interface ConfidentialNoteProps {
  preview: PreviewState;
  /** Whether notes are part of the report. */
  notes: boolean;
}

/** How many confidential sources stay unnamed, what to look at by oneself, and what would give them away. */
export function ConfidentialNote({ preview, notes }: ConfidentialNoteProps) {
  const made = preview.state === 'failed' ? null : preview.last;
  if (!made || made.confidential === 0) return <div role="status" />;
  return (
    <div role="status" className={styles.confidential} data-leaks={made.leaks.length > 0 || undefined}>
      <p>
        {counted(made.confidential, 'confidential source')}: the report says “confidential source” and what it
        says of the claim, and nothing else of it.
        {notes
          ? ' Notes, corrections and “stated by” on claims are included as they are: see that they do not give it away.'
          : ' Corrections and “stated by” on claims are included as they are: see that they do not give it away.'}
      </p>
      {made.leaks.map((leak) => (
        <p key={leak}>
          <b>{leak}</b>
        </p>
      ))}
      {made.leaks.length > 0 && (
        <p>The report can’t be saved like this. Change these words or leave them out.</p>
      )}
    </div>
  );
}
