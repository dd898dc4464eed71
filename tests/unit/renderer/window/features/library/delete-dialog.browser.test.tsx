import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DeleteDialog } from '#renderer/window/features/library/delete-dialog.tsx';
import { useNotices } from '#renderer/window/state/base/notices.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { countByStatus } from '#shared/domain/review/progress.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

/** Main deletes an article when the test says so. */
function mainDeletes() {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  fakeMain(async (name) => {
    if (name === 'backup.holding') return { ok: true, value: { takenAt: [] } };
    asked.push(name);
    if (name === 'library.list') return { ok: true, value: { articles: [], problems: [] } };
    await new Promise<void>((resolve) => answers.push(resolve));
    return { ok: true, value: { isWhole: true } };
  });
  return { asked, answers };
}

const entry = (title: string): LibraryEntry => ({
  id: title,
  title,
  byline: null,
  draft: 1,
  file: null,
  copyOf: null,
  reading: null,
  deadline: null,
  words: 3,
  progress: countByStatus([]),
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: '2026-01-01T00:00:00.000Z',
  binnedAt: '2026-01-02T00:00:00.000Z',
});

it('Escape closes it while articles are being deleted, and the one under way is the last', async () => {
  const main = mainDeletes();
  useNotices.setState({ notices: [] });
  const onDeleted = vi.fn();
  const onClose = vi.fn(() => shown.close());
  const dialog = (
    <DeleteDialog entries={['First', 'Second', 'Third'].map(entry)} onDeleted={onDeleted} onClose={onClose} />
  );
  const shown = show(null, dialog, { width: 600, height: 600 });
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect.poll(() => main.asked).toEqual(['library.delete']);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  main.answers[0]?.();
  await expect
    .poll(() => useNotices.getState().notices.map(({ message }) => message))
    .toEqual(['“First” was deleted. The others are still in the bin.']);
  expect(main.asked).toEqual(['library.delete', 'library.list']);
  expect(onDeleted.mock.calls).toEqual([['First']]);
  expect(onClose).toHaveBeenCalledTimes(1);
});
