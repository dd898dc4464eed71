import { notSavedError } from '../files/not-saved-error';
import type { LibraryPlace, NextLibrary } from './library-place';
import { locateLibrary } from './locate-library';
import { PlaceFile, type PlacePlatform } from './place-record';

/**
 * Locates the library that the window shows next, and notes in the record when it is another one. When that can't be noted,
 * `error` says so and the place is the one of the library before. Never rejects.
 */
export async function openNextLibrary(
  next: NextLibrary,
  userDataFolder: string,
  platform: PlacePlatform,
): Promise<{ place: LibraryPlace; error: unknown }> {
  let error: unknown = null;
  if (next.kind === 'open') {
    const { folder, isNew } = next;
    await new PlaceFile(userDataFolder, platform)
      .change({ folder, isNew, isAccepted: isNew })
      .catch((failure) => {
        error = notSavedError(failure, 'The library before is open as it was.');
      });
  }
  const place = await locateLibrary(userDataFolder, platform);
  if (next.kind !== 'move' || place.state !== 'open') return { place, error };
  return { place: { state: 'moving', folder: place.folder, target: next.target }, error };
}
