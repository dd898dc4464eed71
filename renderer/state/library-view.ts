import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type LibraryOrder, libraryOrders } from '../../shared/domain/library-search';

const storedSchema = z.object({ order: z.enum(libraryOrders) });

interface LibraryView {
  query: string;
  order: LibraryOrder;
  /** Set when the search field is asked for; taken away by whoever gives it the focus. */
  focusSearch: object | null;
}

/** How the library is looked at. The order is kept by the window itself, as the panels are. */
export const useLibraryView = create<LibraryView>()(
  persist((): LibraryView => ({ query: '', order: 'edited', focusSearch: null }), {
    name: 'library',
    partialize: ({ order }) => ({ order }),
    merge: (stored, fresh) => ({ ...fresh, ...storedSchema.safeParse(stored).data }),
  }),
);
