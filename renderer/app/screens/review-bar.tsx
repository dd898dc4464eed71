import { FindField } from '../../features/find/find-field';
import type { MenuEntry } from '../../state/context-menu';
import { focusHome } from '../../state/focus';
import { useArticle, useSession, useTopic } from '../../state/review/session-context';
import { Button } from '../../ui/button';
import { MenuButton } from '../../ui/menus/menu-button';
import { ClippedText } from '../../ui/text/clipped-text';
import { commands } from '../commands';
import styles from './bar.module.css';

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

/** In a narrow window: the buttons that there is no room for. */
function More() {
  const canUndo = useTopic('saving', (session) => session.canUndo());
  const canRedo = useTopic('saving', (session) => session.canRedo());
  const groups: MenuEntry[][] = [
    [
      { label: 'Undo', keys: 'Ctrl+Z', isDisabled: !canUndo, run: commands.undo },
      { label: 'Redo', keys: 'Ctrl+Shift+Z', isDisabled: !canRedo, run: commands.redo },
    ],
    [
      { label: 'Drafts', run: commands.drafts },
      { label: 'Import draft', keys: 'Ctrl+I', run: commands.importDraft },
    ],
    [
      { label: 'Settings', keys: 'Ctrl+,', run: commands.settings },
      { label: 'Keys', keys: '?', run: commands.keys },
    ],
  ];
  return (
    <span className={styles.more}>
      <MenuButton label="More" groups={groups} onChoose={({ run }) => run()} />
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
      <span className={styles.title}>
        <ClippedText isAlone>{article.title}</ClippedText>
      </span>
      <span className={styles.draft}>
        <Button kind="quiet" onPress={commands.drafts}>
          {`Draft ${session.draft.number}`}
        </Button>
      </span>
      <span className={styles.grow} />
      <UndoButtons />
      <FindField onLeave={focusHome} />
      <span className={styles.spare}>
        <Button onPress={commands.importDraft}>Import draft</Button>
      </span>
      <Button kind="primary" onPress={commands.export}>
        Export report
      </Button>
      <span className={styles.spare}>
        <Button kind="quiet" onPress={commands.keys}>
          Keys
        </Button>
      </span>
      <More />
    </header>
  );
}
