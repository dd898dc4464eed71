import { PlaceFile } from '../../../../main/core/storage/place/place-record';
import type { StartOptions, TestCore } from '../../../unit/main/support/start-core';
import { fillTarget } from '../arrangements';
import { type Folders, movedLibrary } from '../library-folders';
import type { Operation } from './operation';

/** The states before and after are looked at in copies, and a moved library is known by the stamps of its files. */
const unknownStamps = 'the copies in which the states are looked at have other stamps';

/** Notes where the library is, as the start of the app does. */
const notePlace = ({ platform }: TestCore) =>
  new PlaceFile(platform.userDataFolder, platform).change({ folder: platform.libraryFolder });

const startMoving = (folders: Folders): StartOptions => ({
  place: { state: 'moving', folder: folders.library, target: movedLibrary(folders) },
});

const move = async ({ call }: TestCore) => void (await call('place.move', { taskId: 'move' }));

/** Moves of the library to another folder. */
export const moveOperations: readonly Operation[] = [
  {
    name: 'move the library',
    whyNoDiskErrors: unknownStamps,
    startOptions: startMoving,
    prepare: notePlace,
    run: move,
  },
  {
    name: 'move to another disk',
    whyNoDiskErrors: unknownStamps,
    arrange: fillTarget,
    startOptions: startMoving,
    prepare: notePlace,
    run: move,
  },
];
