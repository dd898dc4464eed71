import { plainTextStyle, type TextStyle } from '#renderer/documents/read/flow/block-text.ts';
import { raiseDigits } from '#shared/text/characters/raised-digits.ts';
import { at } from '#shared/text/sequences/at.ts';
import { countCharacters, type GlyphRun, joinTexts } from '../pages/page-text.ts';
import type { Line } from './build-lines.ts';

/**
 * Sorts the runs of a cell for reading. In a line that runs from right to left, words and numbers that run from left to right
 * keep an order of their own, and the other way round (a simple form of the Unicode Bidirectional Algorithm, UAX #9; pdf.js
 * has applied it within each run).
 */
export function sortForReading(cell: readonly GlyphRun[]): GlyphRun[] {
  if (!cell.some(({ isRtl }) => isRtl)) return isMirrored(cell) ? cell.toReversed() : [...cell];
  const fromLeft = isMirrored(cell) ? cell.toReversed() : [...cell];
  const rtl = countCharacters(cell.filter(({ isRtl }) => isRtl));
  const ltr = countCharacters(cell.filter(({ isRtl, text }) => !isRtl && /\p{L}/u.test(text)));
  return rtl >= ltr
    ? reverseGroups(fromLeft.toReversed(), isLtr, isNeutral)
    : reverseGroups(
        fromLeft,
        ({ isRtl }) => isRtl,
        (run) => !/\p{L}/u.test(run.text),
      );
}

function isMirrored(cell: readonly GlyphRun[]): boolean {
  return cell[0]?.isMirrored ?? false;
}

function isLtr(run: GlyphRun): boolean {
  return !run.isRtl && !isNeutral(run);
}

/** Whether a run has no direction: punctuation marks follow what is around them. */
function isNeutral({ text }: GlyphRun): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

/** Reverses the groups of runs that belong to one, with runs that may stand between those. */
function reverseGroups(
  runs: readonly GlyphRun[],
  belongs: (run: GlyphRun) => boolean,
  mayStandBetween: (run: GlyphRun) => boolean,
): GlyphRun[] {
  const sorted: GlyphRun[] = [];
  let group: GlyphRun[] = [];
  const closeGroup = () => {
    const end = group.findLastIndex(belongs) + 1;
    sorted.push(...group.slice(0, end).toReversed(), ...group.slice(end));
    group = [];
  };
  for (const run of runs)
    if (belongs(run) || (group.length > 0 && mayStandBetween(run))) group.push(run);
    else {
      closeGroup();
      sorted.push(run);
    }
  closeGroup();
  return sorted;
}

/** Text of one style. */
export interface TextRun {
  text: string;
  style: TextStyle;
  /** The name of the note that the text refers to, as a superscript number does: its page and that number. */
  noteName: string | null;
  /** The comments that are about it, by their index among those of the document. */
  comments: readonly number[];
}

/** In font sizes: a wider gap is a space, even when the file has none. */
const minSpaceWidth = 0.18;
const noteReference = /^(?:\d{1,3}|[*†‡§¶‖]{1,3})$/u;

/** Builds the text of a line. Cells are separated by a tab when the line is a row of a table, else by a space. */
export function buildTextRuns(line: Line, isTableRow: boolean): TextRun[] {
  const separator: TextRun = {
    text: isTableRow ? '\t' : ' ',
    style: plainTextStyle,
    noteName: null,
    comments: [],
  };
  return line.cells.flatMap((cell, index) => {
    const runs = buildCellRuns(cell, line);
    return index === 0 ? runs : [{ ...separator }, ...runs];
  });
}

export function lineText(line: Line): string {
  return joinTexts(buildTextRuns(line, false)).trim();
}

function buildCellRuns(cell: readonly GlyphRun[], line: Line): TextRun[] {
  const runs: TextRun[] = [];
  const glyphRuns = sortForReading(cell);
  for (const [index, glyphRun] of glyphRuns.entries()) {
    const isRaised = isSuperscript(glyphRun, line);
    const isReference = isRaised && noteReference.test(glyphRun.text.trim());
    const last = runs.at(-1);
    // A figure with a sign refers to no note.
    const exponent = isRaised && !isReference ? raiseDigits(glyphRun.text, last?.text ?? '') : null;
    const text = exponent ?? glyphRun.text;
    const run: TextRun = {
      text: index > 0 && hasSpaceBetween(at(glyphRuns, index - 1), glyphRun) ? ` ${text}` : text,
      style: glyphRun.style,
      noteName: isReference ? getNoteName(line, glyphRun.text.trim()) : null,
      comments: glyphRun.comments,
    };
    if (last && last.noteName === null && run.noteName === null && isSetAlike(last, run))
      last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

function isSetAlike(a: TextRun, b: TextRun): boolean {
  return (
    a.style.bold === b.style.bold &&
    a.style.italic === b.style.italic &&
    a.style.href === b.style.href &&
    a.comments.join() === b.comments.join()
  );
}

/** The name of a note by its label; labels start anew on each page. */
export function getNoteName({ pageNumber }: Line, label: string): string {
  return `${pageNumber}:${label}`;
}

/** Whether a run is a superscript of its line, as the number of a note is. */
function isSuperscript(run: GlyphRun, line: Line): boolean {
  return run.size <= 0.85 * line.size && line.baseline - run.baseline > 0.15 * line.size;
}

/** Whether a line begins with a superscript, as notes do. */
export function startsWithSuperscript(line: Line): boolean {
  const [first] = line.cells[0] ?? [];
  return first !== undefined && isSuperscript(first, line);
}

export function hasSpaceBetween(before: GlyphRun, run: GlyphRun): boolean {
  if (run.hasSpaceBefore && run.order === before.order + 1) return true;
  const gap = Math.max(run.left - before.right, before.left - run.right);
  return gap > minSpaceWidth * Math.max(run.size, before.size);
}
