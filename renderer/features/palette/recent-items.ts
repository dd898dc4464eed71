import { isListOf, isObject, isText } from '../../../shared/text/guards';
import { createPersistedStore } from '../../state/persisted-store';

/** Actions that are remembered. */
const maxRemembered = 20;

interface RecentItems {
  ids: string[];
}

/** The actions that were run from the palette, the latest first. */
export const useRecentItems = createPersistedStore<RecentItems, RecentItems>({
  name: 'recent-actions',
  initial: { ids: [] },
  isStored: isObject({ ids: isListOf(isText) }),
  toStored: ({ ids }) => ({ ids }),
});

export function rememberItem(id: string): void {
  useRecentItems.setState(({ ids }) => ({
    ids: [id, ...ids.filter((other) => other !== id)].slice(0, maxRemembered),
  }));
}
