import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type PanelName = 'claims' | 'card';

interface Panels {
  open: Record<PanelName, boolean>;
  /** In CSS pixels; null as long as nobody moved the border. */
  width: Record<PanelName, number | null>;
  /** In a narrow window a panel lies over the article, one at a time. */
  drawer: PanelName | null;
}

export const narrowWindow = matchMedia('(width < 860px)');

/** The panels beside the article. Kept by the window itself: it is about this screen, not about any review. */
export const usePanels = create<Panels>()(
  persist(
    (): Panels => ({ open: { claims: true, card: true }, width: { claims: null, card: null }, drawer: null }),
    { name: 'panels', partialize: ({ open, width }) => ({ open, width }) },
  ),
);

export function togglePanel(name: PanelName): void {
  usePanels.setState(({ open, drawer }) =>
    narrowWindow.matches
      ? { drawer: drawer === name ? null : name }
      : { open: { ...open, [name]: !open[name] } },
  );
}

/** Makes sure that a panel is seen. */
export function showPanel(name: PanelName): void {
  usePanels.setState(({ open }) =>
    narrowWindow.matches ? { drawer: name } : { open: { ...open, [name]: true } },
  );
}

export function resizePanel(name: PanelName, width: number): void {
  usePanels.setState((panels) => ({ width: { ...panels.width, [name]: width } }));
}
