import { readWordTime } from '../document/comment-time';
import type { FlowComment } from '../flow/flow';
import { type DocFile, readDocString } from './file/doc-file';

/** A comment, and which characters of the body it is about: none between `start` and `end` when it is on a place. */
export interface DocComment {
  comment: FlowComment;
  start: number;
  end: number;
  /** Where its text is among the texts of comments. */
  textStart: number;
  textEnd: number;
  /** The index of the comment that it replies to; null for none. */
  parent: number | null;
}

const referenceBytes = 30;
const extraBytes = 18;

function readAuthors(file: DocFile): string[] {
  const view = file.read('commentAuthors');
  const authors: string[] = [];
  for (let offset = 0; offset + 2 <= view.byteLength; ) {
    const { text, end } = readDocString(view, offset);
    authors.push(text);
    offset = end;
  }
  return authors;
}

/** The ranges of commented text by the tags that comments have ([MS-DOC] 2.9.4, 2.8.7 and 2.8.8). */
function readRanges(file: DocFile): Map<number, { start: number; end: number }> {
  const bookmarks = file.read('commentBookmarks');
  const starts = file.readPlex('commentStarts', 4);
  const ends = file.readPlex('commentEnds', 0);
  const ranges = new Map<number, { start: number; end: number }>();
  for (const [index, value] of starts.values.entries()) {
    // After the header of 6 bytes, each entry is an empty string and 10 bytes.
    const tag = bookmarks.getUint32(6 + index * 12 + 4, true);
    const start = starts.positions[index] ?? 0;
    ranges.set(tag, { start, end: ends.positions[starts.view.getUint16(value, true)] ?? start });
  }
  return ranges;
}

/** Reads the comments in order, without their texts. */
export function readDocComments(file: DocFile): DocComment[] {
  const { positions, view, values } = file.readPlex('commentReferences', referenceBytes);
  if (values.length === 0) return [];
  const texts = file.readPlex('commentTexts', 0).positions;
  const authors = readAuthors(file);
  const ranges = readRanges(file);
  const extras = file.read('commentExtras');
  return values.map((value, index) => {
    const place = positions[index] ?? 0;
    const range = ranges.get(view.getUint32(value + 26, true)) ?? { start: place, end: place };
    const hasExtra = (index + 1) * extraBytes <= extras.byteLength;
    const distance = hasExtra ? extras.getInt32(index * extraBytes + 10, true) : 0;
    return {
      comment: {
        ...{ id: String(index), by: authors[view.getUint16(value + 20, true)] ?? '', text: '' },
        at: hasExtra ? readWordTime(extras.getUint32(index * extraBytes, true)) : null,
        ...{ resolved: false, replies: [] },
      },
      ...range,
      textStart: texts[index] ?? 0,
      textEnd: texts[index + 1] ?? 0,
      parent: distance < 0 ? index + distance : null,
    };
  });
}
