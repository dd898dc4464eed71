import { type Guard, isObject, isOneOf, isText } from '#shared/text/guards.ts';

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

interface OpenLocation {
  state: 'open';
  folder: string;
}

interface MissingLocation {
  state: 'missing';
  /** Where the library was expected. */
  folder: string;
  why: MissingLibraryReason;
  /** Where Stet keeps its library unless another folder is chosen. */
  usualFolder: string;
}

interface MovingLocation {
  state: 'moving';
  folder: string;
  target: string;
}

/** Absolute paths, for showing only: the window never sends one. */
export type ShownLocation = OpenLocation | MissingLocation | MovingLocation;

const isOpen: Guard<OpenLocation> = isObject({ state: isOneOf(['open']), folder: isText });
const isMissing: Guard<MissingLocation> = isObject({
  state: isOneOf(['missing']),
  folder: isText,
  why: isOneOf(missingReasons),
  usualFolder: isText,
});
const isMoving: Guard<MovingLocation> = isObject({
  state: isOneOf(['moving']),
  folder: isText,
  target: isText,
});

export function isShownLocation(value: unknown): value is ShownLocation {
  return isOpen(value) || isMissing(value) || isMoving(value);
}
