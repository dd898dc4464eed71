import { currentDraft } from '../../shared/domain/review';
import { FindField } from '../features/find/find-field';
import { useArticle, useSaving, useSession } from '../state/session-context';
import { Button } from '../ui/button';
import styles from './bar.module.css';
import { commands } from './commands';
import { focusArticle } from './keys';

export function ReviewBar() {
  const article = useArticle();
  const session = useSession();
  // What can be undone changes with every edit and every answer.
  useSaving();
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>stet</span>
      <Button kind="quiet" onPress={commands.library}>
        Library
      </Button>
      <span className={styles.title}>{article.title}</span>
      <span className={styles.draft}>Draft {currentDraft(session.review).number}</span>
      <span className={styles.grow} />
      <span className={styles.spare}>
        <Button kind="quiet" onPress={commands.undo} isDisabled={!session.canUndo()}>
          Undo
        </Button>
        <Button kind="quiet" onPress={commands.redo} isDisabled={!session.canRedo()}>
          Redo
        </Button>
      </span>
      <FindField onLeave={focusArticle} />
      <span className={styles.spare}>
        <Button onPress={commands.open}>Open</Button>
      </span>
      <Button kind="primary" onPress={commands.export}>
        Export report
      </Button>
      <Button kind="quiet" onPress={commands.keys} aria-label="Keys">
        ?
      </Button>
    </header>
  );
}
