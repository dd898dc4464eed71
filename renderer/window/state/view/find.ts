import { create } from 'zustand';
import type { Draft } from '#shared/domain/base/draft.ts';
import { findInText, type SearchableText, toSearchableText } from '#shared/text/find-in-text.ts';
import { isSameSpan, type Span } from '#shared/text/span.ts';
import { clearSelection, revealSpan, selectText } from './navigate.ts';
import { useReviewView } from './review-view.ts';
import { getReadingOffset } from './viewport.ts';

interface Find {
  /** The query as it is typed. */
  query: string;
  /** The query to which the matches belong; another one until the letter that was typed last is painted. */
  searched: string;
  /** All matches in the order of the text. */
  matches: readonly Span[];
  /** The index of the current match; -1 without matches. */
  index: number;
  /** The offset at which the search starts: the first match after it becomes the current one. */
  startOffset: number;
  /** Whether what was found is listed below the field: until the reviewer goes to a match, which the list could cover. */
  isListOpen: boolean;
}

const emptyFind: Find = { query: '', searched: '', matches: [], index: -1, startOffset: 0, isListOpen: true };

/** Find in the article. */
export const useFind = create<Find>()(() => emptyFind);

/** The normalized text of the last draft that was searched: making it takes longer than a search. */
let searchableDraft: { draft: Draft; text: SearchableText } | null = null;

/** The draft in which the query is still to be found; null when it was. */
let waitingDraft: Draft | null = null;

/**
 * Takes a query as it is typed. It is found once its last letter is painted, because matches and their highlights take longer than
 * a frame in a long article, or as soon as anything needs the matches.
 */
export function typeQuery(draft: Draft, query: string): void {
  // The reviewer goes on from the match of what stood in the field.
  if (query === '') finishSearch();
  useFind.setState({ query, isListOpen: true });
  const isScheduled = waitingDraft !== null;
  waitingDraft = draft;
  if (isScheduled) return;
  // A task that is posted during a frame runs after the frame is painted.
  requestAnimationFrame(() => void scheduler.postTask(finishSearch, { priority: 'user-blocking' }));
}

/** Finds the query and goes to the first match after the reviewer's position, as it was when the query was begun. */
export function findText(draft: Draft, query: string): void {
  useFind.setState({ query });
  waitingDraft = draft;
  finishSearch();
}

/** Finds what was typed, if that was not done yet. */
function finishSearch(): void {
  const draft = waitingDraft;
  waitingDraft = null;
  if (!draft) return;
  const { query, searched, startOffset: before } = useFind.getState();
  const startOffset = searched === '' ? getReadingOffset() : before;
  const matches = findInText(getSearchableText(draft), query);
  const index = findIndexAfter(matches, startOffset);
  useFind.setState({ searched: query, matches, index, startOffset });
  const match = matches[index];
  if (match) revealSpan(match);
}

/** Goes to the next (1) or previous (-1) match, wrapping at the ends. Clears the selection. */
export function goToNextMatch(by: 1 | -1): void {
  finishSearch();
  const { matches, index } = useFind.getState();
  if (matches.length === 0) return;
  goToMatch((index + by + matches.length) % matches.length);
}

/** Goes to a match by its index, which is that of a result. Clears the selection, and closes the list over the article. */
export function goToMatch(index: number): void {
  const match = useFind.getState().matches[index];
  if (!match) return;
  useFind.setState({ index, startOffset: match.start, isListOpen: false });
  clearSelection();
  revealSpan(match);
}

/** Starts the search at the reviewer's position now, because the find field got the focus again. */
export function restartFindHere(): void {
  finishSearch();
  const startOffset = getReadingOffset();
  useFind.setState(({ matches }) => ({
    startOffset,
    index: findIndexAfter(matches, startOffset),
    isListOpen: true,
  }));
}

/** Lists what was found below the field again. */
export function openFindList(): void {
  useFind.setState({ isListOpen: true });
}

/** Selects the current match, so that it can be marked as a claim. False without one, and while the queue is shown in place of the text. */
export function selectCurrentMatch(): boolean {
  finishSearch();
  const { queue } = useReviewView.getState();
  if (queue && !queue.isAttaching) return false;
  const match = getCurrentMatch();
  if (!match) return false;
  revealSpan(match);
  selectText(match);
  return true;
}

export function isCurrentMatchSelected(): boolean {
  const match = getCurrentMatch();
  const { selection } = useReviewView.getState();
  return match !== undefined && selection !== null && isSameSpan(match, selection);
}

/** Ends the search at the match of what was typed, from where the reviewer goes on. */
export function endFind(): void {
  finishSearch();
  clearFind();
}

export function clearFind(): void {
  waitingDraft = null;
  useFind.setState(emptyFind, true);
}

function getCurrentMatch(): Span | undefined {
  const { matches, index } = useFind.getState();
  return matches[index];
}

/** The index of the first match after an offset, or of the first one of all; -1 without matches. */
function findIndexAfter(matches: readonly Span[], offset: number): number {
  const index = matches.findIndex(({ start }) => start >= offset);
  return matches.length === 0 ? -1 : Math.max(0, index);
}

/** The text of a draft, prepared for `findInText`. */
export function getSearchableText(draft: Draft): SearchableText {
  if (searchableDraft?.draft !== draft) searchableDraft = { draft, text: toSearchableText(draft.text) };
  return searchableDraft.text;
}
