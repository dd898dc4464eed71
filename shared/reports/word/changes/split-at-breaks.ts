import { type TextChange, trimCorrection } from './trim-correction';

/** The white space between lines, paragraphs and cells in the text of a draft. */
const breaks = /(\n\s*\n|\n|\t)/;

/** Pieces of a text at even indexes, the breaks between them at odd ones. */
const splitPieces = (text: string) => text.split(breaks);

const isBreak = (index: number) => index % 2 === 1;

/**
 * Splits a change at the breaks that its new text has as well, so that lines, paragraphs and cells stay as they are: the changes of the words
 * between them are in order, and give the same text. A change whose breaks differ stays one, and takes whole blank lines.
 */
export function splitAtBreaks(text: string, change: TextChange): TextChange[] {
  const whole = takeBlankLines(text, change);
  const before = splitPieces(text.slice(whole.start, whole.end));
  const after = splitPieces(whole.text);
  const areSame =
    before.length === after.length &&
    before.every(
      (piece, index) =>
        !isBreak(index) || piece.replace(/\s+/g, countLines) === after[index]?.replace(/\s+/g, countLines),
    );
  if (!areSame || before.length === 1) return [whole];
  const changes: TextChange[] = [];
  let offset = whole.start;
  for (const [index, words] of before.entries()) {
    const trimmed = isBreak(index) ? null : trimCorrection(words, after[index] ?? '');
    if (trimmed) changes.push({ ...trimmed, start: offset + trimmed.start, end: offset + trimmed.end });
    offset += words.length;
  }
  return changes;
}

/** A blank line with spaces in it is the same as one without. */
const countLines = (space: string) => (space.includes('\n') ? `${space.split('\n').length}` : space);

/** Extends a change over a blank line of which it takes a part. */
function takeBlankLines(text: string, { start, end, text: words }: TextChange): TextChange {
  if (start === end) return { start, end, text: words };
  const isHalf = (offset: number) => text[offset - 1] === '\n' && text[offset] === '\n';
  const from = isHalf(start) ? start - 1 : start;
  const to = isHalf(end) ? end + 1 : end;
  return { start: from, end: to, text: text.slice(from, start) + words + text.slice(end, to) };
}
