import { useSyncExternalStore } from 'react';
import { isBoolean, isNullOr, isObject } from '#shared/text/guards.ts';
import { createPersistedStore } from '../base/persisted-store.ts';

/** The factors by which the article's font sizes can be multiplied. */
const sizes = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5] as const;

const defaultSize = 1;

interface ReadingSize {
  size: number;
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value >= sizes[0] && value <= 2.5;
}

/** The factor by which the article's font sizes are multiplied. */
export const useReadingSize = createPersistedStore<ReadingSize, ReadingSize>({
  name: 'reading-size',
  initial: { size: defaultSize },
  isStored: isObject({ size: isSize }),
  toStored: ({ size }) => ({ size }),
});

/** The next larger (1) or smaller (-1) size; the same size at the end. */
export function getNextSize(size: number, by: 1 | -1): number {
  const next = by === 1 ? sizes.find((other) => other > size) : sizes.findLast((other) => other < size);
  return next ?? size;
}

export function adjustReadingSize(by: 1 | -1): void {
  useReadingSize.setState(({ size }) => ({ size: getNextSize(size, by) }));
}

export function resetReadingSize(): void {
  useReadingSize.setState({ size: defaultSize });
}

export type PanelName = 'claims' | 'card';

interface StoredPanels {
  open: Record<PanelName, boolean>;
  /** In CSS pixels; null until somebody resizes the panel. */
  width: Record<PanelName, number | null>;
}

const isWidth = isNullOr((value): value is number => Number.isFinite(value) && Number(value) > 0);

interface Panels extends StoredPanels {
  /** The one panel that a narrow window shows: the lists over the article, or the card beside or below it. */
  drawer: PanelName | null;
}

const narrowWindow = matchMedia('(width < 860px)');

/** The panels beside the article. */
export const usePanels = createPersistedStore<Panels, StoredPanels>({
  name: 'panels',
  initial: { open: { claims: true, card: true }, width: { claims: null, card: null }, drawer: null },
  isStored: isObject({
    open: isObject({ claims: isBoolean, card: isBoolean }),
    width: isObject({ claims: isWidth, card: isWidth }),
  }),
  toStored: ({ open, width }) => ({ open, width }),
});

export function togglePanel(name: PanelName): void {
  usePanels.setState(({ open, drawer }) =>
    narrowWindow.matches
      ? { drawer: drawer === name ? null : name }
      : { open: { ...open, [name]: !open[name] } },
  );
}

export function isPanelShown(name: PanelName): boolean {
  const { open, drawer } = usePanels.getState();
  return narrowWindow.matches ? drawer === name : open[name];
}

export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrowWindow.addEventListener('change', listener);
      return () => narrowWindow.removeEventListener('change', listener);
    },
    () => narrowWindow.matches,
  );
}

/** The same as `isPanelShown`, for the screen. */
export function useIsPanelShown(name: PanelName): boolean {
  const isNarrow = useIsNarrow();
  return usePanels(({ open, drawer }) => (isNarrow ? drawer === name : open[name]));
}

export function showPanel(name: PanelName): void {
  usePanels.setState(({ open }) =>
    narrowWindow.matches ? { drawer: name } : { open: { ...open, [name]: true } },
  );
}

/**
 * A claim or a source was chosen in the lists, or by J and K. In a narrow window the card appears, instead of the lists; in a
 * wide one it stays as it is.
 */
export function showCardIfNarrow(): void {
  if (narrowWindow.matches) usePanels.setState({ drawer: 'card' });
}

/** Closes the panel that a narrow window shows over or beside the article. False when there is none. */
export function closeDrawer(): boolean {
  if (!narrowWindow.matches || usePanels.getState().drawer === null) return false;
  usePanels.setState({ drawer: null });
  return true;
}

/** Sets the width of a panel in CSS pixels. */
export function resizePanel(name: PanelName, width: number): void {
  usePanels.setState((panels) => ({ width: { ...panels.width, [name]: width } }));
}
