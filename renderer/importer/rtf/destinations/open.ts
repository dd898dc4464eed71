import type { RtfReader } from '../rtf-reader';

/** Begins a destination: says where the text of the group goes. */
export type Open = (reader: RtfReader) => void;

export const skip: Open = ({ group }) => {
  group.destination = 'skipped';
};

/** Reads the text of the group as part of the text around it, although the destination is marked as skippable. */
export const enter: Open = () => {};

/** The same destination under several names. */
export function openAll(names: readonly string[], open: Open): Record<string, Open> {
  return Object.fromEntries(names.map((name) => [name, open]));
}
