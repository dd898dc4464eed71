import { blockSeparator } from '#shared/domain/base/draft.ts';
import { appendSegment, type TextMap, type TextSegment } from '#shared/domain/base/text-map.ts';
import type { ImportedBlock } from '#shared/import/base/imported-blocks.ts';
import { beginsWithBoldHeadline } from '#shared/import/text/title.ts';
import { groupBy } from '#shared/text/sequences/group-by.ts';
import {
  BlockText,
  buildMarks,
  hasVisibleText,
  type InlineStyle,
  plainInlineStyle,
  type StyledRange,
  trimEnds,
} from '../flow/block-text.ts';
import { resolveLinkAddress } from '../flow/link-address.ts';
import { type Inlines, isVisible, type TextPiece, type WordBlock } from './reading/inlines.ts';

/** A cell with more paragraphs is a column of the page's layout, not a cell of a table of data. */
const maxParagraphsPerCell = 3;

function isDataTable(rows: readonly WordBlock[]): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const hasColumns = rows.some((row) => row.cells.length > 1);
  const isLayout = cells.some(
    (paragraphs) =>
      paragraphs.filter((inlines) => inlines.some(({ text }) => isVisible(text))).length >
      maxParagraphsPerCell,
  );
  return hasColumns && !isLayout;
}

/** The tables that are kept row by row. The cells of all others are read one after another, as if there were no table. */
export function findDataTables(blocks: readonly WordBlock[]): Set<Element> {
  const tables = Array.from(groupBy(blocks, ({ table }) => table));
  return new Set(tables.flatMap(([table, rows]) => (table && isDataTable(rows) ? [table] : [])));
}

/** White space that collapses (CSS Text 3, 4.1.1). */
const collapsible = /[ \t\n\r\f]/;

interface Alignment {
  /** The index of the character in the text of the file. */
  offset: number;
  /** Whether it is another character there: a space stands for every kind of white space. */
  isReplaced: boolean;
}

/** Finds each character of a text with collapsed white space in the text that it was made from. */
function* alignCharacters(raw: string, collapsed: string): Generator<Alignment> {
  let offset = 0;
  for (const character of collapsed) {
    const isSpace = character === ' ' && collapsible.test(raw.charAt(offset));
    // White space at the start of a line is not in the collapsed text.
    while (!isSpace && offset < raw.length && !raw.startsWith(character, offset)) offset += 1;
    for (let unit = 0; unit < character.length; unit += 1)
      yield { offset: offset + unit, isReplaced: isSpace && raw.charAt(offset) !== ' ' };
    offset += character.length;
    while (isSpace && collapsible.test(raw.charAt(offset))) offset += 1;
  }
}

/**
 * The segments of a text with collapsed white space, which was made from `raw`: text of an element that begins at an offset in
 * it.
 */
function alignText(
  raw: string,
  collapsed: string,
  { part, element, offset }: { part: number; element: number; offset: number },
): TextSegment[] {
  if (raw.startsWith(collapsed)) return [{ part, element, offset, length: collapsed.length }];
  const segments: TextSegment[] = [];
  let index = 0;
  for (const { offset: rawOffset, isReplaced } of alignCharacters(raw, collapsed)) {
    segments.push(
      isReplaced
        ? { part, element, text: collapsed.charAt(index) }
        : { part, element, offset: offset + rawOffset, length: 1 },
    );
    index += 1;
  }
  return segments;
}

/** Builds blocks from the content of paragraphs, and the map of the text that they make up. */
class BlockBuilder {
  readonly blocks: ImportedBlock[] = [];
  readonly map: TextMap = { parts: [], segments: [] };
  /** Where each piece of text is in the text of the draft; a piece that is not in it, at the end of the one before. */
  readonly spans = new Map<TextPiece, { start: number; end: number }>();
  private readonly text = new BlockText();
  private readonly partIndexes = new Map<string, number>();
  /** The pieces that were added to the block, with the styles that they were added with. */
  private pieces = new Map<InlineStyle, TextPiece>();
  private length = 0;
  private lastEnd = 0;

  /** Adds the content of a paragraph. Two line breaks in a row call `onBlankLine`. */
  addInlines(inlines: Inlines, onBlankLine: () => void): void {
    for (const piece of inlines) {
      const style = { ...piece, href: piece.href === null ? null : resolveLinkAddress(piece.href) };
      if (piece.kind === 'lineBreak' && !this.text.break(style)) onBlankLine();
      this.pieces.set(style, piece);
      if (piece.kind === 'text') this.text.add(piece.text, style);
    }
  }

  /** Begins a line within a row of a table. */
  startLine(): void {
    this.text.break(plainInlineStyle);
  }

  nextCell(): void {
    this.text.endCell();
  }

