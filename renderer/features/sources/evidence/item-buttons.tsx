import { Button } from '../../../ui/button';
import styles from './evidence-item.module.css';

interface ItemAction {
  label: string;
  shortcut?: string | undefined;
  run: () => void;
}

interface ItemButtonsProps {
  /** The id of the element with the title of the item, which describes each button. */
  titleId: string;
  /** False for an action that is not offered. */
  actions: readonly (ItemAction | false)[];
}

/** The buttons below a piece of evidence, stored or proposed. */
export function ItemButtons({ titleId, actions }: ItemButtonsProps) {
  return (
    <div className={styles.buttons}>
      {actions
        .filter((action) => action !== false)
        .map(({ label, shortcut, run }) => (
          <Button key={label} kind="quiet" shortcut={shortcut} aria-describedby={titleId} onPress={run}>
            {label}
          </Button>
        ))}
    </div>
  );
}
