import type { Line } from '../lines/build-lines';
import { lineText } from '../lines/text-runs';
import { findWeightedMode } from '../lines/weighted-mode';
import { findNoteReferences, findNoteStarts } from './note-labels';
import { findTableRows } from './table-rows';

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
  const distances = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    if (!before || before.columnIndex !== line.columnIndex) continue;
    if (roundToHalfPoint(before.size) !== roundToHalfPoint(line.size)) continue;
    const distance = line.baseline - before.baseline;
    if (distance < minDistance * line.size || distance > maxDistance * line.size) continue;
    for (const key of [getColumnKey(line), `${roundToHalfPoint(line.size)}`]) {
      const others = distances.get(key);
      if (others) others.push(distance);
      else distances.set(key, [distance]);
    }
  }
  return new Map(
    [...distances]
      .filter(([, samples]) => samples.length >= minSamples)
      .map(([key, samples]) => [key, samples.toSorted((a, b) => a - b)]),
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
