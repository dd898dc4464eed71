import type { RtfReader } from '../rtf-reader';

/** Begins a destination: says where the text of the group goes. */
export type Open = (reader: RtfReader) => void;

export const skip: Open = ({ group }) => {
  group.destination = 'skipped';
};

/** Goes on with the text of the group, although readers that do not know the destination would skip it. */
export const enter: Open = () => {};

/** The same destination under several names. */
export function openAll(names: readonly string[], open: Open): Record<string, Open> {
  return Object.fromEntries(names.map((name) => [name, open]));
}
