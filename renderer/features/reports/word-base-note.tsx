import type { ReportChoices } from '../../../shared/domain/report-options';
import styles from './export-dialog.module.css';
import type { PreviewState } from './preview/use-report-preview';

/**
 * Why a Word report is not written into the author's file, although that was chosen, as a sentence. Null when it is, and as long as main
 * has not answered. The public never gets that file, which the choice of the reader says.
 */
export function getWhyClean(preview: PreviewState, { format, options }: ReportChoices): string | null {
  if (format !== 'docx' || options.reader === 'public' || preview.state === 'failed') return null;
  return preview.report?.word?.why ?? null;
}

/** Says why a Word report is not written into the author's file. */
export function WordBaseNote({ why }: { why: string }) {
  return (
    <p className={styles.aside} role="status">
      Written as a clean document: {why}
    </p>
  );
}
