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

export type DialogName =
  | 'paste'
  | 'openWeb'
  | 'preview'
  | 'pasteDraft'
  | 'drafts'
  | 'compare'
  | 'corrections'
  | 'links'
  | 'mergeSources'
  | 'tags'
  | 'attachSeveral'
  | 'details'
  | 'export'
  | 'overview'
  | 'leaks'
  | 'settings'
  | 'restore'
  | 'check'
  | 'keys'
  | 'changeKeys'
  | 'palette'
  | 'about'
  | 'reviewer'
  | 'librarySearch';

/** A part of a dialog that is looked for, so that it is unfolded and has the focus. */
type DialogPart = 'claimReview' | 'deadline' | 'link' | 'language';

interface Dialogs {
  open: DialogName | null;
  /** The part of the open dialog that is looked for; null for its beginning. */
  part: DialogPart | null;
}

/** The dialog that is open. Only one can be open at a time. */
export const useDialogs = create<Dialogs>()(() => ({ open: null, part: null }));

export function openDialog(name: DialogName, part: DialogPart | null = null): void {
  useDialogs.setState({ open: name, part });
}

/** Runs at once, or after the dialog that is open now was closed, so that nothing changes behind it. */
export function runWhenNoDialog(run: () => void): void {
  if (useDialogs.getState().open === null) {
    run();
    return;
  }
  const unsubscribe = useDialogs.subscribe(({ open }) => {
    if (open !== null) return;
    unsubscribe();
    run();
  });
}

export function closeDialog(): void {
  useDialogs.setState({ open: null });
}
