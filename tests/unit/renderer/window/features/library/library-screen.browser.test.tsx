import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryScreen } from '#renderer/window/features/library/library-screen.tsx';
import { useLibrary, useLibraryView } from '#renderer/window/state/library/library.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { countByStatus } from '#shared/domain/review/progress.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';
import { waitForLayout } from '#tests/unit/renderer/support/rows.ts';

const articleCount = 2_000;

const createEntry = (index: number): LibraryEntry => ({
  id: `a${index}`,
  title: `Article ${index}`,
  byline: 'Ada Brook',
  draft: 1,
  file: 'a.docx',
  copyOf: null,
  reading: null,
  deadline: null,
  words: 900,
  progress: countByStatus([]),
  createdAt: '2026-01-01T00:00:00.000Z',
  binnedAt: null,
  editedAt: new Date(Date.UTC(2026, 0, 1) - index).toISOString(),
});

const rows = () => [...document.querySelectorAll<HTMLElement>('ol > li')];
const focusedRow = () => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset'));

beforeEach(async () => {
  useLibraryView.setState({ query: '', order: 'edited', searchFocusRequest: {} });
  useLibrary.setState({
    articles: Array.from({ length: articleCount }, (_, index) => createEntry(index)),
    isComparing: false,
  });
  const screen = (
    <LibraryScreen
      onOpen={() => {}}
      onDeleted={() => {}}
      onSearchAll={() => {}}
      actions={null}
      empty={null}
    />
  );
  show(null, screen, { width: 900, height: 600 });
  await waitForLayout();
});

it('rows are busy and grey, and can be read, until the articles were compared with their folders', async () => {
  const getOpacity = () => getComputedStyle(document.querySelector('ol') ?? document.body).opacity;
  const isBusy = () => document.querySelector('[aria-busy="true"] ol') !== null;
  expect(isBusy()).toBe(false);
  useLibrary.setState({ isComparing: true });
  await expect.poll(isBusy).toBe(true);
  await expect.poll(getOpacity).toBe('0.65');
  await expect.element(page.getByRole('button', { name: 'Article 0', exact: true })).toBeVisible();
  useLibrary.setState({ isComparing: false });
  await expect.poll(getOpacity).toBe('1');
  expect(isBusy()).toBe(false);
});

describe('the library of 2,000 articles', () => {
  it('has only the rows in and around the view in the page, and tells screen readers the total', async () => {
    expect(rows().length).toBeLessThan(40);
    expect(rows().map((row) => row.getAttribute('aria-setsize'))).toEqual(rows().map(() => '2000'));
    expect(rows().map((row) => row.getAttribute('aria-posinset'))).toEqual(
      rows().map((_, index) => String(index + 1)),
    );
    document.querySelector('main')?.scrollTo({ top: 1e6 });
    await expect.poll(() => rows().at(-1)?.textContent).toContain('Article 1999');
    expect(rows().length).toBeLessThan(40);
  });

  it('is walked through with the arrow keys, past the rows that were in the page at first', async () => {
    rows()[0]?.querySelector('button')?.focus();
    const steps = rows().length + 5;
    for (let step = 0; step < steps; step += 1) {
      await userEvent.keyboard('{ArrowDown}');
      await waitForLayout();
    }
    expect(focusedRow()).toBe(steps + 1);
    await userEvent.keyboard('{ArrowUp}');
    expect(focusedRow()).toBe(steps);
  });

  it('finds an article that is not in the page', async () => {
    await page.getByLabelText('Search the library').fill('article 1777');
    await expect
      .poll(() => rows().map((row) => row.querySelector('button')?.textContent))
      .toEqual(['Article 1777']);
  });
});

it('the bin is not shown again by the next article that is moved to it, once its last one was restored', async () => {
  const binned = { ...createEntry(1), binnedAt: '2026-01-02T00:00:00.000Z' };
  const heading = () => document.querySelector('h1')?.textContent;
  useLibrary.setState({ articles: [createEntry(0), binned] });
  await page.getByRole('button', { name: 'Bin 1' }).click();
  expect(heading()).toBe('Bin');
  useLibrary.setState({ articles: [createEntry(0), createEntry(1)] });
  await expect.poll(heading).toBe('Library');
  useLibrary.setState({ articles: [createEntry(0), binned] });
  await expect.element(page.getByRole('button', { name: 'Bin 1' })).toBeVisible();
  expect(heading()).toBe('Library');
});

it('the search field takes the focus when it is asked for, not for what was asked before it was there', async () => {
  const field = page.getByRole('searchbox', { name: 'Search the library' });
  await expect.element(field).not.toHaveFocus();
  useLibraryView.setState({ searchFocusRequest: {} });
  await expect.element(field).toHaveFocus();
});
