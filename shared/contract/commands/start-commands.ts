import { z } from 'zod';
import { libraryEntrySchema } from '#shared/domain/library/library-entry.ts';
import { preferencesSchema } from '#shared/domain/settings/settings.ts';
import { isShownLocation, type ShownLocation } from './shown-location.ts';

const nothing = z.null();

/** The commands that main answers while everything else of it is still being loaded: this file may import little. */
export const startCommands = {
  'settings.get': { input: nothing, output: preferencesSchema },
  'location.get': { input: nothing, output: z.custom<ShownLocation>(isShownLocation) },
  /**
   * The articles as the list on the disk has them, before anything is compared with their folders: to be shown until
   * `library.list` answers, and for nothing else. Null when there is no list that can be shown.
   */
  'library.stored': { input: nothing, output: z.array(libraryEntrySchema).nullable() },
} as const;
