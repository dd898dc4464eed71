import { type LibraryOrder, libraryOrders } from '../../../shared/domain/library/library-search';
import { isObject, isOneOf } from '../../../shared/text/guards';
import { createPersistedStore } from '../persisted-store';

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
export const useLibraryView = createPersistedStore<LibraryView, Pick<LibraryView, 'order'>>({
  name: 'library',
  initial: { query: '', order: 'edited', searchFocusRequest: null },
  isStored: isObject({ order: isOneOf(libraryOrders) }),
  toStored: ({ order }) => ({ order }),
});
