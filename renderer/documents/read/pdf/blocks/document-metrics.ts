import { at } from '#shared/text/sequences/at.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import { findWeightedMode, type Line } from '../lines/build-lines.ts';
import { buildTextRuns, getNoteName, lineText, startsWithSuperscript } from '../lines/text-runs.ts';
import { endsSentence, type LayoutBlock } from './layout-block.ts';
import { findTableRows } from './table-rows.ts';

/** The largest font of notes, relative to that of the text. */
export const maxNoteSize = 0.94;

const noteLabel = /^(\d{1,3}|[*†‡§¶‖]{1,3})/u;

/** The label and name of the note that a line begins, if its page refers to it. */
export function matchNote(line: Line, text: string, references: ReadonlySet<string>): LayoutBlock['note'] {
  const label = noteLabel.exec(text)?.[1];
  if (label === undefined || text.length <= label.length + 1) return null;
  const name = getNoteName(line, label);
  return references.has(name) ? { label, name } : null;
}

/** The names of the notes that superscripts refer to. A superscript at the start of a line is the label of a note. */
function findNoteReferences(lines: readonly Line[]): Set<string> {
  const references = new Set<string>();
  for (const line of lines)
    for (const { noteName } of buildTextRuns(line, false).slice(startsWithSuperscript(line) ? 1 : 0))
      if (noteName !== null) references.add(noteName);
  return references;
}

/**
 * Finds the lines that begin a note although their label is not raised: in the small print at the end of a column, the labels to
 * which the page refers in turn. A number within a note is none of them, because it is out of turn or amid a sentence.
 */
function findNoteStarts(
  lines: readonly Line[],
  references: ReadonlySet<string>,
  bodySize: number,
  lineTexts: ReadonlyMap<Line, string>,
): Set<Line> {
  const starts = new Set<Line>();
  const getText = (line: Line | undefined) => (line ? (lineTexts.get(line) ?? '') : '');
  let last: LayoutBlock['note'] = null;
  let before: Line | undefined;
  for (const line of listSmallPrint(lines, bodySize)) {
    const isInColumn = before?.columnIndex === line.columnIndex;
    if (!isInColumn) last = null;
    const note = matchNote(line, getText(line), references);
    const isApart = !isInColumn || endsSentence.test(getText(before));
    if (note && isApart && isInTurn(note.label, last?.label)) {
      starts.add(line);
      last = note;
    }
    before = line;
  }
  return starts;
}

/** Whether a label comes next: the number after the last one, or another sign. */
function isInTurn(label: string, last: string | undefined): boolean {
  if (last === undefined) return true;
  const [number, lastNumber] = [Number(label), Number(last)];
  return Number.isNaN(number) || Number.isNaN(lastNumber) ? label !== last : number === lastNumber + 1;
}

/** The lines at the end of each column that are set smaller than the text. */
function listSmallPrint(lines: readonly Line[], bodySize: number): Line[] {
  const smallPrint: Line[] = [];
  let below: Line | undefined;
  let isAtEnd = true;
  for (const line of lines.toReversed()) {
    if (line.columnIndex !== below?.columnIndex) isAtEnd = true;
    isAtEnd &&= line.size <= maxNoteSize * bodySize;
    if (isAtEnd) smallPrint.push(line);
    below = line;
  }
  return smallPrint.reverse();
}

/** A font size rounded to half a point, so that sizes that differ only by rounding are equal. */
export function roundToHalfPoint(size: number): number {
  return Math.round(size * 2) / 2;
}

/** In font sizes: the distances that lines of one block may have. */
const minDistance = 0.8;
const maxDistance = 2.6;
/** With fewer distances a column has no leading of its own: the document's counts, and without one the usual one of printers. */
const minSamples = 4;
const printersLeading = 1.25;

const median = 0.5;
const lowerQuartile = 0.25;

/** Measures the distances between lines, by column and font size, and returns how to look up the usual one in points. */
function createLeadingLookup(lines: readonly Line[], bodySize: number): (line: Line) => number {
  const distances = collectDistances(lines);
  const getQuantile = (key: string, share: number) => {
    const sorted = distances.get(key);
    return sorted?.[Math.floor(sorted.length * share)];
  };
  const bodyLeading = (getQuantile(`${bodySize}`, median) ?? bodySize * printersLeading) / bodySize;
  return (line) => {
    const inDocument = getQuantile(`${roundToHalfPoint(line.size)}`, median);
    const inColumn = getQuantile(getColumnKey(line), median);
    if (inColumn !== undefined) {
      // Where most lines of a column are paragraphs of their own, the median is the distance between those.
      const low = getQuantile(getColumnKey(line), lowerQuartile) ?? inColumn;
      return Math.max(low, Math.min(inColumn, inDocument ?? inColumn));
    }
    const relative = line.size > bodySize ? Math.min(bodyLeading, printersLeading) : bodyLeading;
    return inDocument ?? line.size * relative;
  };
}

/** The distances between lines of the same font size, sorted: by column and size, and by size alone. */
function collectDistances(lines: readonly Line[]): Map<string, number[]> {
  const samples = lines.slice(1).flatMap((line, index) => {
    const before = at(lines, index);
    const distance = line.baseline - before.baseline;
    if (getColumnKey(before) !== getColumnKey(line)) return [];
    if (distance < minDistance * line.size || distance > maxDistance * line.size) return [];
    const bySize = `${roundToHalfPoint(line.size)}`;
    return [getColumnKey(line), bySize].map((key) => ({ key, distance }));
  });
  return new Map(
    [...groupBy(samples, ({ key }) => key)]
      .filter(([, group]) => group.length >= minSamples)
      .map(([key, group]) => [key, group.map(({ distance }) => distance).sort((a, b) => a - b)]),
  );
}

function getColumnKey({ columnIndex, size }: Line): string {
  return `${columnIndex}:${roundToHalfPoint(size)}`;
}

/** Measures that the lines of a document have in common, and lookups that are needed again and again. */
export interface DocumentMetrics {
  /** Font size of most characters, in points. */
  bodySize: number;
  /** Whether most characters are bold. */
  isBodyBold: boolean;
  /** The usual distance between lines like this one, in points. */
  getLeading(line: Line): number;
  tableRows: ReadonlySet<Line>;
  /** The names of the notes that superscripts refer to, and the lines that begin one with a label that is not raised. */
  noteReferences: ReadonlySet<string>;
  noteStarts: ReadonlySet<Line>;
  lineTexts: ReadonlyMap<Line, string>;
}

export function measureDocument(lines: readonly Line[]): DocumentMetrics {
  const lineTexts = new Map(lines.map((line) => [line, lineText(line)]));
  const weighted = lines.map((line) => ({ text: lineTexts.get(line) ?? '', line }));
  const bodySize = findWeightedMode(weighted, ({ line }) => roundToHalfPoint(line.size)) ?? 1;
  const noteReferences = findNoteReferences(lines);
  return {
    bodySize,
    isBodyBold: findWeightedMode(weighted, ({ line }) => (line.isBold ? 1 : 0)) === 1,
    getLeading: createLeadingLookup(lines, bodySize),
    tableRows: findTableRows(lines),
    noteReferences,
    noteStarts: findNoteStarts(lines, noteReferences, bodySize, lineTexts),
    lineTexts,
  };
}
