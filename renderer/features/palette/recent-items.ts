import { z } from 'zod';
import { createPersistedStore } from '../../state/persisted-store';

/** Actions that are remembered. */
const maxRemembered = 20;

const storedSchema = z.object({ ids: z.array(z.string().max(100)).max(maxRemembered) });

/** The actions that were run from the palette, the latest first. */
export const useRecentItems = createPersistedStore<
  z.infer<typeof storedSchema>,
  z.infer<typeof storedSchema>
>({
  name: 'recent-actions',
  initial: { ids: [] },
  schema: storedSchema,
  toStored: ({ ids }) => ({ ids }),
});

export function rememberItem(id: string): void {
  useRecentItems.setState(({ ids }) => ({
    ids: [id, ...ids.filter((other) => other !== id)].slice(0, maxRemembered),
  }));
}
