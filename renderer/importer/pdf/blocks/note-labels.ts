import type { Line } from '../lines/build-lines';
import { buildTextRuns, getNoteName, startsWithSuperscript } from '../lines/text-runs';
import type { LayoutBlock } from './layout-block';
import { endsSentence } from './markers';

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
export function findNoteReferences(lines: readonly Line[]): Set<string> {
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
export function findNoteStarts(
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
