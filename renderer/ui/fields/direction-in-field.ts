import { type Direction, ownDirection } from '../../../shared/text/characters/direction';

/**
 * The direction of a single-line field by its text; undefined (the direction of the window) when it has no letters. With
 * `dir="auto"`, Chromium updates the direction while somebody types, but not when a script sets the value or the field is emptied.
 */
export function directionInField(value: string): Direction | undefined {
  return ownDirection(value) ?? undefined;
}
