import { useEffect } from 'react';
import { LibraryScreen } from '../features/library/library-screen';
import { Welcome } from '../features/library/welcome';
import { dropFormsOf } from '../features/sources/form/kept-forms';
import { loadLibrary } from '../state/library/library';
import { showArticle, useOpenReview } from '../state/review/open-review';
import { SessionContext } from '../state/review/session-context';
import { Button } from '../ui/button';
import { TextTip } from '../ui/text/text-tip';
import styles from './app.module.css';
import { Boundary } from './boundary';
import { commands } from './commands';
import { Dialogs } from './dialogs';
import { DropTarget } from './drop/drop-target';
import { ShownMenu } from './menus/shown-menu';
import { LibraryBar } from './screens/library-bar';
import { ReviewScreen } from './screens/review-screen';
import { Notices } from './status/notices';
import { TaskFooter } from './status/task-status';

function LibraryView() {
  useEffect(() => void loadLibrary(), []);
  return (
    <div className={styles.library}>
      <LibraryBar />
      <LibraryScreen
        onOpen={(articleId) => void showArticle(articleId)}
        onDeleted={dropFormsOf}
        actions={
          <>
            <Button onPress={commands.paste}>Paste text</Button>
            <Button onPress={commands.openWeb}>Open from the web</Button>
            <Button kind="primary" onPress={commands.open}>
              Open a file
            </Button>
          </>
        }
        empty={
          <Welcome
            onOpenFile={commands.open}
            onPaste={commands.paste}
            onOpenWeb={commands.openWeb}
            onSample={commands.sample}
          />
        }
      />
      <TaskFooter />
    </div>
  );
}

export function App() {
  const session = useOpenReview((open) => open.session);
  const isReopening = useOpenReview((open) => open.isReopening);
  return (
    <Boundary>
      <SessionContext value={session}>
        <DropTarget>
          {session && <ReviewScreen key={session.draft.id} />}
          {!session && (isReopening ? <main aria-busy="true" aria-label="Article" /> : <LibraryView />)}
        </DropTarget>
        <Dialogs />
        <ShownMenu />
        <Notices />
        <TextTip />
      </SessionContext>
    </Boundary>
  );
}
