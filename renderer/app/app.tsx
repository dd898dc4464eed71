import { lazy, Suspense, useEffect } from 'react';
import { AccessBanner } from '../features/library/access-banner';
import { LibraryScreen } from '../features/library/library-screen';
import { Welcome } from '../features/library/welcome';
import { useOpenReview } from '../state/article/open-review';
import { useDialogs } from '../state/dialogs';
import { loadLibrary, useLibrary } from '../state/library/library';
import { useIsLibraryWritable } from '../state/library/library-access';
import { usePlace } from '../state/library/place';
import { SessionContext } from '../state/review/session-context';
import { Button } from '../ui/button';
import styles from './app.module.css';
import { DropArea } from './drop/drop-area';
import { ErrorBoundary } from './error-boundary';
import { actions, createRunner, dialogs, reviewScreen } from './late-parts';
import { LibraryBar } from './screens/library-bar';
import { Notices } from './status/notices';
import { TaskFooter } from './status/task-status';

const MissingLibrary = lazy(async () => ({
  default: (await import('../features/missing-library/missing-library')).MissingLibrary,
}));
const MovingLibrary = lazy(async () => ({
  default: (await import('../features/missing-library/missing-library')).MovingLibrary,
}));

const openArticle = (articleId: string) => actions.run(({ showArticle }) => void showArticle(articleId));
const forgetArticle = (articleId: string) => actions.run((part) => part.forgetArticle(articleId));

const run = {
  open: createRunner('open'),
  paste: createRunner('paste'),
  openWeb: createRunner('openWeb'),
  sample: createRunner('sample'),
  librarySearch: createRunner('librarySearch'),
};

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
        onOpen={openArticle}
        onDeleted={forgetArticle}
        onSearchAll={run.librarySearch}
        actions={
          <>
            <Button onPress={run.paste} isDisabled={isDisabled}>
              Paste text
            </Button>
            <Button onPress={run.openWeb} isDisabled={isDisabled}>
              Open from the web
            </Button>
            <Button kind="primary" onPress={run.open} isDisabled={isDisabled}>
              Open a file
            </Button>
          </>
        }
        empty={
          <Welcome
            isDisabled={isDisabled}
            onOpenFile={run.open}
            onPaste={run.paste}
            onOpenWeb={run.openWeb}
            onSample={run.sample}
          />
        }
      />
      <TaskFooter />
    </div>
  );
}

const waiting = <main aria-busy="true" aria-label="Library" />;

/** The first screen: the open article, the library, or what stands in its place. */
function Screen() {
  const place = usePlace((state) => state.place);
  const session = useOpenReview((open) => open.session);
  const isReopening = useOpenReview((open) => open.isReopening);
  const review = reviewScreen.use();
  if (place === null) return waiting;
  if (place.state !== 'open')
    return (
      <Suspense fallback={waiting}>
        {place.state === 'missing' ? <MissingLibrary place={place} /> : <MovingLibrary place={place} />}
      </Suspense>
    );
  return (
    <DropArea>
      {session && review ? (
        <review.ReviewScreen key={session.draft.id} />
      ) : isReopening ? (
        <main aria-busy="true" aria-label="Article" />
      ) : (
        <LibraryView />
      )}
    </DropArea>
  );
}

/** When the rest is loaded although no list is shown, as where the library can't be opened, in milliseconds. */
const maxWaitMs = 1_000;

/** Loads the rest of the window once the library is shown, or at once when it is wanted. */
function useLoadRest(): void {
  const isShown = useLibrary(({ articles }) => articles !== null);
  const isOpening = useOpenReview(({ session, isReopening }) => session !== null || isReopening);
  const hasDialog = useDialogs(({ open }) => open !== null);
  useEffect(() => {
    // One after the other, so that keys are answered in between, in the order in which they are wanted.
    const loadRest = async () => {
      await actions.load();
      await reviewScreen.load();
      await dialogs.load();
    };
    if (hasDialog) void dialogs.load();
    if (isOpening) {
      void reviewScreen.load();
      void loadRest();
    }
    if (!isShown) {
      const timer = setTimeout(loadRest, maxWaitMs);
      return () => clearTimeout(timer);
    }
    const request = requestIdleCallback(loadRest, { timeout: 50 });
    return () => cancelIdleCallback(request);
  }, [isShown, isOpening, hasDialog]);
}

export function App() {
  const session = useOpenReview((open) => open.session);
  const loaded = actions.use();
  const loadedDialogs = dialogs.use();
  useLoadRest();
  return (
    <ErrorBoundary>
      <SessionContext value={session}>
        <Screen />
        {loadedDialogs && <loadedDialogs.Dialogs />}
        {loaded && <loaded.OpenContextMenu />}
        <Notices />
        {loaded && <loaded.TextTooltip />}
      </SessionContext>
    </ErrorBoundary>
  );
}
