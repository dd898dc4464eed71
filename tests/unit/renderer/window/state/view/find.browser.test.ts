import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  clearFind,
  endFind,
  findText,
  goToNextMatch,
  restartFindHere,
  selectCurrentMatch,
  typeQuery,
  useFind,
} from '#renderer/window/state/view/find.ts';
import { resetReviewView, useReviewView } from '#renderer/window/state/view/review-view.ts';
import { registerArticleView } from '#renderer/window/state/view/viewport.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { importReview } from '#tests/unit/renderer/support/open-session.tsx';

let shown = { start: 0, end: 20 };
let leave = () => {};
let draft: Draft;

beforeEach(() => {
  resetReviewView();
  clearFind();
  ({ draft } = importReview(
    ['The port and the mayor.', 'Filler. '.repeat(20), 'A mayor and a port.'].join('\n\n'),
  ));
  shown = { start: 0, end: 20 };
  leave = registerArticleView({ getVisibleSpan: () => shown, getOffsetAt: () => null });
});
afterEach(() => leave());

const scrollToEnd = () => {
  shown = { start: 150, end: draft.text.length };
};

it('a new query is searched from where the reviewer has scrolled to since the last one', () => {
  findText(draft, 'port');
  expect(useFind.getState().index).toBe(0);
  scrollToEnd();
  restartFindHere();
  findText(draft, 'mayor');
  expect(useFind.getState()).toMatchObject({ index: 1 });
  expect(useReviewView.getState().lastSpan?.start).toBe(draft.text.indexOf('mayor and a port'));
});

it('the same query continues from there, and keeps its match while that is in view', () => {
  findText(draft, 'port');
  restartFindHere();
  expect(useFind.getState().index).toBe(0);
  scrollToEnd();
  restartFindHere();
  expect(useFind.getState().index).toBe(1);
});

it('a longer query is searched from where the search began', () => {
  findText(draft, 'm');
  findText(draft, 'mayor and');
  expect(useFind.getState()).toMatchObject({ startOffset: 0, index: 0 });
  findText(draft, 'mayo');
  expect(useFind.getState()).toMatchObject({ index: 0 });
});

it('what is typed is found once it is painted, or as soon as the matches are needed', async () => {
  typeQuery(draft, 'ma');
  expect(useFind.getState()).toMatchObject({ query: 'ma', searched: '', matches: [] });
  await expect.poll(() => useFind.getState().searched).toBe('ma');
  expect(useFind.getState().matches).toHaveLength(2);
  typeQuery(draft, 'mayor and');
  expect(selectCurrentMatch()).toBe(true);
  expect(useReviewView.getState().selection?.start).toBe(draft.text.indexOf('mayor and a port'));
  typeQuery(draft, 'port');
  goToNextMatch(1);
  expect(useFind.getState()).toMatchObject({ searched: 'port', index: 1 });
});

it('the reviewer goes on from the match of what was typed when the search is left at once', () => {
  typeQuery(draft, 'mayor and');
  endFind();
  expect(useReviewView.getState().lastSpan?.start).toBe(draft.text.indexOf('mayor and a port'));
  typeQuery(draft, 'port');
  typeQuery(draft, '');
  expect(useReviewView.getState().lastSpan?.start).toBe(draft.text.indexOf('port'));
});

it('a search that was ended finds nothing any more', async () => {
  typeQuery(draft, 'mayor');
  clearFind();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  expect(useFind.getState()).toMatchObject({ query: '', matches: [] });
});
