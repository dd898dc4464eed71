import { z } from 'zod';
import { type Guard, isObject, isOneOf, isText } from '../../text/guards';
import { nothing, taskInput } from './command-parts';

/** Why a library that is known is not there. */
const missingReasons = [
  /** There is no such folder. */
  'absent',
  /** There is the folder, but no library in it. */
  'empty',
  /** This user may not read the folder. */
  'denied',
  /** The disk or the network failed. */
  'failed',
  /** The record of the library's folder can't be read. */
  'unknown',
] as const;

export type MissingLibraryReason = (typeof missingReasons)[number];

interface OpenPlace {
  state: 'open';
  folder: string;
}

interface MissingPlace {
  state: 'missing';
  /** Where the library was expected. */
  folder: string;
  why: MissingLibraryReason;
  /** Where Stet keeps its library unless another folder is chosen. */
  usualFolder: string;
}

interface MovingPlace {
  state: 'moving';
  folder: string;
  target: string;
}

/** Absolute paths, for showing only: the window never sends one. */
export type ShownPlace = OpenPlace | MissingPlace | MovingPlace;

const isOpen: Guard<OpenPlace> = isObject({ state: isOneOf(['open']), folder: isText });
const isMissing: Guard<MissingPlace> = isObject({
  state: isOneOf(['missing']),
  folder: isText,
  why: isOneOf(missingReasons),
  usualFolder: isText,
});
const isMoving: Guard<MovingPlace> = isObject({ state: isOneOf(['moving']), folder: isText, target: isText });

export function isShownPlace(value: unknown): value is ShownPlace {
  return isOpen(value) || isMissing(value) || isMoving(value);
}

/** Whether a folder was chosen. Then the window is about to save what is open and to load its page again. */
const chosen = z.boolean();

/** Commands about the place of the library. Main asks for folders by the system's dialogs. */
export const placeCommands = {
  'place.showInFolder': { input: nothing, output: nothing },
  /** Asks for the folder of another library, or an empty one for a new library. */
  'place.openOther': { input: nothing, output: chosen },
  /** Starts a new library in the usual folder, or in an empty one that main asks for. */
  'place.startNew': { input: z.strictObject({ where: z.enum(['usual', 'chosen']) }), output: chosen },
  /** Asks for an empty folder to move the library to. The page is loaded again to show the progress, and begins the move. */
  'place.chooseTarget': { input: nothing, output: chosen },
  /** Moves the library to the chosen folder; null when it was cancelled, and then it is where it was. */
  'place.move': {
    input: taskInput,
    output: z.strictObject({ folder: z.string() }).nullable(),
  },
  /** Looks for the library again. If it is there, the page is loaded again. */
  'place.reopen': { input: nothing, output: z.custom<ShownPlace>(isShownPlace) },
} as const;
