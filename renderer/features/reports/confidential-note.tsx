import { formatCount } from '../../../shared/text/format/format-count';
import styles from './export-dialog.module.css';
import { LeakList } from './leaks/leak-list';
import type { PreviewState } from './use-report-preview';

interface ConfidentialNoteProps {
  preview: PreviewState;
  /** Whether notes are part of the report. */
  hasNotes: boolean;
  confirmed: ReadonlySet<string>;
  onConfirm: (leakId: string, isConfirmed: boolean) => void;
  onGoTo: (claimId: string) => void;
}

/** Says how many confidential sources are left out and which texts to check, and lists what reveals one or may do so. */
export function ConfidentialNote({ preview, hasNotes, confirmed, onConfirm, onGoTo }: ConfidentialNoteProps) {
  const report = preview.state === 'failed' ? null : preview.report;
  const hasSources = report !== null && (report.confidentialCount > 0 || report.leaks.length > 0);
  if (!hasSources) return <div role="status" />;
  const { confidentialCount, leaks } = report;
  const texts = hasNotes ? 'Notes, corrections' : 'Corrections';
  const certainCount = leaks.filter(({ level }) => level === 'certain').length;
  const possibleCount = leaks.length - certainCount;
  return (
    <section
      aria-label="Confidential sources"
      className={styles.confidential}
      data-leaks={leaks.length > 0 || undefined}
    >
      <div role="status">
        <p>
          {confidentialCount > 0 && `${formatCount(confidentialCount, 'confidential source')}: `}
          the report only says “confidential source” and what it says about the claim. {texts} and “stated by”
          on claims are included as they are: check that they do not give it away.
        </p>
        {certainCount > 0 && (
          <p>
            The report can’t be saved like this: {formatCount(certainCount, 'place')} would reveal a source.
          </p>
        )}
        {certainCount === 0 && possibleCount > 0 && (
          <p>{formatCount(possibleCount, 'place')} to confirm below.</p>
        )}
      </div>
      <LeakList leaks={leaks} confirmed={confirmed} onConfirm={onConfirm} onGoTo={onGoTo} />
    </section>
  );
}
