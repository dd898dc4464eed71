import { type Flow, joinReplies } from '../flow/flow';
import { getLanguage } from '../flow/language-ids';
import type { CompoundFile } from '../ole/compound-file';
import { readDocComments } from './doc-comments';
import { type DocFault, DocFile } from './file/doc-file';
import { readSummary } from './file/summary';
import { DocReader } from './reading/doc-reader';
import type { CharacterRange } from './reading/doc-text';
import { readTextBoxes } from './text-boxes';

/** The notes of a document by the positions at which they are referred to. */
type Notes = Map<number, CharacterRange>;

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

/** The lines of each page header and footer that has any words; text boxes in them are lines of the last one. */
function readPageLines(file: DocFile, reader: DocReader, origin: number, boxOrigin: number): string[][] {
  const { positions } = file.readPlex('pageLines', 0);
  const end = origin + file.lengths.headers;
  const stories = positions.slice(separatorCount, -1).map((start, index) => {
    const next = positions[separatorCount + index + 1] ?? start;
    return reader.readLines(origin + start, Math.min(end, origin + next));
  });
  const inBoxes = reader.readLines(boxOrigin, boxOrigin + file.lengths.pageLineBoxes);
  const filled = stories.filter((lines) => lines.length > 0);
  const last = filled.pop() ?? [];
  return [...filled, [...last, ...inBoxes]].filter((lines) => lines.length > 0);
}

/** Reads a Word document: its body with notes and text boxes, and its comments. Throws a RangeError when it is damaged. */
export function readDocFlow(compound: CompoundFile): Flow | DocFault {
  const file = DocFile.open(compound);
  if (typeof file === 'string') return file;
  const { body, footnotes, headers, comments: commentLength, endnotes, textBoxes } = file.lengths;
  const headerOrigin = body + footnotes;
  const commentOrigin = headerOrigin + headers;
  const endnoteOrigin = commentOrigin + commentLength;
  const boxOrigin = endnoteOrigin + endnotes;
  const notes = new Map([...readNotes(file, 'footnote', body), ...readNotes(file, 'endnote', endnoteOrigin)]);
  const comments = readDocComments(file);
  const boxes = readTextBoxes(file, boxOrigin);
  const events = new Map<number, (() => void)[]>();
  const reader = new DocReader(file, {
    events,
    takeNote: (position) => {
      const own = notes.get(position) ?? null;
      notes.delete(position);
      return own;
    },
    takeTextBoxes: (position) => {
      const own = boxes.anchored.get(position) ?? [];
      boxes.anchored.delete(position);
      return own;
    },
  });
  const at = (position: number, call: () => void) => {
    const calls = events.get(position);
    if (calls) calls.push(call);
    else events.set(position, [call]);
  };
  for (const { comment, start, end } of comments) {
    at(start, () => reader.writer.anchor(comment.id, 'start'));
    if (end > start) at(end, () => reader.writer.anchor(comment.id, 'end'));
  }
  reader.read(0, body);
  // Boxes whose drawing was not found in the text are read as well, wherever the file places them.
  const rest = [...boxes.others, ...Array.from(boxes.anchored.values()).flat()].filter(
    ({ start, end }) => reader.readLines(start, end).length > 0,
  );
  for (const { start, end } of rest) reader.read(start, end);
  for (const { comment, textStart, textEnd } of comments)
    comment.text = reader.readLines(commentOrigin + textStart, commentOrigin + textEnd).join('\n');
  const blocks = reader.writer.takeBlocks();
  const pageLines = readPageLines(file, reader, headerOrigin, boxOrigin + textBoxes);
  const [longest] = Array.from(reader.characters.languageLengths).sort(([, a], [, b]) => b - a);
  return {
    blocks,
    comments: joinReplies(comments),
    title: reader.writer.title,
    properties: readSummary(compound),
    language: longest ? getLanguage(longest[0]) : null,
    counts: { ...reader.counts, pageLinesLeftOut: pageLines.length, textBoxesAtEnd: rest.length },
    beside: pageLines.flat(),
  };
}
