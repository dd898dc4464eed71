import { type Direction, ownDirection } from '../../shared/text/direction';

/**
 * The direction of a field of one line, by what is in it; undefined, as the window has it, while there are no letters.
 * Chromium follows `dir="auto"` there while somebody types, but not when a value is set, and keeps that of what was deleted.
 */
export function directionInField(value: string): Direction | undefined {
  return ownDirection(value) ?? undefined;
}
