import { refuse, refuseDamaged } from '#shared/import/base/problems.ts';
import type { ImportResult } from '#shared/import/base/proposal.ts';
import { decodeBytes, getCodePageLabel } from '../base/code-pages.ts';
import { type CompoundFile, readCompoundFile, viewOf } from '../base/compound-file.ts';
import { decodeAs } from '../base/decode-as.ts';
import type { Format, InputFile } from '../base/format.ts';
import { refuseProtected } from '../base/unpack-parts.ts';
import { readWordTime } from '../flow/comment-time.ts';
import type { FileProperties } from '../flow/document-draft.ts';
import { createFlowDraft, createSearchText, type Flow, type FlowComment, joinReplies } from '../flow/flow.ts';
import { findMainLanguage } from '../flow/language-ids.ts';
import { type DocFault, DocFile, readDocString, readOrNull } from './doc-file.ts';
import { DocParser } from './doc-parser.ts';
import type { CharacterRange } from './doc-text.ts';
import { readTextBoxes } from './text-boxes.ts';

/** A comment, and which characters of the body it is about: none between `start` and `end` when it is on a place. */
interface DocComment {
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
function readDocComments(file: DocFile): DocComment[] {
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
        id: String(index),
        by: authors[view.getUint16(value + 20, true)] ?? '',
        text: '',
        at: hasExtra ? readWordTime(extras.getUint32(index * extraBytes, true)) : null,
        resolved: false,
        replies: [],
      },
      ...range,
      textStart: texts[index] ?? 0,
      textEnd: texts[index + 1] ?? 0,
      parent: distance < 0 ? index + distance : null,
    };
  });
}

/** Numbers of properties in the summary of a file, and types of their values ([MS-OLEPS] 2.15, 3.1). */
const ids = { codePage: 1, title: 2, author: 4 };
const types = { number16: 2, bytes: 30, utf16: 31 };

const utf16 = 1200;

/** Reads the properties of a compound file; '' for each that it does not have. */
function readSummary(file: CompoundFile): FileProperties {
  const bytes = file.get('\u0005SummaryInformation');
  if (!bytes || bytes.length < 56) return { title: '', creator: '' };
  const view = viewOf(bytes);
  const section = view.getUint32(44, true);
  const count = Math.min(100, view.getUint32(section + 4, true));
  const offsets = new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = section + 8 + index * 8;
      return [view.getUint32(entry, true), section + view.getUint32(entry + 4, true)];
    }),
  );
  const codePageOffset = offsets.get(ids.codePage);
  const hasCodePage = codePageOffset !== undefined && view.getUint32(codePageOffset, true) === types.number16;
  const codePage = hasCodePage ? view.getUint16(codePageOffset + 4, true) : 1252;
  const readText = (id: number): string => {
    const offset = offsets.get(id);
    if (offset === undefined) return '';
    const type = view.getUint32(offset, true);
    if (type !== types.bytes && type !== types.utf16) return '';
    const length = view.getUint32(offset + 4, true) * (type === types.utf16 ? 2 : 1);
    const isWide = type === types.utf16 || codePage === utf16;
    const value = bytes.subarray(offset + 8, offset + 8 + length);
    const text = isWide ? decodeAs(value, 'utf-16le') : decodeBytes(value, getCodePageLabel(codePage));
    return text.replace(/\0.*$/s, '').trim();
  };
  return { title: readText(ids.title), creator: readText(ids.author) };
}

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
function readPageLines(file: DocFile, parser: DocParser, origin: number, boxOrigin: number): string[][] {
  const { positions } = file.readPlex('pageLines', 0);
  const end = origin + file.lengths.headers;
  const stories = positions.slice(separatorCount, -1).map((start, index) => {
    const next = positions[separatorCount + index + 1] ?? start;
    return parser.readLines(origin + start, Math.min(end, origin + next));
  });
  const inBoxes = parser.readLines(boxOrigin, boxOrigin + file.lengths.pageLineBoxes);
  const filled = stories.filter((lines) => lines.length > 0);
  const last = filled.pop() ?? [];
  return [...filled, [...last, ...inBoxes]].filter((lines) => lines.length > 0);
}

