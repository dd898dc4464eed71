import type { Flow } from '../flow/flow';
import { joinReplies } from '../flow/flow-comment';
import { getLanguage } from '../flow/language-ids';
import type { CompoundFile } from '../ole/compound-file';
import { readDocComments } from './doc-comments';
import { type DocFault, DocFile } from './doc-file';
import { DocReader } from './doc-reader';
import { readSummary } from './summary';

/** The notes of a document by the positions at which they are referred to. */
type Notes = Map<number, { start: number; end: number }>;

function readNotes(file: DocFile, kind: 'footnote' | 'endnote', origin: number): Notes {
  const references = file.readPlex(`${kind}References`, 2).positions;
  const texts = file.readPlex(`${kind}Texts`, 0).positions;
  return new Map(
    references
      .slice(0, -1)
      .map((position, index) => [
        position,
        { start: origin + (texts[index] ?? 0), end: origin + (texts[index + 1] ?? 0) },
      ]),
  );
}

/** The first stories of the page lines are the lines that separate notes from the text ([MS-DOC] 2.3.5). */
const separatorCount = 6;

/** The lines of each page header and footer that has any words. */
function readPageLines(file: DocFile, reader: DocReader, origin: number, end: number): string[][] {
  const { positions } = file.readPlex('pageLines', 0);
  return positions
    .slice(separatorCount, -1)
    .map((start, index) => {
      const next = positions[separatorCount + index + 1] ?? start;
      return reader.readLines(origin + start, Math.min(end, origin + next));
    })
    .filter((lines) => lines.length > 0);
}

/** Reads a Word document: its body with notes, then its text boxes, and its comments. Throws a RangeError when it is damaged. */
export function readDocFlow(compound: CompoundFile): Flow | DocFault {
  const file = DocFile.open(compound);
  if (typeof file === 'string') return file;
  const { body, footnotes, headers, comments: commentLength, endnotes, textBoxes } = file.lengths;
  const commentOrigin = body + footnotes + headers;
  const endnoteOrigin = commentOrigin + commentLength;
  const notes = new Map([...readNotes(file, 'footnote', body), ...readNotes(file, 'endnote', endnoteOrigin)]);
  const comments = readDocComments(file);
  const events = new Map<number, (() => void)[]>();
  const reader = new DocReader(file, events, (current, position) => {
    const note = notes.get(position);
    if (note) current.readStory(true, note.start, note.end);
  });
  const at = (position: number, call: () => void) =>
    events.set(position, [...(events.get(position) ?? []), call]);
  for (const { comment, start, end } of comments) {
    at(start, () => reader.writer.anchor(comment.id, 'start'));
    if (end > start) at(end, () => reader.writer.anchor(comment.id, 'end'));
  }
  reader.read(0, body);
  reader.read(endnoteOrigin + endnotes, endnoteOrigin + endnotes + textBoxes);
  for (const { comment, textStart, textEnd } of comments)
    comment.text = reader.readLines(commentOrigin + textStart, commentOrigin + textEnd).join('\n');
  const blocks = reader.writer.takeBlocks();
  // A text box stands in the text as a drawing.
  const textBoxCount = Math.max(0, file.readPlex('textBoxTexts', 22).values.length - 1);
  const objectsLeftOut = Math.max(0, reader.counts.objectsLeftOut - textBoxCount);
  const pageLines = readPageLines(file, reader, body + footnotes, commentOrigin);
  const [longest] = Array.from(reader.languageLengths).sort(([, a], [, b]) => b - a);
  return {
    blocks,
    comments: joinReplies(comments),
    title: reader.writer.title,
    properties: readSummary(compound),
    language: longest ? getLanguage(longest[0]) : null,
    counts: { ...reader.counts, objectsLeftOut, pageLinesLeftOut: pageLines.length },
    beside: pageLines.flat(),
  };
}
