import { Button } from '../../ui/button';
import { commands } from '../commands';
import styles from './bar.module.css';

export function LibraryBar() {
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>stet</span>
      <span className={styles.grow} />
      <Button kind="quiet" onPress={commands.settings}>
        Settings
      </Button>
      <Button kind="quiet" shortcut="?" onPress={commands.keys}>
        Keys
      </Button>
    </header>
  );
}
