import { afterEach, beforeEach, expect, it } from 'vitest';
import { useNotices } from '#renderer/window/state/base/notices.ts';
import { loadLibrary, requestLibrary, useLibrary } from '#renderer/window/state/library/library.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { countByStatus } from '#shared/domain/review/progress.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';

const createEntry = (id: string): LibraryEntry => ({
  id,
  title: `Article ${id}`,
  byline: null,
  draft: 1,
  file: null,
  copyOf: null,
  reading: null,
  deadline: null,
  words: 9,
  progress: countByStatus([]),
  binnedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: '2026-01-01T00:00:00.000Z',
});

const ids = () => useLibrary.getState().articles?.map(({ id }) => id) ?? null;

/** Tests share the page, so another one may have left a list. */
function forgetList(): void {
  useLibrary.setState({ articles: null, isComparing: false });
  useNotices.setState({ notices: [] });
}

beforeEach(forgetList);
afterEach(forgetList);

/** Main, which answers with the stored list at once, and with the compared one when it is released. */
function holdComparison(stored: LibraryEntry[] | null) {
  const asked: string[] = [];
  let release = (_answer: unknown) => {};
  const compared = new Promise((resolve) => {
    release = resolve;
  });
  fakeMain(async (name) => {
    asked.push(name);
    return name === 'library.stored' ? { ok: true, value: stored } : compared;
  });
  return { asked, release };
}

it('the stored articles are shown at once, and those that were compared with the folders take their place', async () => {
  const { asked, release } = holdComparison([createEntry('a'), createEntry('b')]);
  await requestLibrary();
  expect(useLibrary.getState().isComparing).toBe(true);
  expect(ids()?.toSorted()).toEqual(['a', 'b']);
  const loading = loadLibrary();
  release({ ok: true, value: { articles: [createEntry('b')], problems: [] } });
  await loading;
  expect(ids()).toEqual(['b']);
  expect(useLibrary.getState().isComparing).toBe(false);
  // Main loads most of itself for the second.
  expect(asked).toEqual(['library.stored', 'library.list']);
});

it('no stored articles stay on the screen when the library can’t be opened', async () => {
  const { release } = holdComparison([createEntry('a')]);
  await requestLibrary();
  release({ ok: false, error: { code: 'damaged', message: 'The library can’t be opened.' } });
  await loadLibrary();
  expect(ids()).toBeNull();
  expect(useNotices.getState().notices.map(({ message }) => message)).toEqual([
    'The library can’t be opened.',
  ]);
});

it('without a stored list nothing is shown until the folders were read', async () => {
  const { release } = holdComparison(null);
  await requestLibrary();
  expect(ids()).toBeNull();
  release({ ok: true, value: { articles: [createEntry('a')], problems: [] } });
  await loadLibrary();
  expect(ids()).toEqual(['a']);
});
