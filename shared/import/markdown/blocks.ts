import type { Token } from 'markdown-it';
import type { Mark } from '../../domain/draft/draft';
import type { ImportedBlock } from '../imported-blocks';
import { getNoteName, isImageParagraph, readInline } from './inline';
import { getNoteLabel, type ParsedMarkdown } from './parse-markdown';
import { addCell, findOverlongRow, shiftMarks, type TableRow } from './table-row';

/** A block and the source line that it begins on, counted from 0. */
export interface MarkdownBlock extends ImportedBlock {
  line: number;
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

  constructor(
    private readonly lines: readonly string[],
    private readonly noteNumbers: ReadonlyMap<string, number>,
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
        if (this.listMarker) this.push('listItem', null, '', [], line);
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
        this.row = { line, text: '', marks: [], cellCount: 0 };
        return;
      case 'tr_close':
        this.endRow();
        return;
      case 'inline':
        this.readText(token, line);
        return;
      case 'fence':
        // One word after a fence names a language; several words are text that would be lost.
        if (/\s/.test(token.info.trim())) this.push('paragraph', null, token.info.trim(), [], line);
        this.readCode(token, line);
        return;
      case 'code_block':
        this.readCode(token, line);
        return;
    }
  }

  private readText(token: Token, line: number): void {
    const { text, marks } = readInline(token, this.noteNumbers);
    if (this.row) addCell(this.row, text, marks);
    else {
      const kind = this.kind === 'paragraph' && isImageParagraph(token) ? 'caption' : this.kind;
      this.push(kind, this.level, text, marks, line);
    }
  }

  private endRow(): void {
    if (!this.row) return;
    const { line, text, marks, cellCount } = this.row;
    this.columnCount = Math.max(this.columnCount, cellCount);
    const source = findOverlongRow(this.lines[line] ?? '', this.columnCount);
    if (source === null) this.push('tableRow', null, text, marks, line);
    else this.push('tableRow', null, source, [], line);
    this.row = null;
  }

  /** Code is read as text. Blank lines separate its blocks, as everywhere. */
  private readCode(token: Token, line: number): void {
    for (const block of token.content.split(/\n(?:[^\S\n]*\n)+/))
      this.push('paragraph', null, block.replace(/^\n+|\n+$/g, ''), [], line);
  }

  /** Adds to the one block of a note, which begins with its number as in other formats. A note without references has its label. */
  private addToNote(
    note: { label: string; block: MarkdownBlock | null },
    text: string,
    marks: Mark[],
    line: number,
  ): void {
    const { label, block } = note;
    if (block) {
      block.marks.push(...shiftMarks(marks, block.text.length + 1));
      block.text += `\n${text}`;
      return;
    }
    const begin = `[${this.noteNumbers.get(label) ?? label}] `;
    const added = { text: begin + text, marks: shiftMarks(marks, begin.length), name: getNoteName(label) };
    note.block = { kind: 'note', level: null, ...added, line };
    this.blocks.push(note.block);
  }

  private push(
    kind: ImportedBlock['kind'],
    level: number | null,
    text: string,
    marks: Mark[],
    line: number,
  ): void {
    const marker = this.listMarker ?? '';
    if (marker + text.trim() === '') return;
    const isListItem = this.listMarker !== null && kind === 'paragraph';
    this.listMarker = null;
    if (this.note) {
      this.addToNote(this.note, marker + text, shiftMarks(marks, marker.length), line);
      return;
    }
    this.blocks.push({
      ...{ kind: isListItem ? 'listItem' : kind, level, text: marker + text, line },
      marks: shiftMarks(marks, marker.length),
    });
  }
}

/** Reads the blocks of parsed Markdown, each with the line that it begins on. `lines` are the lines of the source. */
export function readBlocks(
  { tokens, noteNumbers }: Pick<ParsedMarkdown, 'tokens' | 'noteNumbers'>,
  lines: readonly string[],
): MarkdownBlock[] {
  const reader = new BlockReader(lines, noteNumbers);
  for (const token of tokens) reader.read(token);
  return reader.blocks;
}