  /** Finishes a block. Returns it, or null when nothing in it is visible. */
  finish(type: Pick<ImportedBlock, 'kind' | 'level' | 'name'>): ImportedBlock | null {
    const { text, ranges } = trimEnds(this.text.take());
    const pieces = this.pieces;
    this.pieces = new Map();
    const block = hasVisibleText(text) ? { ...type, text, marks: buildMarks(text, ranges) } : null;
    if (block) {
      if (this.length > 0) appendSegment(this.map.segments, { text: blockSeparator });
      const start = this.length === 0 ? 0 : this.length + blockSeparator.length;
      for (const range of ranges) this.addRange(text, range, pieces.get(range.style), start);
      this.length = start + text.length;
      this.blocks.push(block);
    }
    for (const piece of pieces.values()) {
      const span = this.spans.get(piece) ?? { start: this.lastEnd, end: this.lastEnd };
      this.spans.set(piece, span);
      this.lastEnd = span.end;
    }
    return block;
  }

  private addRange(
    blockText: string,
    { start, end }: StyledRange,
    piece: TextPiece | undefined,
    blockStart: number,
  ): void {
    if (start >= end) return;
    const text = blockText.slice(start, end);
    if (piece) this.spans.set(piece, { start: blockStart + start, end: blockStart + end });
    for (const segment of this.createSegments(text, piece)) appendSegment(this.map.segments, segment);
  }

  private createSegments(text: string, piece: TextPiece | undefined): TextSegment[] {
    if (!piece?.source) return [{ text }];
    const { part, element, offset, isVerbatim } = piece.source;
    const index = this.partIndexes.get(part) ?? this.map.parts.push(part) - 1;
    this.partIndexes.set(part, index);
    return isVerbatim
      ? alignText(piece.text, text, { part: index, element, offset })
      : [{ part: index, element, text }];
  }
}

type Role = 'title' | 'author' | 'date';

const isRole = (kind: WordBlock['kind']): kind is Role =>
  kind === 'title' || kind === 'author' || kind === 'date';

/** The blocks of a draft, and what the document says about them. */
export interface BuiltBlocks {
  /** Each with at least one visible character. */
  blocks: ImportedBlock[];
  /** For blocks whose paragraphs have the style of a title, an author or a date. */
  roles: Map<ImportedBlock, Role>;
  /** The length of the number before a block, in UTF-16 code units, for those that have one. */
  labelLengths: Map<ImportedBlock, number>;
  /** Where each piece of text is in the text of the draft. */
  spans: BlockBuilder['spans'];
  map: TextMap;
  tableCount: number;
}

/** The type of the block that a paragraph becomes. */
function getBlockType({ kind, level, label }: WordBlock): Pick<ImportedBlock, 'kind' | 'level' | 'name'> {
  if (kind === 'title') return { kind: 'heading', level: 1 };
  if (kind === 'author' || kind === 'date') return { kind: 'paragraph', level: null };
  return { kind, level, ...(kind === 'note' ? { name: label.trim() } : {}) };
}

function addRow(builder: BlockBuilder, { cells }: WordBlock): void {
  for (const [index, paragraphs] of cells.entries()) {
    if (index > 0) builder.nextCell();
    for (const inlines of paragraphs) {
      builder.startLine();
      // A blank line is no end of anything in a row.
      builder.addInlines(inlines, () => {});
    }
  }
  builder.finish({ kind: 'tableRow', level: null });
}

/** Builds the blocks of a draft from the paragraphs and rows of a document, with the map from their text to the file. */
export function buildBlocks(wordBlocks: readonly WordBlock[]): BuiltBlocks {
  const builder = new BlockBuilder();
  const roles: BuiltBlocks['roles'] = new Map();
  const labelLengths: BuiltBlocks['labelLengths'] = new Map();
  const dataTables = findDataTables(wordBlocks);
  const addParagraph = (wordBlock: WordBlock, inlines: Inlines) => {
    let { label } = wordBlock;
    let type = getBlockType(wordBlock);
    const finish = () => {
      const block = builder.finish(type);
      if (!block) return;
      if (isRole(wordBlock.kind)) roles.set(block, wordBlock.kind);
      if (label !== '') labelLengths.set(block, label.length);
      label = '';
      type = { kind: type.kind, level: type.level };
    };
    const isOneLine = type.kind === 'heading' || type.kind === 'caption';
    // Two line breaks in a row separate paragraphs, as a blank line does.
    builder.addInlines(inlines, isOneLine ? () => {} : finish);
    finish();
  };
  for (const wordBlock of wordBlocks) {
    if (wordBlock.table && dataTables.has(wordBlock.table)) addRow(builder, wordBlock);
    else if (wordBlock.table)
      for (const inlines of wordBlock.cells.flat())
        addParagraph({ ...wordBlock, kind: 'paragraph' }, inlines);
    else addParagraph(wordBlock, wordBlock.cells.flat(2));
  }
  const [first] = builder.blocks;
  if (first && beginsWithBoldHeadline(builder.blocks)) Object.assign(first, { kind: 'heading', level: 1 });
  const { blocks, spans, map } = builder;
  return { blocks, roles, labelLengths, spans, map, tableCount: dataTables.size };
}
