import { create } from 'zustand';
import type { Draft } from '../../../shared/domain/draft';
import { findAll, type Searchable, searchable } from '../../../shared/text/find';
import type { Span } from '../../../shared/text/span';
import { sameSpan } from '../../../shared/text/span';
import { dropSelection, revealSpan, selectWords, useReviewView } from '../review/review-view';
import { readingOffset } from './reading';

interface Find {
  query: string;
  found: readonly Span[];
  /** Index of the one shown; -1 while nothing is found. */
  index: number;
  /** The offset from which the words are looked for. */
  from: number;
}

const nothing: Find = { query: '', found: [], index: -1, from: 0 };

/** Find in the article. */
export const useFind = create<Find>()(() => nothing);

let folded: { draft: Draft; text: Searchable } | null = null;

function foldedOnce(draft: Draft): Searchable {
  if (folded?.draft !== draft) folded = { draft, text: searchable(draft.text) };
  return folded.text;
}

export function clearFind(): void {
  useFind.setState(nothing, true);
}

/** The place that is shown now. */
function shownPlace(): Span | undefined {
  const { found, index } = useFind.getState();
  return found[index];
}

/** The place that comes first from an offset on, round the end; -1 when nothing is found. */
function indexFrom(found: readonly Span[], from: number): number {
  const ahead = found.findIndex(({ start }) => start >= from);
  return found.length === 0 ? -1 : Math.max(0, ahead);
}

/** Says that the search is turned to again: it goes on from where the reader is by now. */
export function findFromHere(): void {
  const from = readingOffset();
  useFind.setState(({ found }) => ({ from, index: indexFrom(found, from) }));
}

/** Looks for the words and goes to the first place from where the reader is, or was when the field got the focus. */
export function find(draft: Draft, query: string): void {
  const before = useFind.getState();
  const from = before.query === '' ? readingOffset() : before.from;
  const found = findAll(foldedOnce(draft), query);
  const index = indexFrom(found, from);
  useFind.setState({ query, found, index, from });
  const first = found[index];
  if (first) revealSpan(first);
}

/** Goes to the next (1) or previous (-1) place, round the ends; words that are selected elsewhere are left. */
export function findStep(by: 1 | -1): void {
  const { found, index } = useFind.getState();
  if (found.length === 0) return;
  const next = (index + by + found.length) % found.length;
  const span = found[next];
  if (!span) return;
  useFind.setState({ index: next, from: span.start });
  dropSelection();
  revealSpan(span);
}

/** Selects the place that is shown, so that it can be marked; false when nothing was found. */
export function selectFound(): boolean {
  const span = shownPlace();
  if (!span) return false;
  revealSpan(span);
  selectWords(span);
  return true;
}

/** Whether the words selected are the place that is shown. */
export function isFoundSelected(): boolean {
  const span = shownPlace();
  const { selection } = useReviewView.getState();
  return span !== undefined && selection !== null && sameSpan(span, selection);
}