/** Reads a Word document: its body with notes and text boxes, and its comments. Throws a RangeError when it is damaged. */
function readDocFlow(compound: CompoundFile): Flow | DocFault {
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
  const parser = new DocParser(file, { events, notes, textBoxes: boxes.anchored });
  const at = (position: number, call: () => void) => {
    const calls = events.get(position);
    if (calls) calls.push(call);
    else events.set(position, [call]);
  };
  for (const { comment, start, end } of comments) {
    at(start, () => parser.writer.anchor(comment.id, 'start'));
    if (end > start) at(end, () => parser.writer.anchor(comment.id, 'end'));
  }
  parser.read(0, body);
  // Boxes whose drawing was not found in the text are read as well, wherever the file places them.
  const rest = [...boxes.others, ...Array.from(boxes.anchored.values()).flat()].filter(
    ({ start, end }) => parser.readLines(start, end).length > 0,
  );
  for (const { start, end } of rest) parser.read(start, end);
  for (const { comment, textStart, textEnd } of comments)
    comment.text = parser.readLines(commentOrigin + textStart, commentOrigin + textEnd).join('\n');
  const blocks = parser.writer.takeBlocks();
  const pageLines = readPageLines(file, parser, headerOrigin, boxOrigin + textBoxes);
  return {
    blocks,
    comments: joinReplies(comments),
    title: parser.writer.title,
    properties: readSummary(compound),
    language: findMainLanguage(parser.characters.languageLengths),
    counts: { ...parser.counts, pageLinesLeftOut: pageLines.length, textBoxesAtEnd: rest.length },
    beside: pageLines.flat(),
  };
}

/** Word documents of the binary format of Word 97 to 2003 ([MS-DOC]); macros are not read. */
const mainStream = 'WordDocument';

function openDoc({ bytes }: InputFile): Flow | DocFault {
  const file = readCompoundFile(bytes);
  return (file && readOrNull(() => readDocFlow(file))) ?? 'damaged';
}

function refuseFault(name: string | null, fault: DocFault): ImportResult {
  if (fault === 'damaged') return refuseDamaged(name);
  if (fault === 'protected') return refuseProtected(name);
  return refuse(
    'unsupported',
    `${name ?? 'What was pasted'} was written by Word 95 or an earlier version`,
    'Open it in Word or LibreOffice, save it as .docx, and open that here.',
  );
}

const reasons: Record<DocFault, string> = {
  damaged: 'The file is damaged.',
  protected: 'The file is protected by a password.',
  tooOld: 'The file was written by Word 95 or an earlier version.',
};

/**
 * Word documents of the binary format of Word 97 to 2003 ([MS-DOC]); macros are not read. The stages:
 * 1. `../ole/compound-file.ts` reads the streams of the file, `doc-file.ts` the tables in them.
 * 2. `doc-parser.ts` reads the characters of the stories (`doc-text.ts`) into blocks, with `doc-styles.ts` and `doc-paragraphs.ts`;
 *    `text-boxes.ts` finds where text boxes stand.
 * 3. `../flow/flow.ts` makes a draft of the blocks and comments.
 */
export const doc: Format = {
  matches: ({ bytes }) => readCompoundFile(bytes)?.has(mainStream) ?? false,
  readDraft: (file) => {
    const flow = openDoc(file);
    return typeof flow === 'string'
      ? refuseFault(file.origin.name, flow)
      : createFlowDraft(file.origin, flow);
  },
  readText: (file) => {
    const flow = openDoc(file);
    return typeof flow === 'string' ? { state: 'unreadable', why: reasons[flow] } : createSearchText(flow);
  },
};
