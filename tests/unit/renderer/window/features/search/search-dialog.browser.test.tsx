import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SearchDialog } from '#renderer/window/features/search/search-dialog.tsx';
import { useLibrary } from '#renderer/window/state/library/library.ts';
import { useLibrarySearch } from '#renderer/window/state/library/search-library.ts';
import type { SearchResults } from '#shared/contract/commands/library-commands.ts';
import { fakeMain } from '#tests/unit/renderer/support/main.ts';
import { show } from '#tests/unit/renderer/support/open-session.tsx';

function find(...titles: string[]): SearchResults {
  const articles = titles.map((title, index) => ({
    articleId: `a${index}`,
    title,
    moreCount: 0,
    places: [{ kind: 'title' as const, refId: null, span: null, snippet: { text: title, marks: [] } }],
  }));
  const count = titles.length;
  return {
    articles,
    articleCount: count,
    isApproximate: false,
    indexedCount: count,
    totalCount: count,
    skipped: [],
  };
}

const titles = () => page.getByRole('list', { name: 'Articles found' }).getByRole('heading');

function openDialog(): void {
  useLibrarySearch.setState({ query: '', results: null, problem: null });
  show(null, <SearchDialog onOpen={() => {}} onClose={() => {}} />, {
    width: 800,
    height: 700,
  });
}

test('what was found is found again when the list of articles changes, as after a move to the bin', async () => {
  let found = find('The quay', 'The mill');
  fakeMain(async () => ({ ok: true, value: found }));
  openDialog();
  await userEvent.keyboard('zeppelin');
  await expect.element(titles()).toHaveLength(2);
  found = find('The quay');
  useLibrary.setState({ articles: [] });
  await expect.element(titles()).toHaveLength(1);
});

test('an answer that a later search overtook is dropped, even if both are for the same words', async () => {
  const waiting: ((answer: unknown) => void)[] = [];
  fakeMain(() => new Promise((answer) => waiting.push(answer)));
  openDialog();
  await userEvent.keyboard('q');
  await expect.poll(() => waiting.length).toBe(2);
  useLibrary.setState({ articles: [] });
  await expect.poll(() => waiting.length).toBe(3);
  waiting[2]?.({ ok: true, value: find('The quay') });
  await expect.element(titles()).toHaveLength(1);
  waiting[1]?.({ ok: true, value: find() });
  await userEvent.keyboard('{Shift}');
  await expect.element(titles()).toHaveLength(1);
});
