import type { Token } from 'markdown-it';
import type { Mark } from '../../domain/draft';
import type { BlockPart } from '../draft-body';
import { inlineText, isPicture } from './inline';

/** A part and the source line it begins on, counted from 0. */
export interface PlacedPart extends BlockPart {
  line: number;
}

/** One table row while it is read. */
interface Row {
  line: number;
  text: string;
  marks: Mark[];
  cells: number;
}

/** Walks block tokens and keeps what has words. */
class BlockReader {
  readonly parts: PlacedPart[] = [];
  private readonly around: ('quote' | 'list')[] = [];
  private kind: BlockPart['kind'] = 'paragraph';
  private level: number | null = null;
  /** The number of a list item whose first words are still to come: `7. `. Null outside a fresh item. */
  private marker: string | null = null;
  private row: Row | null = null;
  private columns = 0;

  constructor(private readonly lines: readonly string[]) {}

  read(token: Token): void {
    const line = token.map?.[0] ?? this.parts.at(-1)?.line ?? 0;
    switch (token.type) {
      case 'blockquote_open':
        this.around.push('quote');
        return;
      case 'list_item_open':
        this.around.push('list');
        // Numbers stay in the text: "2019. A bad year" is a list item to CommonMark, and a year to a checker.
        this.marker = token.info === '' ? '' : `${token.info}${token.markup} `;
        return;
      case 'list_item_close':
        if (this.marker) this.push('listItem', null, '', [], line);
        this.marker = null;
        this.around.pop();
        return;
      case 'blockquote_close':
        this.around.pop();
        return;
      case 'heading_open':
        this.kind = 'heading';
        this.level = Number(token.tag.slice(1));
        return;
      case 'paragraph_open':
        this.kind = this.around.at(-1) === 'quote' ? 'quote' : 'paragraph';
        this.level = null;
        return;
      case 'table_open':
        this.columns = 0;
        return;
      case 'tr_open':
        this.row = { line, text: '', marks: [], cells: 0 };
        return;
      case 'tr_close':
        this.endRow();
        return;
      case 'inline':
        this.inline(token, line);
        return;
      case 'fence':
        // The word after a fence names a language; several words there are text that would be lost.
        if (/\s/.test(token.info.trim())) this.push('paragraph', null, token.info.trim(), [], line);
        this.code(token, line);
        return;
      case 'code_block':
        this.code(token, line);
        return;
    }
  }

  private inline(token: Token, line: number): void {
    const { text, marks } = inlineText(token);
    if (!this.row) {
      const kind = this.kind === 'paragraph' && isPicture(token) ? 'caption' : this.kind;
      this.push(kind, this.level, text, marks, line);
      return;
    }
    // Cells are parted by tabs, as tables are when they are copied as text.
    const start = this.row.text.length + (this.row.cells > 0 ? 1 : 0);
    this.row.text += (this.row.cells > 0 ? '\t' : '') + text;
    this.row.marks.push(
      ...marks.map((mark) => ({ ...mark, start: start + mark.start, end: start + mark.end })),
    );
    this.row.cells += 1;
  }

  /** GFM drops the cells of a row beyond those of the header; such a row is kept as it is written. */
  private endRow(): void {
    if (!this.row) return;
    const { line, text, marks, cells } = this.row;
    this.columns = Math.max(this.columns, cells);
    const source = (this.lines[line] ?? '').replace(/^[\s>]*/, '').trim();
    const written = source.replace(/^\||(?<!\\)\|$/g, '').split(/(?<!\\)\|/).length;
    if (written > this.columns) this.push('tableRow', null, source, [], line);
    else this.push('tableRow', null, text, marks, line);
    this.row = null;
  }

  /** Code is text. Blank lines part it, as they part everything else. */
  private code(token: Token, line: number): void {
    for (const piece of token.content.split(/\n(?:[^\S\n]*\n)+/))
      this.push('paragraph', null, piece.replace(/^\n+|\n+$/g, ''), [], line);
  }

  private push(
    kind: BlockPart['kind'],
    level: number | null,
    text: string,
    marks: Mark[],
    line: number,
  ): void {
    const marker = this.marker ?? '';
    if (marker + text.trim() === '') return;
    const first = this.marker !== null && kind === 'paragraph';
    this.marker = null;
    const moved = marks.map((mark) => ({
      ...mark,
      start: marker.length + mark.start,
      end: marker.length + mark.end,
    }));
    this.parts.push({ kind: first ? 'listItem' : kind, level, text: marker + text, marks: moved, line });
  }
}

/** The blocks of a parsed Markdown text with the line each begins on; `lines` are those of the source. */
export function blockParts(tokens: readonly Token[], lines: readonly string[]): PlacedPart[] {
  const reader = new BlockReader(lines);
  for (const token of tokens) reader.read(token);
  return reader.parts;
}
