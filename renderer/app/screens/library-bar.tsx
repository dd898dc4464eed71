import { useLibraryKeys } from '../../state/library/library-keys';
import { Button } from '../../ui/button';
import { createRunner } from '../late-parts';
import styles from './bar.module.css';

const run = {
  overview: createRunner('overview'),
  settings: createRunner('settings'),
  keys: createRunner('keys'),
};

/** The bar above the library. */
export function LibraryBar() {
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>stet</span>
      <span className={styles.grow} />
      <Button kind="quiet" onPress={run.overview}>
        Overview
      </Button>
      <Button kind="quiet" onPress={run.settings}>
        Settings
      </Button>
      <Button kind="quiet" shortcut={useLibraryKeys(({ shortcuts }) => shortcuts)} onPress={run.keys}>
        Shortcuts
      </Button>
    </header>
  );
}
