import { z } from 'zod';
import { createPersistedStore } from '../persisted-store';

const storedSchema = z.object({
  /** The UTF-16 offset of the first line that was in view, by article and draft. */
  places: z.record(z.string(), z.record(z.string(), z.int().nonnegative())),
});

type ReadingPositions = z.infer<typeof storedSchema>;

/** Where the reader left each draft. */
const useReadingPositions = createPersistedStore<ReadingPositions, ReadingPositions>({
  name: 'reading-places',
  initial: { places: {} },
  schema: storedSchema,
  toStored: ({ places }) => ({ places }),
});

/** The offset of the first line that was in view when the reader left the draft; null for the top of the article. */
export function getReadingPosition(articleId: string, draftId: string): number | null {
  return useReadingPositions.getState().places[articleId]?.[draftId] ?? null;
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

/** Deletes the positions of articles that are not in the library any more. The bin is part of the library. */
export function pruneReadingPositions(articleIds: readonly string[]): void {
  const existing = new Set(articleIds);
  const { places } = useReadingPositions.getState();
  const kept = Object.entries(places).filter(([id]) => existing.has(id));
  if (kept.length < Object.keys(places).length)
    useReadingPositions.setState({ places: Object.fromEntries(kept) });
}
