import { formatCount } from '../../../shared/text/format/format-count';
import styles from './export-dialog.module.css';
import type { PreviewState } from './use-report-preview';

interface ConfidentialNoteProps {
  preview: PreviewState;
  /** Whether notes are part of the report. */
  hasNotes: boolean;
}

/** Says how many confidential sources are left out, which texts to check, and which of them leak a confidential term. */
export function ConfidentialNote({ preview, hasNotes }: ConfidentialNoteProps) {
  const report = preview.state === 'failed' ? null : preview.report;
  if (!report || report.confidentialCount === 0) return <div role="status" />;
  const texts = hasNotes ? 'Notes, corrections' : 'Corrections';
  return (
    <div role="status" className={styles.confidential} data-leaks={report.leaks.length > 0 || undefined}>
      <p>
        {formatCount(report.confidentialCount, 'confidential source')}: the report only says “confidential
        source” and what it says about the claim. {texts} and “stated by” on claims are included as they are:
        check that they do not give it away.
      </p>
      {report.leaks.map((leak) => (
        <p key={leak}>
          <b>{leak}</b>
        </p>
      ))}
      {report.leaks.length > 0 && (
        <p>The report can’t be saved like this. Change these words or leave them out.</p>
      )}
    </div>
  );
}
