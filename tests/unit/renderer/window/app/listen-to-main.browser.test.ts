import { afterEach, expect, it, onTestFinished } from 'vitest';
import { listenToMain } from '#renderer/window/app/listen-to-main.ts';
import { useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { runTask, useTasks } from '#renderer/window/state/base/tasks.ts';
import { useLibraryLocation } from '#renderer/window/state/library/location.ts';
import { useOpenReview } from '#renderer/window/state/review/open-review.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { holdSaving, importReview, openSession } from '#tests/unit/renderer/support/open-session.tsx';

afterEach(() => useOpenReview.setState({ session: null }));

/** Listens to main as the page does. Returns what sends it an event. */
function listenAsPage(): (event: unknown) => void {
  let emit = (_event: unknown) => {};
  const { listen } = window.stet;
  Object.assign(window.stet, {
    listen: (listener: (event: unknown) => void) => {
      emit = listener;
      return () => undefined;
    },
  });
  listenToMain();
  Object.assign(window.stet, { listen });
  return emit;
}

it('a command of the menu that comes before the place of the library is known waits for it', async () => {
  const calls: string[] = [];
  fakeMain(async (name) => {
    calls.push(name);
    return { ok: false, error: { code: 'notSaved', message: 'The disk is full.' } };
  });
  const { location } = useLibraryLocation.getState();
  onTestFinished(() => useLibraryLocation.setState({ location }));
  useLibraryLocation.setState({ location: null });
  // Commands of the menu do nothing while a dialog is open.
  useDialogs.setState({ open: null });
  const emit = listenAsPage();
  emit({ type: 'menu', command: 'sample' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(calls).toEqual([]);
  useLibraryLocation.setState({ location: { state: 'open', folder: '/library' } });
  await expect.poll(() => calls).toEqual(['article.createSample']);
});

it('the window reports unfinished work to main when it is about to close, after the last edits were saved', async () => {
  useTasks.setState({ running: [] });
  const reports: unknown[] = [];
  fakeMain(async (name, input) => {
    if (name === 'app.close') reports.push(input);
    return { ok: true, value: null };
  });
  const emit = listenAsPage();
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const session = openSession(review, draft);
  const finishSaving = holdSaving(session);
  useOpenReview.setState({ session });
  let finishExport = () => {};
  const exporting = runTask(
    'Exporting the report',
    () =>
      new Promise<void>((resolve) => {
        finishExport = resolve;
      }),
  );

  emit({ type: 'closing' });
  await new Promise((resolve) => setTimeout(resolve));
  expect(reports).toEqual([]);
  finishSaving(true);
  await expect
    .poll(() => reports)
    .toEqual([{ unsavedEdits: 0, tasks: ['Exporting the report'], pendingImports: 0 }]);
  finishExport();
  await exporting;
});
