import styles from './preview.module.css';
import type { PreviewState } from './use-preview';

interface PreviewProps {
  preview: PreviewState;
  /** The format's name. */
  label: string;
}

/** The report as it will be: the page itself, in a frame that can do nothing, or the beginning of the text. */
export function Preview({ preview, label }: PreviewProps) {
  if (preview.state === 'failed') return <p className={styles.failed}>No preview: {preview.why}</p>;
  const shown = preview.last?.shown;
  return (
    <section className={styles.preview} aria-label="Preview" aria-busy={preview.state === 'making'}>
      {!shown && <p className={styles.wait}>Making the preview …</p>}
      {shown && 'url' in shown && (
        <iframe className={styles.page} sandbox="" src={shown.url} title={`Preview of the ${label} report`} />
      )}
      {shown && 'text' in shown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
        <pre className={styles.text} tabIndex={0}>
          {shown.text}
        </pre>
      )}
    </section>
  );
}
