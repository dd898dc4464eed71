import { FindField } from '../features/find/find-field';
import { focusArticle } from '../state/focus';
import { useArticle, useSession, useTopic } from '../state/session-context';
import { Button } from '../ui/button';
import styles from './bar.module.css';
import { commands } from './commands';

function UndoButtons() {
  const canUndo = useTopic('saving', (session) => session.canUndo());
  const canRedo = useTopic('saving', (session) => session.canRedo());
  return (
    <span className={styles.spare}>
      <Button kind="quiet" onPress={commands.undo} isDisabled={!canUndo}>
        Undo
      </Button>
      <Button kind="quiet" onPress={commands.redo} isDisabled={!canRedo}>
        Redo
      </Button>
    </span>
  );
}

export function ReviewBar() {
  const article = useArticle();
  const session = useSession();
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>stet</span>
      <Button kind="quiet" onPress={commands.library}>
        Library
      </Button>
      <span className={styles.title}>{article.title}</span>
      <span className={styles.draft}>
        <Button kind="quiet" onPress={commands.drafts}>
          {`Draft ${session.draft.number}`}
        </Button>
      </span>
      <span className={styles.grow} />
      <UndoButtons />
      <FindField onLeave={focusArticle} />
      <span className={styles.spare}>
        <Button onPress={commands.importDraft}>Import draft</Button>
      </span>
      <Button kind="primary" onPress={commands.export}>
        Export report
      </Button>
      <Button kind="quiet" onPress={commands.keys}>
        Keys
      </Button>
    </header>
  );
}
