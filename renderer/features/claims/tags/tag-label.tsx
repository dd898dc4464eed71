import type { Tag } from '../../../../shared/domain/tag';
import styles from './tags.module.css';

/** A tag: its name, with a dot in its colour. */
export function TagLabel({ tag }: { tag: Pick<Tag, 'name' | 'color'> }) {
  return (
    <span className={`${styles.tag} tag-${tag.color}`}>
      <span className={styles.dot} aria-hidden="true" />
      <bdi className={styles.name}>{tag.name}</bdi>
    </span>
  );
}
