import { create } from 'zustand';

interface LibraryKeys {
  find?: string | undefined;
  shortcuts?: string | undefined;
}

/** The names of the keys that the library shows: none until the table of keys is loaded, once the list is painted. */
export const useLibraryKeys = create<LibraryKeys>()(() => ({}));
