import { StetError } from '../../errors/stet-error';
import { inspectFolder } from './inspect-folder';
import type { LibraryPlace } from './library-place';

/**
 * Rejects with `notFound` unless the library is there or is to be created: locking it would otherwise create its folder, where
 * a disk is not connected for example. Looks again, because it may have gone since it was located.
 */
export async function refuseMissingLibrary(place: LibraryPlace): Promise<void> {
  const isNew = place.state === 'open' && place.isNew;
  if (place.state === 'missing' || (!isNew && (await inspectFolder(place.folder)) === 'absent'))
    throw new StetError(
      'notFound',
      `The library in ${place.folder} is not there. Nothing was changed. Connect its disk or put the folder back, then start Stet again.`,
    );
}

/** Throws `notFound` while the library is being moved: nothing else may use it. */
export function refuseMovingLibrary(place: LibraryPlace): void {
  if (place.state === 'moving')
    throw new StetError(
      'notFound',
      'The library is being moved. Nothing was changed. Wait until it is moved.',
    );
}
