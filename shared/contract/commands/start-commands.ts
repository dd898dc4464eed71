import { z } from 'zod';
import { libraryEntrySchema } from '../../domain/library/library-entry';
import { preferencesSchema } from '../../domain/settings';
import { libraryAccessSchema } from '../library-access';
import { shownPlaceSchema } from '../shown-place';

const nothing = z.null();

/**
 * The commands that the window needs to show the library. Apart from the others, because the window loads the schemas of those
 * only once the library is shown: this file may import little.
 */
export const startCommands = {
  'settings.get': { input: nothing, output: preferencesSchema },
  'place.get': { input: nothing, output: shownPlaceSchema },
  /** Whether this window may change the library. The event `accessChanged` says when that changes. */
  'library.access': { input: nothing, output: libraryAccessSchema },
  /**
   * The articles as the list on the disk has them, before anything is compared with their folders: to be shown until
   * `library.list` answers, and for nothing else. Null when there is no list that can be shown.
   */
  'library.stored': { input: nothing, output: z.array(libraryEntrySchema).nullable() },
  'library.list': {
    input: nothing,
    output: z.strictObject({
      articles: z.array(libraryEntrySchema),
      /** Messages about damage that was found: what happened and what was kept. */
      problems: z.array(z.string()),
    }),
  },
} as const;
