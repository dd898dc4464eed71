import { type Direction, detectStrongDirection } from '#shared/text/characters/direction.ts';

/**
 * The direction of a single-line field by its text; undefined, the direction of the window, for a text without letters.
 * `dir="auto"` is not enough: Chromium updates it while somebody types, but not when a script sets the value or the field is
 * emptied.
 */
export function getFieldDirection(value: string): Direction | undefined {
  return detectStrongDirection(value) ?? undefined;
}
