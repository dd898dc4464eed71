import type { Token } from 'markdown-it';
import type { Mark } from '#shared/domain/base/draft.ts';
import type { CommentAnchor } from '../base/comment-claims.ts';
import type { ImportedBlock } from '../base/imported-blocks.ts';
import { hiddenComment } from './hidden-comments.ts';
import { getNoteName, type InlineContext, isImageParagraph, readInline } from './inline.ts';
import { addBefore, append, type InlineContent, type MarkdownBlock, plainContent } from './inline-text.ts';
import { getNoteLabel, type ParsedMarkdown } from './parse-markdown.ts';
import type { TrackedResult } from './tracked-text.ts';

/** A table row while it is read. */
interface TableRow {
  /** The source line that it is on, counted from 0. */
  line: number;
  text: string;
  marks: Mark[];
  anchors: CommentAnchor[];
  cellCount: number;
}

/** Adds a cell to a row. Cells are separated by tabs, as in tables that are copied as text. */
function addCell(row: TableRow, content: InlineContent): void {
  if (row.cellCount > 0) row.text += '\t';
  append(row, content);
  row.cellCount += 1;
}

/**
 * GFM drops cells beyond the columns of the header. Returns the row as it is written in the source if it has such cells,
 * so that nothing is lost; null for other rows.
 */
function findOverlongRow(sourceLine: string, columnCount: number): string | null {
  const source = sourceLine.replace(/^[\s>]*/, '').trim();
  const cellCount = source.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).length;
  return cellCount > columnCount ? source : null;
}

/** Reads block tokens one after another and collects the blocks that have text. */
class BlockReader {
  readonly blocks: MarkdownBlock[] = [];
  private readonly containers: ('quote' | 'list')[] = [];
  private kind: ImportedBlock['kind'] = 'paragraph';
  private level: number | null = null;
  /** The number of a list item, such as `7. `, until its first block is read; null at other times. */
  private listMarker: string | null = null;
  private row: TableRow | null = null;
  private columnCount = 0;
  /** The footnote that is being read, and its block once it has one. */
  private note: { label: string; block: MarkdownBlock | null } | null = null;
  /** The block that goes on in the next paragraph; null for none. */
  private joined: MarkdownBlock | null = null;

  constructor(
    private readonly lines: readonly string[],
    private readonly context: InlineContext,
  ) {}

  read(token: Token): void {
    const line = token.map?.[0] ?? this.blocks.at(-1)?.line ?? 0;
    switch (token.type) {
      case 'blockquote_open':
        this.containers.push('quote');
        return;
      case 'list_item_open':
        this.containers.push('list');
        // Numbers stay in the text: "2019. A bad year" is a list item in CommonMark, but a year to a reviewer.
        this.listMarker = token.info === '' ? '' : `${token.info}${token.markup} `;
        return;
      case 'list_item_close':
        if (this.listMarker) this.push('listItem', null, plainContent(''), line);
        this.listMarker = null;
        this.containers.pop();
        return;
      case 'blockquote_close':
        this.containers.pop();
        return;
      case 'heading_open':
        this.kind = 'heading';
        this.level = Number(token.tag.slice(1));
        return;
      case 'paragraph_open':
        this.kind = this.containers.at(-1) === 'quote' ? 'quote' : 'paragraph';
        this.level = null;
        return;
      case 'footnote_reference_open':
        this.note = { label: getNoteLabel(token), block: null };
        return;
      case 'footnote_reference_close':
        this.note = null;
        return;
      case 'table_open':
        this.columnCount = 0;
        return;
      case 'tr_open':
        this.row = { line, text: '', marks: [], anchors: [], cellCount: 0 };
        return;
      case 'tr_close':
        this.endRow();
        return;
      case 'inline':
        this.readText(token, line);
        return;
      case hiddenComment:
        this.context.tracked.hiddenCount += 1;
        return;
      case 'fence':
        // One word after a fence names a language; several words are text that would be lost.
        if (/\s/.test(token.info.trim())) this.push('paragraph', null, plainContent(token.info.trim()), line);
        this.readCode(token, line);
        return;
      case 'code_block':
        this.readCode(token, line);
        return;
    }
  }

