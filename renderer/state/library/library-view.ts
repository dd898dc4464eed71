import { z } from 'zod';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type LibraryOrder, libraryOrders } from '../../../shared/domain/library/library-search';

const storedSchema = z.object({ order: z.enum(libraryOrders) });

interface LibraryView {
  query: string;
  order: LibraryOrder;
  /**
   * Asks the search field to take the focus, a new object each time. Only a field that is there answers: what was asked in the
   * bin is over when the field comes back.
   */
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
