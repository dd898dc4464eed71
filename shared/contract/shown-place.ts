import { z } from 'zod';

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

/** Absolute paths, for showing only: the window never sends one. */
export const shownPlaceSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('open'), folder: z.string() }),
  z.strictObject({
    state: z.literal('missing'),
    /** Where the library was expected. */
    folder: z.string(),
    why: z.enum(missingReasons),
    /** Where Stet keeps its library unless another folder is chosen. */
    usualFolder: z.string(),
  }),
  z.strictObject({ state: z.literal('moving'), folder: z.string(), target: z.string() }),
]);

export type ShownPlace = z.infer<typeof shownPlaceSchema>;
