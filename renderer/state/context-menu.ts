import { create } from 'zustand';

export interface MenuEntry {
  label: string;
  /** The keys that do the same, for example "Ctrl+C". */
  keys?: string | undefined;
  isDisabled?: boolean;
  run: () => void;
}

interface OpenMenu {
  /** The accessible name. */
  label: string;
  /** Entries that belong together; a line separates the groups. */
  groups: readonly (readonly MenuEntry[])[];
  /** The position in the window, in CSS pixels. */
  x: number;
  y: number;
}

/** The context menu that is open. Only one can be open at a time. */
export const useContextMenu = create<{ open: OpenMenu | null }>()(() => ({ open: null }));

export function openContextMenu(menu: OpenMenu): void {
  const groups = menu.groups.filter((group) => group.length > 0);
  useContextMenu.setState({ open: groups.length > 0 ? { ...menu, groups } : null });
}

export function closeContextMenu(): void {
  useContextMenu.setState({ open: null });
}

/** Where the menu opens: at the pointer, or below the element when a key opened it. */
export function getMenuPosition(event: globalThis.MouseEvent, element: Element): { x: number; y: number } {
  if (event.button === 2) return { x: event.clientX, y: event.clientY };
  const { left, bottom } = element.getBoundingClientRect();
  return { x: Math.max(0, left) + 8, y: Math.min(bottom, window.innerHeight - 8) };
}
