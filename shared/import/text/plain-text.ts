import { findWrapColumn, hasRoomForNextWord } from '#shared/text/hard-wrapped.ts';
import type { ImportedBlock } from '../base/imported-blocks.ts';
import { readBullets, splitItems } from './list-items.ts';
import { isHeadline } from './title.ts';

/** A line with only the mark of quoted mail is blank. */
const blankLine = /^[\s>]*$/;
/** Continuation lines of a list item are indented but do not begin a paragraph. */
const listMarker = /^\s*(?:[-*•–]|\d{1,3}[.)])\s/u;

const getIndent = (line: string) => line.length - line.trimStart().length;

/**
 * Says at which lines, by their index, an indent begins a paragraph. Further lines of a list's item are indented and begin
 * nothing. A line that is indented like the one before it does only where first lines alone are indented; elsewhere both are
 * of an indented paragraph.
 */
function findIndentedStarts(lines: readonly string[]): (index: number) => boolean {
  const filled = lines.filter((line) => !blankLine.test(line));
  const usualIndent = filled.map(getIndent).toSorted((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0;
  const isIndented = (line = '') => !blankLine.test(line) && getIndent(line) > usualIndent;
  const itemLines = findItemLines(lines);
  let firstLineCount = 0;
  let blockLineCount = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? '';
    if (!isIndented(line) || itemLines.has(index) || listMarker.test(line) || blankLine.test(next)) continue;
    if (getIndent(next) < getIndent(line)) firstLineCount += 1;
    else blockLineCount += 1;
  }
  return (index) => {
    const [before = '', line = ''] = lines.slice(index - 1, index + 1);
    if (!isIndented(line) || listMarker.test(before) || itemLines.has(index)) return false;
    return getIndent(line) > getIndent(before) || firstLineCount >= blockLineCount;
  };
}

/** The indices of lines that go on with an item of a list: they are indented further than its bullet or number. */
function findItemLines(lines: readonly string[]): Set<number> {
  const itemLines = new Set<number>();
  let itemIndent: number | null = null;
  for (const [index, line] of lines.entries()) {
    if (listMarker.test(line)) itemIndent = getIndent(line);
    else if (blankLine.test(line) || itemIndent === null || getIndent(line) <= itemIndent) itemIndent = null;
    else itemLines.add(index);
  }
  return itemLines;
}

const endsSentence = /[.!?…。]["'”’»“)\]]*\s*$/u;
/** The start of a paragraph rather than of a sentence: speech, an item, a heading, a speaker's initials. */
const paragraphStart = /^\s*(?:[“„«"‘]\p{L}|[-*•–#]+\s|\*\*|\p{Lu}{2,}:\s)/u;
/** Who speaks: "Q: ", "A. ", "ADA FIELDS: ". Fewer such lines in a text are no interview. */
const speakerLabel = /^\s*(?:[QA][.:]|\p{Lu}[\p{Lu}\p{M}.'’ -]{0,30}:)\s/u;
const minSpeakerLabels = 4;
const quotedLine = /^\s*>/;
const quoteMarks = /^(?:\s*>)+ ?/;

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
  const isIndentedStart = findIndentedStarts(lines);
  const hasIndents = lines.some((_, index) => index > 0 && isIndentedStart(index));
  const isInterview = lines.filter((line) => speakerLabel.test(line)).length >= minSpeakerLabels;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || blankLine.test(line) || blankLine.test(next)) continue;
    const isMarked = hasIndents
      ? isIndentedStart(index + 1)
      : endsSentence.test(line) && paragraphStart.test(next);
    const isAnswer = isInterview && speakerLabel.test(next);
    if (isMarked || isAnswer || hasRoomForNextWord(line, next, column)) starts.add(index + 1);
  }
  return starts;
}

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

/** Removes the quote marks of mail that every line has, because then the whole text is quoted. */
function removeQuoteMarks(text: string): string {
  const lines = text.split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  const depth = filled.reduce(
    (least, line) => Math.min(least, findQuoteMarks(line).length),
    Number.POSITIVE_INFINITY,
  );
  if (filled.length < 2 || depth === 0) return text;
  return lines.map((line) => line.slice(findQuoteMarks(line)[depth - 1] ?? 0)).join('\n');
}

/** The offsets behind each quote mark at the start of a line, and behind the space that belongs to it. */
function findQuoteMarks(line: string): number[] {
  const [marks = ''] = quoteMarks.exec(line) ?? [];
  return Array.from(marks.matchAll(/\s*> ?/g), ({ 0: mark, index }) => index + mark.length);
}

/** A quoted paragraph within other text keeps the marks of its first line only: those of the others would be amid its words. */
function joinQuotedLines(paragraph: string): string {
  const [first = '', ...others] = paragraph.split('\n');
  if (others.length === 0 || ![first, ...others].every((line) => quotedLine.test(line))) return paragraph;
  return [first, ...others.map((line) => line.replace(/^[\s>]+/, ''))].join('\n');
}

/**
 * Reads the blocks of a plain text whose line ends are \n. Keeps every character of each paragraph, including the spaces
 * around its lines and its line breaks; only bullets of lists and marks of quoted mail are removed.
 * A first block that reads like a headline becomes a heading.
 */
export function readPlainText(text: string): ImportedBlock[] {
  const paragraphs = splitParagraphs(removeQuoteMarks(text)).map(joinQuotedLines).flatMap(splitItems);
  const blocks = readBullets(
    paragraphs.map((paragraph) => ({ kind: 'paragraph', level: null, text: paragraph, marks: [] })),
  );
  const [first, ...others] = blocks;
  if (!first || !isHeadline(first, others.length > 0)) return blocks;
  return [{ ...first, kind: 'heading', level: 1 }, ...others];
}
