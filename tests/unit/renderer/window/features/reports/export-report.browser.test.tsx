import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { useExport } from '#renderer/window/features/reports/export-report.ts';
import { getTasksBlockingClose, useTasks } from '#renderer/window/state/base/tasks.ts';
import { useOpenReview } from '#renderer/window/state/review/open-review.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { defaultReportChoices } from '#shared/domain/settings/report-options.ts';
import { recordCalls } from '#tests/unit/renderer/support/main.ts';
import { holdSaving, importReview, openSession, show } from '#tests/unit/renderer/support/open-session.tsx';

let close = () => {};
// All tests share one page, and other ones may have left tasks or an article.
beforeEach(() => {
  useTasks.setState({ running: [] });
  useOpenReview.setState({ session: null });
});
afterEach(() => close());

function Export({ session, onEnd }: { session: Session; onEnd: (isDone: boolean) => void }) {
  const { save } = useExport(session);
  return (
    <button type="button" onClick={() => void save(defaultReportChoices, []).then(onEnd)}>
      Save
    </button>
  );
}

/** A session whose last edits are being saved until the test says whether they are. */
function sessionWithPendingSave() {
  const { review, draft } = importReview('The ferry carried 12 million people.');
  const session = openSession(review, draft);
  return { session, finishSaving: holdSaving(session) };
}

it('no report is exported if its dialog is closed while the last edits are being saved', async () => {
  const calls = recordCalls();
  const { session, finishSaving } = sessionWithPendingSave();
  const onEnd = vi.fn();
  ({ close } = show(session, <Export session={session} onEnd={onEnd} />, { width: 300, height: 300 }));
  await page.getByRole('button', { name: 'Save' }).click();
  close();
  finishSaving(true);
  await expect.poll(() => onEnd.mock.calls).toEqual([[false]]);
  expect(calls).toEqual(['task.cancel']);
});

it('closing the window asks about an export from the moment it was started, also while edits are being saved', async () => {
  const calls = recordCalls();
  const { session, finishSaving } = sessionWithPendingSave();
  const onEnd = vi.fn();
  ({ close } = show(session, <Export session={session} onEnd={onEnd} />, { width: 300, height: 300 }));
  const exporting = () => getTasksBlockingClose().map(({ label }) => label);
  expect(exporting()).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(exporting).toEqual(['Exporting the report']);
  expect(calls).toEqual([]);
  finishSaving(false);
  await expect.poll(() => onEnd.mock.calls).toEqual([[false]]);
  expect(exporting()).toEqual([]);
  expect(calls).toEqual([]);
});
