import { z } from 'zod';
import { type LibraryOrder, libraryOrders } from '../../../shared/domain/library/library-search';
import { createPersistedStore } from '../persisted-store';

const storedSchema = z.object({ order: z.enum(libraryOrders) });

interface LibraryView {
  query: string;
  order: LibraryOrder;
  /**
   * Asks the search field to take the focus; a new object each time, so that each request is noticed. The bin has no search
   * field, and a request that was made there is outdated when the field comes back.
   */
  searchFocusRequest: object | null;
}

/** How the library is shown. */
export const useLibraryView = createPersistedStore<LibraryView, z.infer<typeof storedSchema>>({
  name: 'library',
  initial: { query: '', order: 'edited', searchFocusRequest: null },
  schema: storedSchema,
  toStored: ({ order }) => ({ order }),
});
