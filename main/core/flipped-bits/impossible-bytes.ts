/** How far from a place where UTF-8 breaks the byte may stand that broke it: a character has at most four. */
const reach = 3;

/**
 * Finds where a JSON text of one line can't be as it was written: at control characters, and where it is no UTF-8. Returns the
 * positions around the one such place, none when the text is well-formed, and null when there are several: then more than
 * one byte is damaged. A newline at the end is allowed.
 */
export function findImpossibleBytes(text: Uint8Array): number[] | null {
  const places = findPlaces(text);
  const [first, last] = [places[0], places.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (last - first > 2 * reach) return null;
  const start = Math.max(0, first - reach);
  const end = Math.min(text.length, last + reach + 1);
  return Array.from({ length: end - start }, (_, at) => start + at);
}

function findPlaces(text: Uint8Array): number[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; ) {
    const length = measureCharacter(text, at);
    if (length === 0) places.push(at);
    at += Math.max(1, length);
  }
  return places;
}

/** Length in bytes of the character at a position; 0 when none begins there, or one that JSON escapes. */
function measureCharacter(text: Uint8Array, at: number): number {
  const first = text[at] ?? 0;
  if (first < 0x20) return first === 0x0a && at === text.length - 1 ? 1 : 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = at + 1; next < at + length; next += 1) if (((text[next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
