import type { RtfReader } from '../rtf-reader';

/** Reads a control with its number; null when it has none. */
export type ReadControl = (reader: RtfReader, number: number | null) => void;

/** A toggle control is off only with the number 0. */
export const isOn = (number: number | null) => number !== 0;
