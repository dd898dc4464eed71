import { z } from 'zod';
import type { LibraryLocation, System } from '#main/base/system.ts';
import { type LibraryRow, readStoredList } from '#main/storage/article/stored-list.ts';
import type { SettingsStore } from '#main/storage/computer/settings-store.ts';
import { userDataPaths } from '#main/storage/disk/paths.ts';
import type { ShownLocation } from '#shared/contract/commands/shown-location.ts';
import type { startCommands } from '#shared/contract/commands/start-commands.ts';
import type { LibraryEntry } from '#shared/domain/library/library-entry.ts';
import { readingRules } from '#shared/domain/review/progress.ts';
import { type Preferences, preferencesSchema, type Settings } from '#shared/domain/settings/settings.ts';
import type { Handlers } from './dispatcher.ts';

export type EarlyCommand = keyof typeof startCommands;

const shownSchema = z.object(preferencesSchema.shape);

/** The settings that the window may know: it never gets a path, nor a setting of a newer Stet. */
export function toPreferences(settings: Settings): Preferences {
  return shownSchema.parse(settings);
}

export function toShownLocation(location: LibraryLocation, userDataFolder: string): ShownLocation {
  const { folder } = location;
  if (location.state === 'open') return { state: 'open', folder };
  if (location.state === 'moving') return { state: 'moving', folder, target: location.target };
  return { state: 'missing', folder, why: location.why, usualFolder: userDataPaths(userDataFolder).library };
}

/**
 * The entry of an article for the window: with how far reading it is, if that was counted of the article as it is now, by today's
 * rules and settings.
 */
export function toShownEntry({ entry, historyBytes }: LibraryRow, isSpotting: boolean): LibraryEntry {
  const { reading } = entry;
  const isCurrent =
    reading?.historyBytes === historyBytes &&
    reading.rules === readingRules &&
    reading.isSpotting === isSpotting;
  return { ...entry, reading: isCurrent ? reading : null };
}

/** Imports little, because the window waits for what is answered here. `readAhead` begins to read the list that it will ask for. */
export function createStartHandlers(
  { location, userDataFolder }: Pick<System, 'location' | 'userDataFolder'>,
  settings: () => Promise<SettingsStore>,
): { handlers: Pick<Handlers, EarlyCommand>; readAhead(): void } {
  const readStored = async () => (location.state === 'open' ? readStoredList(location.folder) : null);
  let stored: ReturnType<typeof readStored> | null = null;
  const handlers: Pick<Handlers, EarlyCommand> = {
    'settings.get': async () => toPreferences((await settings()).current()),
    'location.get': async () => toShownLocation(location, userDataFolder),
    'library.stored': async () => {
      const rows = await (stored ?? readStored());
      // A page that is loaded again gets the list as it is then.
      stored = null;
      const { spotting } = (await settings()).current();
      return rows?.map((row) => toShownEntry(row, spotting)) ?? null;
    },
  };
  const readAhead = () => {
    stored = readStored();
  };
  return { handlers, readAhead };
}
