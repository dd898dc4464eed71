import type { Line } from '../../lines/build-lines';
import { lineText } from '../../lines/text-runs';
import { findWeightedMode } from '../../lines/weighted-mode';
import { findNoteReferences, findNoteStarts } from '../notes/note-labels';
import { findTableRows } from '../tables/table-rows';
import { roundToHalfPoint } from './font-size';
import { createLeadingLookup } from './leading';

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
