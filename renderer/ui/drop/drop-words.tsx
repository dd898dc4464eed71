import styles from './drop-words.module.css';

interface DropWordsProps {
  /** What they lie over: the whole window, or the part of it around them. */
  over: 'window' | 'part';
  children: string;
}

/** Says what letting go of a dragged thing does, over all that takes it. */
export function DropWords({ over, children }: DropWordsProps) {
  return <div className={`${styles.words} ${styles[over] ?? ''}`}>{children}</div>;
}
