import type { RtfReader } from '../rtf-reader';
import { fieldDestinations } from './field-destinations';
import { type Open, skip } from './open';
import { pictureDestinations } from './picture-destinations';
import { storyDestinations } from './story-destinations';
import { openDefinition, tableDestinations } from './table-destinations';

const destinations = new Map<string, Open>(
  Object.entries({
    ...tableDestinations,
    ...storyDestinations,
    ...pictureDestinations,
    ...fieldDestinations,
  }),
);

/** Destinations that are read within one that is skipped. */
const readWithinSkipped = new Set(['title', 'author', 'pict', 'ud', 'nonshppict']);

/**
 * Begins the destination that a group names with its first control, and returns true; false when the control names none.
 * A destination that is not known is skipped if it is marked as optional, else its text belongs to the document.
 */
export function openDestination(reader: RtfReader, name: string, isOptional: boolean): boolean {
  const open = destinations.get(name);
  const { destination } = reader.group;
  if (destination === 'styles' || destination === 'fonts') return openDefinition(reader, isOptional);
  if (destination === 'skipped' && !readWithinSkipped.has(name)) return true;
  if (!open && !isOptional) return false;
  if (name === 'ud') reader.group.destination = 'text';
  (open ?? skip)(reader);
  return true;
}
