import { formatNumber } from '../../../../shared/text/format/numbers';
import styles from './report-preview.module.css';
import type { PreviewState } from './use-report-preview';

interface ReportPreviewProps {
  preview: PreviewState;
  /** The name of the format. */
  formatLabel: string;
  /** Whether the format itself can't be shown here, so that the preview is the same report as a web page. */
  isStandIn: boolean;
}

/** The report as it will be: the page in a sandboxed frame without scripts, or the beginning of the text. */
export function ReportPreview({ preview, formatLabel, isStandIn }: ReportPreviewProps) {
  if (preview.state === 'failed') return <p className={styles.failed}>No preview: {preview.error}</p>;
  const beginning = preview.state === 'pending' ? preview.beginning : undefined;
  const shown = beginning ?? preview.report?.shown;
  const isOutdated = preview.state === 'pending' && !beginning;
  return (
    <section
      className={styles.preview}
      aria-label="Preview"
      aria-busy={preview.state === 'pending'}
      data-outdated={isOutdated || undefined}
    >
      {isStandIn && (
        <p className={styles.standIn}>The same report as a web page: {formatLabel} lays it out otherwise.</p>
      )}
      {beginning && (
        <p className={styles.standIn} role="status">
          The first {formatNumber(beginning.claimCount)} claims. The whole report follows in a few seconds…
        </p>
      )}
      {!shown && <p className={styles.wait}>Creating the preview…</p>}
      {shown && 'url' in shown && (
        <iframe
          className={styles.page}
          sandbox=""
          src={shown.url}
          title={`Preview of the ${formatLabel} report`}
        />
      )}
      {shown && 'text' in shown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
        <pre className={styles.text} tabIndex={0}>
          {shown.text}
        </pre>
      )}
    </section>
  );
}
