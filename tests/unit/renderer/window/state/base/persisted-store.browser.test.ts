import { beforeEach, expect, it } from 'vitest';
import { saveReadingPosition } from '#renderer/window/state/base/reading-positions.ts';
import { useLibraryView } from '#renderer/window/state/library/library.ts';
import { saveLastArticleId } from '#renderer/window/state/review/open-review.ts';
import { adjustReadingSize, usePanels } from '#renderer/window/state/view/panels.ts';
import { forgetReadingPositions } from '#tests/unit/renderer/support/forget-reading-positions.ts';

beforeEach(() => {
  forgetReadingPositions();
  localStorage.clear();
});

/** The modules of the window that keep something in localStorage. */
const sources: Record<string, string> = import.meta.glob('/renderer/**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const usersOf = (pattern: RegExp) =>
  Object.keys(sources)
    .filter((path) => pattern.test(sources[path] ?? ''))
    .sort();

it('localStorage holds ids, offsets, sizes and the order of the list, and nothing that was typed', () => {
  saveLastArticleId('article-1');
  saveReadingPosition('article-1', 'draft-1', 42);
  adjustReadingSize(1);
  useLibraryView.setState({ query: 'Wilhelmina Oxbridge', order: 'title' });
  usePanels.setState({ drawer: 'card', width: { claims: 320, card: null } });
  const stored = Object.fromEntries(
    Object.entries({ ...localStorage }).map(([key, value]) => [key, JSON.parse(String(value)).state]),
  );
  expect(stored).toEqual({
    'last-article': { articleId: 'article-1' },
    'reading-places': { places: { 'article-1': { 'draft-1': 42 } } },
    'reading-size': { size: 1.1 },
    library: { order: 'title' },
    panels: { open: { claims: true, card: true }, width: { claims: 320, card: null } },
  });
});

it('no other module of the window keeps anything there', () => {
  expect(usersOf(/createPersistedStore</)).toEqual([
    '/renderer/window/features/palette/search-palette.ts',
    '/renderer/window/state/base/persisted-store.ts',
    '/renderer/window/state/base/reading-positions.ts',
    '/renderer/window/state/library/library.ts',
    '/renderer/window/state/review/open-review.ts',
    '/renderer/window/state/view/panels.ts',
  ]);
  expect(usersOf(/\b(?:localStorage|sessionStorage|indexedDB|caches)(?:\[|\.\w+\()/)).toEqual([]);
  expect(usersOf(/zustand\/middleware/)).toEqual(['/renderer/window/state/base/persisted-store.ts']);
});
