/** Something that the command palette finds and runs. */
export interface PaletteItem {
  /** Identifies it among all items, and among the recent ones of earlier sessions. */
  id: string;
  label: string;
  /** Further words that are shown and found, such as the verdict of a claim. */
  detail: string;
  /** The name of its first key. */
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