  private readText(token: Token, line: number): void {
    const content = readInline(token.children ?? [], this.context);
    if (this.row) addCell(this.row, content);
    else {
      const kind = this.kind === 'paragraph' && isImageParagraph(token) ? 'caption' : this.kind;
      this.push(kind, this.level, content, line);
      this.pushInlineNotes(content.marks, line);
    }
  }

  /** Puts the notes that are written within a text right behind its block. */
  private pushInlineNotes(marks: readonly Mark[], line: number): void {
    for (const [label, tokens] of this.context.inlineNotes) {
      if (!marks.some(({ kind, target }) => kind === 'noteRef' && target === getNoteName(label))) continue;
      const note = { label, block: null };
      this.addToNote(note, readInline(tokens, this.context), line);
    }
  }

  private endRow(): void {
    if (!this.row) return;
    const { line, text, marks, anchors, cellCount } = this.row;
    this.columnCount = Math.max(this.columnCount, cellCount);
    const source = findOverlongRow(this.lines[line] ?? '', this.columnCount);
    const content = source === null ? { ...plainContent(text), marks, anchors } : plainContent(source);
    this.push('tableRow', null, content, line);
    this.pushInlineNotes(marks, line);
    this.row = null;
  }

  /** Code is read as text. Blank lines separate its blocks, as everywhere. */
  private readCode(token: Token, line: number): void {
    for (const block of token.content.split(/\n(?:[^\S\n]*\n)+/))
      this.push('paragraph', null, plainContent(block.replace(/^\n+|\n+$/g, '')), line);
  }

  /** Adds to the one block of a note, which begins with its number as in other formats. A note without references has its label. */
  private addToNote(
    note: { label: string; block: MarkdownBlock | null },
    { text, marks, anchors }: InlineContent,
    line: number,
  ): void {
    const { label, block } = note;
    if (block) {
      append(block, addBefore('\n', { text, marks, anchors }));
      return;
    }
    const begin = `[${this.context.noteNumbers.get(label) ?? label}] `;
    const added = addBefore(begin, { text, marks, anchors });
    note.block = { kind: 'note', level: null, ...added, name: getNoteName(label), line };
    this.blocks.push(note.block);
  }

  private push(
    kind: ImportedBlock['kind'],
    level: number | null,
    content: InlineContent,
    line: number,
  ): void {
    const marker = this.listMarker ?? '';
    if (marker + content.text.trim() === '') {
      this.endEmpty(content);
      return;
    }
    const isListItem = this.listMarker !== null && kind === 'paragraph';
    this.listMarker = null;
    const added = addBefore(marker, content);
    if (this.note) this.addToNote(this.note, { ...content, ...added }, line);
    else if (this.joined) append(this.joined, content);
    else this.blocks.push({ kind: isListItem ? 'listItem' : kind, level, line, ...added });
    this.joined = content.joinsNext && !this.note ? (this.blocks.at(-1) ?? null) : null;
  }

  /** Keeps the places of comments of a paragraph without text, at the end of the block before. */
  private endEmpty({ anchors, joinsNext }: InlineContent): void {
    const last = this.blocks.at(-1);
    last?.anchors.push(...anchors.map((anchor) => ({ ...anchor, offset: last.text.length })));
    if (!joinsNext) this.joined = null;
  }
}

/** Reads the blocks of parsed Markdown, each with the line that it begins on. `lines` are the lines of the source. */
export function readBlocks(
  { tokens, noteNumbers, inlineNotes }: Omit<ParsedMarkdown, 'definitions'>,
  lines: readonly string[],
): { blocks: MarkdownBlock[]; tracked: TrackedResult } {
  const tracked: TrackedResult = { comments: [], changeCount: 0, hiddenCount: 0, struckCount: 0 };
  const reader = new BlockReader(lines, { noteNumbers, inlineNotes, tracked });
  for (const token of tokens) reader.read(token);
  return { blocks: reader.blocks, tracked };
}
