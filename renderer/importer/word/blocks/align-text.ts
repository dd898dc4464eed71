import type { TextSegment } from '../../../../shared/domain/draft/text-map';

/** White space that collapses (CSS Text 3, 4.1.1). */
const collapsible = /[ \t\n\r\f]/;

interface Alignment {
  /** The index of the character in the text of the file. */
  offset: number;
  /** Whether it is another character there: a space stands for every kind of white space. */
  isReplaced: boolean;
}

/** Finds each character of a text with collapsed white space in the text that it was made from. */
function* alignCharacters(raw: string, collapsed: string): Generator<Alignment> {
  let offset = 0;
  for (const character of collapsed) {
    const isSpace = character === ' ' && collapsible.test(raw.charAt(offset));
    // White space at the start of a line is not in the collapsed text.
    while (!isSpace && offset < raw.length && !raw.startsWith(character, offset)) offset += 1;
    for (let unit = 0; unit < character.length; unit += 1)
      yield { offset: offset + unit, isReplaced: isSpace && raw.charAt(offset) !== ' ' };
    offset += character.length;
    while (isSpace && collapsible.test(raw.charAt(offset))) offset += 1;
  }
}

/**
 * The segments of a text with collapsed white space, which was made from `raw`: text of an element that begins at an offset in
 * it.
 */
export function alignText(
  raw: string,
  collapsed: string,
  { part, element, offset }: { part: number; element: number; offset: number },
): TextSegment[] {
  if (raw.startsWith(collapsed)) return [{ part, element, offset, length: collapsed.length }];
  const segments: TextSegment[] = [];
  let index = 0;
  for (const { offset: rawOffset, isReplaced } of alignCharacters(raw, collapsed)) {
    segments.push(
      isReplaced
        ? { part, element, text: collapsed.charAt(index) }
        : { part, element, offset: offset + rawOffset, length: 1 },
    );
    index += 1;
  }
  return segments;
}
