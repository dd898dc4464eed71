/** Longest text of a cell, in UTF-16 code units: a limit of the format's programs. */
const maxCellLength = 32_767;

/**
 * Looks like the escape of a character in a shared string (ECMA-376 Part 1, 22.9.2.19), so it has to be escaped itself. The `_` at its end may
 * be that with which the escape of `�` begins.
 */
const escapeLike = /_(?=x[\da-f]{4}[_\ufffd])/gi;

function formatEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Cuts a text that is too long for a cell, and says so at its end. A cut never splits a surrogate pair. */
export function cutToCell(text: string): string {
  if (text.length <= maxCellLength) return text;
  const notice = ` … [Cut here: a cell holds no more. The text has ${text.length} characters.]`;
  const kept = text.slice(0, maxCellLength - notice.length).replace(/[\ud800-\udbff]$/, '');
  return kept + notice;
}

/**
 * Writes a printable text as a shared string that every reader decodes to the same text. write-excel-file leaves `�` out, and it
 * indexes strings by a plain object, so that the names of that object's own properties (`constructor`) would be no strings.
 */
export function toSharedString(text: string): string {
  const escaped = /_x|\ufffd/i.test(text)
    ? text.replace(escapeLike, '_x005F_').replaceAll('\ufffd', formatEscape)
    : text;
  return escaped in {} ? formatEscape(escaped) + escaped.slice(1) : escaped;
}
