import fuzzysort from 'fuzzysort';
import { createPersistedStore } from '#renderer/window/state/base/persisted-store.ts';
import { isListOf, isObject, isText } from '#shared/text/guards.ts';

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

/** Something that the command palette finds and runs. */
export interface PaletteItem {
  /** Identifies it among all items, and among the recent ones of earlier sessions. */
  id: string;
  label: string;
  /** Further words that are shown and found, such as the verdict of a claim. */
  detail: string;
  keys?: string | undefined;
  /** Why it can't be run now; null if it can. */
  obstacle: string | null;
  run: () => void;
}

export interface PaletteGroup {
  title: string;
  items: readonly PaletteItem[];
  /** Whether all of them are shown while nothing is typed. Only for a few dozen. */
  isShort?: boolean;
}

/** At most this many items of a group are shown. More words find the others. */
const maxShownPerGroup = 20;

const maxRecent = 6;

/** The lowest score of a match, from 0 (none) to 1 (the same words). */
const minScore = 0.4;

/** Longest query, in UTF-16 code units. */
const maxQueryLength = 200;

export interface ShownGroup {
  title: string;
  items: readonly PaletteItem[];
  moreCount: number;
}

type SearchPalette = (query: string, recentIds: readonly string[]) => ShownGroup[];

function showFirst(title: string, items: readonly PaletteItem[], count = maxShownPerGroup): ShownGroup {
  const shown = items.slice(0, count);
  return { title, items: shown, moreCount: items.length - shown.length };
}

/** Without a query: the actions that were used recently, then all groups as they are. */
function listAll(groups: readonly PaletteGroup[], recentIds: readonly string[]): ShownGroup[] {
  const items = groups.flatMap((group) => group.items);
  const recent = recentIds
    .flatMap((id) => items.find((item) => item.id === id) ?? [])
    .filter(({ obstacle }) => obstacle === null)
    .slice(0, maxRecent);
  const rest = groups.map(({ title, items: all, isShort }) =>
    showFirst(
      title,
      all.filter((item) => !recent.includes(item)),
      isShort ? all.length : maxShownPerGroup,
    ),
  );
  return [showFirst('Recently used', recent), ...rest].filter(({ items: shown }) => shown.length > 0);
}

/**
 * Prepares the search of the palette. It finds items by letters of their words in order, in label and detail, without regard to
 * case and accents. The group with the best match comes first; items that can't be run now come last in their group.
 */
export function prepareSearch(groups: readonly PaletteGroup[]): SearchPalette {
  const prepared = groups.map(({ title, items }) => ({
    title,
    snapshot: fuzzysort.snapshot(items, { key: ({ label, detail }) => `${label} ${detail}` }),
  }));
  return (typed, recentIds) => {
    const query = typed.trim().slice(0, maxQueryLength);
    if (query === '') return listAll(groups, recentIds);
    return prepared
      .map(({ title, snapshot }) => {
        const found = fuzzysort.go(query, snapshot, { limit: maxShownPerGroup, threshold: minScore });
        const items = found.map(({ obj }) => obj);
        const possible = items.filter(({ obstacle }) => obstacle === null);
        const impossible = items.filter(({ obstacle }) => obstacle !== null);
        const moreCount = found.total - found.length;
        const group: ShownGroup = { title, items: [...possible, ...impossible], moreCount };
        return { group, score: possible.length > 0 ? (found[0]?.score ?? 0) : 0 };
      })
      .filter(({ group }) => group.items.length > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ group }) => group);
  };
}
