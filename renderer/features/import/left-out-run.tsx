import { formatCount } from '../../../shared/text/format/format-count';
import { shorten } from '../../../shared/text/format/shorten';
import styles from './block-editor.module.css';

/** How much of the text is shown, in UTF-16 code units: enough to recognize a menu or a list of links. */
const excerptLength = 120;

interface LeftOutRunProps {
  /** The texts of the blocks. */
  texts: readonly string[];
  onShow: () => void;
}

/** Blocks in a row that the importer left out, as one row. */
export function LeftOutRun({ texts, onShow }: LeftOutRunProps) {
  const excerpt = shorten(texts.slice(0, 20).join(' · '), excerptLength);
  return (
    <div className={styles.run}>
      <p>{`${formatCount(texts.length, 'block')} left out: ${excerpt}`}</p>
      <p className={styles.actions}>
        <button type="button" onClick={onShow}>
          Show them
        </button>
      </p>
    </div>
  );
}
