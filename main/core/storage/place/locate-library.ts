import type { MissingLibraryReason } from '../../../../shared/contract/shown-place';
import { isThere } from '../files/disk';
import { userDataPaths } from '../paths';
import { type FolderContent, inspectFolder } from './inspect-folder';
import type { LibraryPlace } from './library-place';
import { PlaceFile, type PlacePlatform, type PlaceRecord } from './place-record';

/**
 * Finds the library: where the record says, or in the usual folder when there is no record, as at the first start.
 * Writes nothing but the record, and that only when a move was completed but for it. Never rejects.
 */
export async function locateLibrary(userDataFolder: string, platform: PlacePlatform): Promise<LibraryPlace> {
  const usualFolder = userDataPaths(userDataFolder).library;
  const file = new PlaceFile(userDataFolder, platform);
  const record = await file.read();
  if (record === 'unusable') return { state: 'missing', folder: usualFolder, why: 'unknown' };
  if (record === null) return locateUsual(usualFolder);
  return (await finishRename(record, file, platform)) ?? locateKnown(record);
}

/** Without a record: only a folder that is not there at all, or was never filled, means that Stet is new here. */
async function locateUsual(folder: string): Promise<LibraryPlace> {
  const content = await inspectFolder(folder);
  const isNew = content === 'absent' && !(await isThere(folder));
  if (isNew || content === 'empty' || content === 'other')
    return { state: 'open', folder, isNew: true, isAccepted: true };
  return toPlace(folder, content, true);
}

async function locateKnown({ folder, isNew, isAccepted }: PlaceRecord): Promise<LibraryPlace> {
  const content = await inspectFolder(folder);
  if (isNew && (content === 'absent' || content === 'empty'))
    return { state: 'open', folder, isNew, isAccepted };
  // The record names a copy only after the copy was verified.
  return toPlace(folder, content === 'unfinishedCopy' ? 'library' : content, isAccepted);
}

/** A library that was renamed to its new folder, by a process that died before it wrote that down. */
async function finishRename(
  { folder, isAccepted, moving }: PlaceRecord,
  file: PlaceFile,
  { log }: PlacePlatform,
): Promise<LibraryPlace | null> {
  if (moving === null || (await inspectFolder(folder)) !== 'absent') return null;
  if ((await inspectFolder(moving)) !== 'library') return null;
  await file
    .change({ folder: moving, moving: null })
    .catch((error) => log.error('the new place of the library could not be stored', error));
  return { state: 'open', folder: moving, isNew: false, isAccepted };
}

function toPlace(folder: string, content: FolderContent, isAccepted: boolean): LibraryPlace {
  if (content === 'library') return { state: 'open', folder, isNew: false, isAccepted };
  const reasons: Record<Exclude<FolderContent, 'library'>, MissingLibraryReason> = {
    absent: 'absent',
    empty: 'empty',
    other: 'empty',
    unfinishedCopy: 'empty',
    denied: 'denied',
    failed: 'failed',
  };
  return { state: 'missing', folder, why: reasons[content] };
}
