import { findWrapColumn, hasRoomForNextWord } from '../../text/hard-wrapped';
import type { ImportedBlock } from '../imported-blocks';
import { isHeadline } from '../title';
import { readBullets, splitItems } from './list-items';

const blankLine = /^\s*$/;
/** Further lines of a list item are indented, and do not begin a paragraph. */
const listMarker = /^\s*(?:[-*•–]|\d{1,3}[.)])\s/u;
const endsSentence = /[.!?…。]["'”’»“)\]]*\s*$/u;
/** The start of a paragraph rather than of a sentence: speech, an item, a heading, a speaker's initials. */
const paragraphStart = /^\s*(?:[“„«"‘]\p{L}|[-*•–#]+\s|\*\*|\p{Lu}{2,}:\s)/u;
const quotedLine = /^\s*>/;

/** The lines between blank lines. */
function groupLines(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    if (blankLine.test(line)) current = null;
    else if (current) current.push(line);
    else {
      current = [line];
      groups.push(current);
    }
  }
  return groups;
}

/** The indices of the lines that begin a paragraph without a blank line before it. */
function findUnseparatedStarts(lines: readonly string[], column: number): Set<number> {
  const starts = new Set<number>();
  const indents = lines.filter((line) => !blankLine.test(line)).map(getIndent);
  const usualIndent = indents.toSorted((a, b) => a - b)[Math.floor(indents.length / 2)] ?? 0;
  const isIndented = (line: string) => getIndent(line) > usualIndent;
  const hasIndents = lines.some((line) => !blankLine.test(line) && isIndented(line));
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || blankLine.test(line) || blankLine.test(next)) continue;
    const isMarked = hasIndents
      ? isIndented(next) && !listMarker.test(line)
      : endsSentence.test(line) && paragraphStart.test(next);
    if (isMarked || hasRoomForNextWord(line, next, column)) starts.add(index + 1);
  }
  return starts;
}

const getIndent = (line: string) => line.length - line.trimStart().length;

/**
 * Splits a text into paragraphs. If an editor wrapped its lines, blank lines separate paragraphs; where most paragraphs have none
 * between them, an indent or a line that left room for the next word does so too. Otherwise every line is a paragraph.
 */
function splitParagraphs(text: string): string[] {
  const lines = text.split('\n');
  const column = findWrapColumn(text);
  if (column === null) return lines.filter((line) => !blankLine.test(line));
  const groups = groupLines(lines);
  const starts = findUnseparatedStarts(lines, column);
  if (starts.size < groups.length - 1) return groups.map((group) => group.join('\n'));
  return groupLines(lines.flatMap((line, index) => (starts.has(index) ? ['', line] : [line]))).map((group) =>
    group.join('\n'),
  );
}

/** Removes the quote marks of mail when every line has one, because then the whole text is quoted. */
function removeQuoteMarks(text: string): string {
  const lines = text.split('\n').filter((line) => !blankLine.test(line));
  return lines.length > 1 && lines.every((line) => quotedLine.test(line))
    ? text.replace(/^\s*> ?/gm, '')
    : text;
}

/**
 * Reads the blocks of a plain text whose line ends are \n. Keeps every character of each paragraph, including the spaces
 * around its lines and its line breaks; only bullets of lists, and the marks of a text that is quoted mail as a whole, are removed.
 * A first block that reads like a headline becomes a heading.
 */
export function readPlainText(text: string): ImportedBlock[] {
  const paragraphs = splitParagraphs(removeQuoteMarks(text)).flatMap(splitItems);
  const blocks = readBullets(
    paragraphs.map((paragraph) => ({ kind: 'paragraph', level: null, text: paragraph, marks: [] })),
  );
  const [first, ...others] = blocks;
  if (!first || !isHeadline(first, others.length > 0)) return blocks;
  return [{ ...first, kind: 'heading', level: 1 }, ...others];
}
