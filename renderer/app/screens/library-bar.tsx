import { useKeyName } from '../../state/keys';
import { Button } from '../../ui/button';
import { commands } from '../commands/commands';
import styles from './bar.module.css';

/** The bar above the library. */
export function LibraryBar() {
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>stet</span>
      <span className={styles.grow} />
      <Button kind="quiet" onPress={commands.overview}>
        Overview
      </Button>
      <Button kind="quiet" onPress={commands.settings}>
        Settings
      </Button>
      <Button kind="quiet" shortcut={useKeyName('keys')} onPress={commands.keys}>
        Shortcuts
      </Button>
    </header>
  );
}
