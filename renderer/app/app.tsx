import { useEffect } from 'react';
import { discardDetails } from '../features/article/unsaved-details';
import { AccessBanner } from '../features/library/access-banner';
import { LibraryScreen } from '../features/library/library-screen';
import { Welcome } from '../features/library/welcome';
import { MissingLibrary } from '../features/place/missing-library';
import { MovingLibrary } from '../features/place/moving-library';
import { discardFormsOfArticle } from '../features/sources/form/unsaved-forms';
import { useOpenReview } from '../state/article/open-review';
import { showArticle } from '../state/article/show-article';
import { takeWaitingEdits } from '../state/article/waiting-edits';
import { useDialogs } from '../state/dialogs';
import { loadLibrary, useLibrary } from '../state/library/library';
import { useIsLibraryWritable } from '../state/library/library-access';
import { usePlace } from '../state/library/place';
import { SessionContext } from '../state/review/use-session';
import { Button } from '../ui/button';
import { TextTooltip } from '../ui/text/text-tooltip';
import styles from './app.module.css';
import { commands } from './commands/commands';
import { DropTarget } from './drop/drop-target';
import { ErrorBoundary } from './error-boundary';
import { OpenContextMenu } from './menus/open-context-menu';
import { LibraryBar } from './screens/library-bar';
import { loadDialogs, useLoadedDialogs } from './screens/load-dialogs';
import { loadReviewScreen, useLoadedReviewScreen } from './screens/load-review-screen';
import { Notices } from './status/notices';
import { TaskFooter } from './status/task-status';

function LibraryView() {
  const isDisabled = !useIsLibraryWritable();
  useEffect(() => void loadLibrary(), []);
  return (
    <div className={styles.library}>
      <div>
        <LibraryBar />
        <AccessBanner />
      </div>
      <LibraryScreen
        onOpen={(articleId) => void showArticle(articleId)}
        onDeleted={(articleId) => {
          discardFormsOfArticle(articleId);
          discardDetails(articleId);
          takeWaitingEdits(articleId);
        }}
        onSearchAll={commands.librarySearch}
        actions={
          <>
            <Button onPress={commands.paste} isDisabled={isDisabled}>
              Paste text
            </Button>
            <Button onPress={commands.openWeb} isDisabled={isDisabled}>
              Open from the web
            </Button>
            <Button kind="primary" onPress={commands.open} isDisabled={isDisabled}>
              Open a file
            </Button>
          </>
        }
        empty={
          <Welcome
            isDisabled={isDisabled}
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

/** The first screen: the open article, the library, or what stands in its place. */
function Screen() {
  const place = usePlace((state) => state.place);
  const session = useOpenReview((open) => open.session);
  const isReopening = useOpenReview((open) => open.isReopening);
  const { ReviewScreen } = useLoadedReviewScreen();
  if (place === null) return <main aria-busy="true" aria-label="Library" />;
  if (place.state === 'missing') return <MissingLibrary place={place} />;
  if (place.state === 'moving') return <MovingLibrary place={place} />;
  return (
    <DropTarget>
      {session && ReviewScreen ? (
        <ReviewScreen key={session.draft.id} />
      ) : isReopening ? (
        <main aria-busy="true" aria-label="Article" />
      ) : (
        <LibraryView />
      )}
    </DropTarget>
  );
}

/** Loads the screen of an article and the dialogs once the library is shown, or at once when they are wanted. */
function useLoadRest(): void {
  const isShown = useLibrary(({ articles }) => articles !== null);
  const isOpening = useOpenReview(({ session, isReopening }) => session !== null || isReopening);
  const hasDialog = useDialogs(({ open }) => open !== null);
  useEffect(() => {
    const loadRest = () => void loadReviewScreen().then(loadDialogs);
    if (hasDialog) void loadDialogs();
    if (isOpening) loadRest();
    if (!isShown) return;
    const request = requestIdleCallback(loadRest, { timeout: 50 });
    return () => cancelIdleCallback(request);
  }, [isShown, isOpening, hasDialog]);
}

export function App() {
  const session = useOpenReview((open) => open.session);
  const { Dialogs } = useLoadedDialogs();
  useLoadRest();
  return (
    <ErrorBoundary>
      <SessionContext value={session}>
        <Screen />
        {Dialogs && <Dialogs />}
        <OpenContextMenu />
        <Notices />
        <TextTooltip />
      </SessionContext>
    </ErrorBoundary>
  );
}
