import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type PanelName = 'claims' | 'card';

/** In CSS pixels; null as long as nobody moved the border. */
const width = z.number().positive().nullable();

const storedSchema = z.object({
  open: z.object({ claims: z.boolean(), card: z.boolean() }),
  width: z.object({ claims: width, card: width }),
});

interface Panels extends z.infer<typeof storedSchema> {
  /** In a narrow window a panel lies over the article, one at a time. */
  drawer: PanelName | null;
}

export const narrowWindow = matchMedia('(width < 860px)');

/** The panels beside the article. Kept by the window itself: it is about this screen, not about any review. */
export const usePanels = create<Panels>()(
  persist(
    (): Panels => ({ open: { claims: true, card: true }, width: { claims: null, card: null }, drawer: null }),
    {
      name: 'panels',
      partialize: ({ open, width: kept }) => ({ open, width: kept }),
      // What does not parse is forgotten: it is only about this screen.
      merge: (stored, fresh) => ({ ...fresh, ...storedSchema.safeParse(stored).data }),
    },
  ),
);

export function togglePanel(name: PanelName): void {
  usePanels.setState(({ open, drawer }) =>
    narrowWindow.matches
      ? { drawer: drawer === name ? null : name }
      : { open: { ...open, [name]: !open[name] } },
  );
}

export function isShown(name: PanelName): boolean {
  const { open, drawer } = usePanels.getState();
  return narrowWindow.matches ? drawer === name : open[name];
}

/** Makes sure that a panel is seen. */
export function showPanel(name: PanelName): void {
  usePanels.setState(({ open }) =>
    narrowWindow.matches ? { drawer: name } : { open: { ...open, [name]: true } },
  );
}

/** Something was chosen in the lists: where they lie over the article, the card that shows it takes their place. */
export function showCardForList(): void {
  if (isShown('claims') && narrowWindow.matches) usePanels.setState({ drawer: 'card' });
}

/** Closes the panel that lies over the article; false when none does. */
export function closeDrawer(): boolean {
  if (!narrowWindow.matches || usePanels.getState().drawer === null) return false;
  usePanels.setState({ drawer: null });
  return true;
}

export function resizePanel(name: PanelName, pixels: number): void {
  usePanels.setState((panels) => ({ width: { ...panels.width, [name]: pixels } }));
}
