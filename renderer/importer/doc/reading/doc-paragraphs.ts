import { type FlowWriter, paragraphType } from '../../flow/flow-writer';
import { codes, isOn } from './codes';
import type { DocLists } from './doc-lists';
import type { DocStyles } from './doc-styles';
import type { DocText } from './doc-text';

/** List numbers above this name no list ([MS-DOC] 2.6.2, sprmPIlfo). */
const maxList = 0x7fe;

/** Begins and ends paragraphs, and the rows and cells of tables in which they are. */
export class DocParagraphs {
  /** The kind of the paragraph that is open. */
  type = paragraphType;
  /** Whether the next text is the first of its paragraph. */
  private isStart = true;
  private table: { end: number; isFrame: boolean } | null = null;

  constructor(
    private readonly writer: FlowWriter,
    private readonly text: DocText,
    private readonly styles: DocStyles,
    private readonly lists: DocLists,
  ) {}

  /** Begins the paragraph in which a character is, unless it has begun. */
  start(position: number): void {
    if (!this.isStart) return;
    this.isStart = false;
    const paragraph = this.text.findParagraph(position);
    const properties = paragraph?.properties;
    this.followTable(position, isOn(properties?.get(codes.isInTable)));
    const style = paragraph?.style ?? 0;
    this.type = this.styles.types[style] ?? paragraphType;
    const get = (code: number) => properties?.get(code) ?? this.styles.properties[style]?.get(code) ?? 0;
    const list = get(codes.list);
    const label = list > 0 && list <= maxList ? this.lists.next(list, get(codes.listLevel)) : null;
    if (label === null) return;
    if (this.type.kind === 'paragraph') this.type = { kind: 'listItem', level: null };
    this.writer.text(label);
  }

  private followTable(position: number, isInTable: boolean): void {
    if (!isInTable) this.table = null;
    else if (!this.table || position >= this.table.end) this.table = this.text.measureTable(position);
    if (isInTable && !this.table?.isFrame && !this.writer.isInRow) this.writer.beginRow();
    if (!isInTable && this.writer.isInRow) this.writer.endRow();
  }

  end(position: number): void {
    this.start(position);
    this.isStart = true;
    // A drop cap is a paragraph of its own before the words that it begins ([MS-DOC] 2.9.47).
    const isDropCap = ((this.text.findParagraph(position)?.properties.get(codes.dropCap) ?? 0) & 7) > 0;
    if (!isDropCap) this.writer.endBlock(this.type);
  }

  /** Ends a cell, or at the mark after the last one the row. */
  endCell(position: number): void {
    this.start(position);
    this.isStart = true;
    const isRowEnd = isOn(this.text.findParagraph(position)?.properties.get(codes.endsRow));
    if (this.table?.isFrame) {
      if (!isRowEnd) this.writer.endBlock(this.type);
    } else if (!isRowEnd) this.writer.endCell();
    else if (this.writer.isInRow) this.writer.endRow();
  }

  /** Reads a note or text box within the paragraph that is open. */
  readAside(read: () => void): void {
    const { isStart, type, table } = this;
    Object.assign(this, { isStart: true, type: paragraphType, table: null });
    read();
    Object.assign(this, { isStart, type, table });
  }
}
