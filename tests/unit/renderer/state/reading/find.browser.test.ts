import { afterEach, beforeEach, expect, it } from 'vitest';
import { clearFind, find, findFromHere, useFind } from '../../../../../renderer/state/reading/find';
import { showsArticle } from '../../../../../renderer/state/reading/reading';
import { resetView, useReviewView } from '../../../../../renderer/state/review/review-view';
import type { Draft } from '../../../../../shared/domain/draft';
import { reviewOf } from '../../support/open-session';

let shown = { start: 0, end: 20 };
let leave = () => {};
let draft: Draft;

beforeEach(() => {
  resetView();
  clearFind();
  ({ draft } = reviewOf(
    ['The port and the mayor.', 'Filler. '.repeat(20), 'A mayor and a port.'].join('\n\n'),
  ));
  shown = { start: 0, end: 20 };
  leave = showsArticle(() => shown);
});
afterEach(() => leave());

const scrollToEnd = () => {
  shown = { start: 150, end: draft.text.length };
};

it('other words are looked for from where the reader has scrolled to since the last search', () => {
  find(draft, 'port');
  expect(useFind.getState().index).toBe(0);
  scrollToEnd();
  findFromHere();
  find(draft, 'mayor');
  expect(useFind.getState()).toMatchObject({ index: 1 });
  expect(useReviewView.getState().place?.start).toBe(draft.text.indexOf('mayor and a port'));
});

it('the same words are gone on with from there, and stay where they are while they are in view', () => {
  find(draft, 'port');
  findFromHere();
  expect(useFind.getState().index).toBe(0);
  scrollToEnd();
  findFromHere();
  expect(useFind.getState().index).toBe(1);
});

it('words typed on are looked for from where the search began', () => {
  find(draft, 'm');
  find(draft, 'mayor and');
  expect(useFind.getState()).toMatchObject({ from: 0, index: 0 });
  find(draft, 'mayo');
  expect(useFind.getState()).toMatchObject({ index: 0 });
});
