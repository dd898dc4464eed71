import { FindField } from '#renderer/window/features/find/find-field.tsx';
import { labelNextStep } from '#renderer/window/state/article/undo-redo.ts';
import { client } from '#renderer/window/state/base/client.ts';
import type { MenuEntry } from '#renderer/window/state/base/dialogs.ts';
import { useKeyNames } from '#renderer/window/state/keys.ts';
import { useArticle, useSession, useTopic } from '#renderer/window/state/review/use-session.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { MenuButton } from '#renderer/window/ui/menu.tsx';
import { ClippedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { commands } from '../commands/commands.ts';
import styles from './bar.module.css';

/** Whether there is a step to undo and to redo, and the labels, which name it. */
function useSteps() {
  return {
    canUndo: useTopic('saving', (session) => session.canUndo()),
    canRedo: useTopic('saving', (session) => session.canRedo()),
    undoLabel: useTopic('saving', (session) => labelNextStep(session, 'undo')),
    redoLabel: useTopic('saving', (session) => labelNextStep(session, 'redo')),
  };
}

function UndoButtons() {
  const { canUndo, canRedo, undoLabel, redoLabel } = useSteps();
  return (
    <span className={styles.spare}>
      <Button kind="quiet" onPress={commands.undo} isDisabled={!canUndo} data-tip={undoLabel}>
        Undo
      </Button>
      <Button kind="quiet" onPress={commands.redo} isDisabled={!canRedo} data-tip={redoLabel}>
        Redo
      </Button>
    </span>
  );
}

/** A menu with the actions that have no room in a narrow window. */
function MoreMenu() {
  const { canUndo, canRedo, undoLabel, redoLabel } = useSteps();
  const nameOf = useKeyNames();
  const groups: MenuEntry[][] = [
    [
      { label: undoLabel, keys: nameOf('undo'), isDisabled: !canUndo, run: commands.undo },
      { label: redoLabel, keys: nameOf('redo'), isDisabled: !canRedo, run: commands.redo },
    ],
    [
      { label: 'Drafts', run: commands.drafts },
      { label: 'Import draft', keys: nameOf('importDraft'), run: commands.importDraft },
    ],
    [{ label: 'Overview', keys: nameOf('overview'), run: commands.overview }],
    [{ label: 'Export again', keys: nameOf('exportAgain'), run: commands.exportAgain }],
    [
      { label: 'Command palette', keys: nameOf('palette'), run: commands.palette },
      { label: 'Settings', keys: nameOf('settings'), run: commands.settings },
      { label: 'Keyboard shortcuts', keys: nameOf('keys'), run: commands.keys },
    ],
  ];
  return (
    <span className={styles.more}>
      <MenuButton label="More" groups={groups} onChoose={({ run }) => run()} />
    </span>
  );
}

/** The bar above a review: its title, undo, find, drafts and export. */
export function ReviewBar() {
  const article = useArticle();
  const session = useSession();
  // Main loads what a report needs when it is asked for the choices, and has it when the dialog asks for the preview.
  const prepareExport = () => void client.call('report.choices', { articleId: session.articleId });
  return (
    <header className={styles.bar}>
      <span className={styles.brand}>stet</span>
      <Button kind="quiet" onPress={commands.library}>
        Library
      </Button>
      <span className={styles.title}>
        <ClippedText isFocusable>{article.title}</ClippedText>
      </span>
      <span className={styles.draft}>
        <Button kind="quiet" onPress={commands.drafts}>
          {`Draft ${session.draft.number}`}
        </Button>
      </span>
      <span className={styles.grow} />
      <UndoButtons />
      <FindField />
      <span className={styles.spare}>
        <Button onPress={commands.importDraft} isDisabled={session.readOnly && !session.isPast}>
          Import draft
        </Button>
      </span>
      <Button kind="primary" onPress={commands.export} onPointerEnter={prepareExport} onFocus={prepareExport}>
        Export report
      </Button>
      <span className={styles.shortcuts}>
        <Button kind="quiet" onPress={commands.keys}>
          Shortcuts
        </Button>
      </span>
      <MoreMenu />
    </header>
  );
}
