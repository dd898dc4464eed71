import { Component, type DragEvent, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { AccessBanner } from '../features/library/access-banner.tsx';
import { LibraryScreen } from '../features/library/library-screen.tsx';
import { Welcome } from '../features/library/welcome.tsx';
import { useDialogs } from '../state/base/dialogs.ts';
import { waitForPaint } from '../state/base/wait-for-paint.ts';
import { loadLibrary, useLibrary, useLibraryKeys } from '../state/library/library.ts';
import { useIsLibraryWritable } from '../state/library/library-access.ts';
import { useLibraryLocation } from '../state/library/location.ts';
import { SessionContext, useOpenReview } from '../state/review/open-review.ts';
import { Button } from '../ui/button.tsx';
import styles from './app.module.css';
import { actions, createRunner, dialogs, reviewScreen } from './late-parts.ts';
import barStyles from './screens/bar.module.css';
import { Notices } from './status/notices.tsx';
import { TaskFooter } from './status/task-status.tsx';

interface BoundaryProps {
  children: ReactNode;
}

/** Shown when rendering fails because of a bug, instead of a blank window. Saved edits are safe in main. */
class ErrorBoundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <main className={styles.failed}>
        <h1>Something went wrong on this screen.</h1>
        <p>Everything that was saved is safe on the disk. Reload Stet to continue.</p>
        <Button kind="primary" onPress={() => window.location.reload()}>
          Reload
        </Button>
      </main>
    );
  }
}

/** Until drops are handled: without an article on the screen, only files are dropped for a purpose. */
const waitingHandlers = {
  onDragOver(event: DragEvent) {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  },
  onDrop(event: DragEvent) {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    actions.run(({ openDroppedFiles }) => openDroppedFiles(files));
  },
};

/** Takes drops on the whole window, for `drop-target.tsx`, which is loaded later. */
export function DropArea({ children }: { children: ReactNode }) {
  const loaded = actions.use();
  return (
    <div className={styles.target} {...(loaded?.dropHandlers ?? waitingHandlers)}>
      {children}
      {loaded && <loaded.DropEffect />}
    </div>
  );
}

/** The bar above the library. */
function LibraryBar() {
  return (
    <header className={barStyles.bar}>
      <span className={barStyles.brand}>stet</span>
      <span className={barStyles.grow} />
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

const MissingLibrary = lazy(async () => ({
  default: (await import('../features/missing-library/missing-library.tsx')).MissingLibrary,
}));
const MovingLibrary = lazy(async () => ({
  default: (await import('../features/missing-library/missing-library.tsx')).MovingLibrary,
}));

const openArticle = (articleId: string) => actions.run(({ showArticle }) => void showArticle(articleId));
const forgetArticle = (articleId: string) => actions.run((part) => part.forgetArticle(articleId));

const run = {
  overview: createRunner('overview'),
  settings: createRunner('settings'),
  keys: createRunner('keys'),
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
  const location = useLibraryLocation((state) => state.location);
  const session = useOpenReview((open) => open.session);
  const isReopening = useOpenReview((open) => open.isReopening);
  const review = reviewScreen.use();
  if (location === null) return waiting;
  if (location.state !== 'open')
    return (
      <Suspense fallback={waiting}>
        {location.state === 'missing' ? (
          <MissingLibrary location={location} />
        ) : (
          <MovingLibrary location={location} />
        )}
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
    if (isShown) return void waitForPaint().then(loadRest);
    const timer = setTimeout(loadRest, maxWaitMs);
    return () => clearTimeout(timer);
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
