import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

const storedSchema = z.object({
  /** The offset of the first line that was in view, by article and draft. */
  places: z.record(z.string(), z.record(z.string(), z.int().nonnegative())),
});

type ReadingPlaces = z.infer<typeof storedSchema>;

/** Where articles were left. Kept by the window itself: where somebody reads is no part of a check. */
const useReadingPlaces = create<ReadingPlaces>()(
  persist((): ReadingPlaces => ({ places: {} }), {
    name: 'reading-places',
    merge: (stored, fresh) => ({ ...fresh, ...storedSchema.safeParse(stored).data }),
  }),
);

/** The offset of the first line that was in view when the draft was left; null for the top of the article. */
export function keptPlace(articleId: string, draftId: string): number | null {
  return useReadingPlaces.getState().places[articleId]?.[draftId] ?? null;
}

/** Keeps where an article is being read; null is its top, which need not be kept. */
export function keepPlace(articleId: string, draftId: string, offset: number | null): void {
  if (keptPlace(articleId, draftId) === offset) return;
  useReadingPlaces.setState(({ places }) => {
    const { [draftId]: _, ...others } = places[articleId] ?? {};
    return {
      places: { ...places, [articleId]: offset === null ? others : { ...others, [draftId]: offset } },
    };
  });
}

/** Forgets the places of articles that are not in the library any more, its bin included. */
export function keepPlacesOf(articleIds: readonly string[]): void {
  const there = new Set(articleIds);
  const { places } = useReadingPlaces.getState();
  const kept = Object.entries(places).filter(([id]) => there.has(id));
  if (kept.length < Object.keys(places).length)
    useReadingPlaces.setState({ places: Object.fromEntries(kept) });
}
