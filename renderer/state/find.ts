import { create } from 'zustand';
import type { Draft } from '../../shared/domain/draft';
import type { Span } from '../../shared/domain/span';
import { findAll, type Searchable, searchable } from '../../shared/text/find';
import { revealSpan } from './review-view';

interface Find {
  query: string;
  found: readonly Span[];
  /** Index of the one shown; -1 while nothing is found. */
  index: number;
}

const nothing: Find = { query: '', found: [], index: -1 };

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

/** Looks for the words and goes to the first place. */
export function find(draft: Draft, query: string): void {
  const found = findAll(foldedOnce(draft), query);
  useFind.setState({ query, found, index: found.length > 0 ? 0 : -1 });
  const [first] = found;
  if (first) revealSpan(first);
}

/** Goes to the next (1) or previous (-1) place, round the ends. */
export function findStep(by: 1 | -1): void {
  const { found, index } = useFind.getState();
  if (found.length === 0) return;
  const next = (index + by + found.length) % found.length;
  useFind.setState({ index: next });
  const span = found[next];
  if (span) revealSpan(span);
}
