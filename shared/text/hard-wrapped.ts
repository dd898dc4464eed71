import { unspacedScriptClass } from './characters/unspaced-scripts.ts';

/** Columns at which editors and mail programs wrap lines, in UTF-16 code units. */
const minWrapColumn = 24;
const maxWrapColumn = 140;

/** The share of lines that may be shorter than the column, and how much longer than it a line still counts as wrapped there. */
const columnPercentile = 0.95;
const columnTolerance = 1.15;
/** The share of lines that may be longer, such as those with an address that could not be wrapped. */
const maxLongShare = 0.05;
/** How much of the column a wrapped line of a block fills, unless the next word is longer than the rest. */
const minFilledColumn = 0.7;
/** The share of lines in mid-sentence that had no room for the next word. Those of a poem or a list would have had room. */
const minFullShare = 0.7;
/** The share of such lines that go on in lower case, where a script has it. The lines of a list begin with capitals. */
const minLowerCaseShare = 0.2;
/** With fewer such lines nothing can be said. */
const minFullLines = 2;

const endsInSentence = /[.!?:;…。．！？]["'”’»«“)\]]*\s*$/u;
/** The first word of a line, or its first character in a script without spaces between words. */
const firstWord = new RegExp(`[${unspacedScriptClass}]|[^\\s${unspacedScriptClass}]+`, 'u');
/** A line with more than one word, which could have been broken. */
const severalWords = new RegExp(`\\S\\s+\\S|[${unspacedScriptClass}]{2}`, 'u');
/** Nothing, or the marks of quoted mail. */
const blankLine = /^[\s>]*$/u;
const quoteMarks = /^[\s>]*/u;

/** Whether a line is not followed by a blank line or the end of the text. */
function isFollowed(lines: readonly string[], index: number): boolean {
  return !blankLine.test(lines[index] ?? '') && !blankLine.test(lines[index + 1] ?? '');
}

/** Whether the first word of the next line would have fitted on a line, so that the author broke it. `column` is in code units. */
export function hasRoomForNextWord(line: string, next: string, column: number): boolean {
  const [word = ''] = firstWord.exec(next.replace(quoteMarks, '')) ?? [];
  return line.trimEnd().length + 1 + word.length <= column;
}

/**
 * Finds the column, in UTF-16 code units, at which an editor wrapped the lines of a text whose line ends are \n. Null when the
 * line breaks are the author's. It is decided for the text as a whole, because a single paragraph can look like anything.
 */
export function findWrapColumn(text: string): number | null {
  const lines = text.split('\n');
  const filled = lines.filter((line) => !blankLine.test(line));
  const followed = lines.filter((_, index) => isFollowed(lines, index)).map((line) => line.trimEnd().length);
  const ordered = followed.toSorted((a, b) => a - b);
  const usual = ordered[Math.ceil(columnPercentile * ordered.length) - 1] ?? 0;
  if (usual < minWrapColumn || usual > maxWrapColumn) return null;
  const longCount = filled.filter((line) => line.trimEnd().length > columnTolerance * usual).length;
  if (longCount > maxLongShare * filled.length) return null;
  // The longest of the usual lines came closest to the column. A single long word goes beyond it.
  const column = lines.reduce((longest, line, index) => {
    const { length } = line.trimEnd();
    const isUsual = length <= columnTolerance * usual && severalWords.test(line) && isFollowed(lines, index);
    return isUsual ? Math.max(longest, length) : longest;
  }, 0);
  return isFilledTo(lines, usual, text) ? column : null;
}

function isFilledTo(lines: readonly string[], column: number, text: string): boolean {
  let openCount = 0;
  let fullCount = 0;
  let lowerCaseCount = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    if (!isFollowed(lines, index) || endsInSentence.test(line)) continue;
    openCount += 1;
    if (!hasRoomForNextWord(line, next, column)) fullCount += 1;
    if (/^[^\p{L}]*\p{Ll}/u.test(next)) lowerCaseCount += 1;
  }
  const hasCase = /\p{Ll}/u.test(text);
  return (
    fullCount >= minFullLines &&
    fullCount >= minFullShare * openCount &&
    (!hasCase || lowerCaseCount >= minLowerCaseShare * openCount)
  );
}

/**
 * Whether the line breaks of a block come from an editor that wrapped the text at `column` (from `findWrapColumn`), and not from the
 * author, as in a verse or an address. Such a block is shown as running text, while the draft’s text stays as it is.
 */
export function isHardWrapped(text: string, column: number | null): boolean {
  const lines = text.split('\n');
  if (column === null || lines.length < 2) return false;
  return lines
    .slice(0, -1)
    .every(
      (line, index) =>
        line.length >= minFilledColumn * column || !hasRoomForNextWord(line, lines[index + 1] ?? '', column),
    );
}
