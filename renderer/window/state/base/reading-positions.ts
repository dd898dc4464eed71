import { isCount, isObject, isRecordOf } from '#shared/text/guards.ts';
import type { Span } from '#shared/text/span.ts';
import { createPersistedStore } from './persisted-store.ts';

interface ReadingPositions {
  /** The UTF-16 offset of the first line that was in view, by article and draft. */
  places: Record<string, Record<string, number>>;
}

/** Where the reviewer left each draft. */
const useReadingPositions = createPersistedStore<ReadingPositions, ReadingPositions>({
  name: 'reading-places',
  initial: { places: {} },
  isStored: isObject({ places: isRecordOf(isRecordOf(isCount)) }),
  toStored: ({ places }) => ({ places }),
});

/** The offset of the first line that was in view when the reviewer left the draft; null for the top of the article. */
export function getReadingPosition(articleId: string, draftId: string): number | null {
  return useReadingPositions.getState().places[articleId]?.[draftId] ?? null;
}

/** Whether the line at which the reviewer left the draft is within the visible span. */
export function isPositionInView(articleId: string, draftId: string, visible: Span): boolean {
  const position = getReadingPosition(articleId, draftId);
  return position !== null && visible.start <= position && position <= visible.end;
}

/** Saves the offset of the first line in view. Null, the top of the article, is not stored. */
export function saveReadingPosition(articleId: string, draftId: string, offset: number | null): void {
  if (getReadingPosition(articleId, draftId) === offset) return;
  useReadingPositions.setState(({ places }) => {
    const { [draftId]: _, ...otherDrafts } = places[articleId] ?? {};
    const drafts = offset === null ? otherDrafts : { ...otherDrafts, [draftId]: offset };
    return { places: { ...places, [articleId]: drafts } };
  });
}

/** Deletes the positions of an article that was deleted. */
export function deleteReadingPositions(articleId: string): void {
  useReadingPositions.setState(({ places: { [articleId]: _, ...places } }) => ({ places }));
}

/** How many articles that are not in the open library keep their positions: they may be in another library. */
const maxOtherArticles = 500;

/** Deletes positions of articles that are not in the library, the oldest first. The bin is part of the library. */
export function pruneReadingPositions(articleIds: readonly string[]): void {
  const inLibrary = new Set(articleIds);
  const { places } = useReadingPositions.getState();
  const others = Object.keys(places).filter((id) => !inLibrary.has(id));
  const pruned = new Set(others.slice(0, Math.max(0, others.length - maxOtherArticles)));
  if (pruned.size === 0) return;
  const kept = Object.entries(places).filter(([id]) => !pruned.has(id));
  useReadingPositions.setState({ places: Object.fromEntries(kept) });
}
