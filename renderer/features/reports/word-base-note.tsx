import styles from './export-dialog.module.css';
import type { PreviewState } from './preview/use-report-preview';

/** Says why a Word report is not written into the author's file, although that was chosen. */
export function WordBaseNote({ preview }: { preview: PreviewState }) {
  const word = preview.state === 'failed' ? undefined : preview.report?.word;
  if (!word || word.why === null) return null;
  return (
    <p className={styles.aside} role="status">
      Written as a clean document: {word.why}
    </p>
  );
}
