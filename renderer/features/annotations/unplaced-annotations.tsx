import type { UnplacedAnnotation } from '../../../shared/drafts/annotations/plan-annotation-import';
import { copyText } from '../../state/copy-text';
import { Button } from '../../ui/button';
import { describeUnplaced } from './describe-import';
import styles from './unplaced-annotations.module.css';

/** Longest list that is shown; all can be copied. */
const maxShown = 200;

/** Lists the annotations that find no place in the draft, and copies them, so that nothing they say is lost. */
export function UnplacedAnnotations({ unplaced }: { unplaced: readonly UnplacedAnnotation[] }) {
  if (unplaced.length === 0) return null;
  const lines = unplaced.map(describeUnplaced);
  return (
    <section className={styles.part} aria-label="Without a place">
      <h3>Without a place</h3>
      <ul className={styles.list}>
        {lines.slice(0, maxShown).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes while it is shown
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
        {lines.length > maxShown && <li>{`${lines.length - maxShown} more; copy the list to read them.`}</li>}
      </ul>
      <Button onPress={() => void copyText(lines.join('\n'))}>Copy the list</Button>
    </section>
  );
}
