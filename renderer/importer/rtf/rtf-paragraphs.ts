import type { BlockType } from '../flow/flow-writer';
import { getParagraphType, type RtfGroup, type RtfStyle } from './rtf-group';

/** The group and the styles by which a paragraph is read. */
interface Surroundings {
  readonly group: RtfGroup;
  readonly styles: ReadonlyMap<number, RtfStyle>;
}

/** Ends paragraphs, cells and rows, and keeps what belongs to the paragraph that is open. */
export class RtfParagraphs {
  /** The cells of the row that is being read, as far as it says. */
  cellCount = 0;
  /** The label of the list item that begins, until its first words are written; null for other paragraphs. */
  private label: string | null = null;
  private isItem = false;

  constructor(private readonly around: Surroundings) {}

  get type(): BlockType {
    const { paragraph } = this.around.group;
    const type = getParagraphType(paragraph, this.around.styles.get(paragraph.style));
    return this.isItem && type.kind === 'paragraph' ? { kind: 'listItem', level: null } : type;
  }

  startItem(label: string): void {
    this.label = label;
    this.isItem = true;
  }

  /** The label that belongs before the words that are written next; it is handed over once. */
  takeLabel(): string | null {
    const { label } = this;
    this.label = null;
    return label;
  }

  /** Begins a story of its own. Returns how to go on with the paragraph that is open. */
  beginAside(): () => void {
    const { label, isItem } = this;
    this.start();
    return () => Object.assign(this, { label, isItem });
  }

  /** Begins or ends the row of a table where the paragraph is in one, or is not. */
  followTable(): void {
    const { writer, paragraph } = this.around.group;
    if (paragraph.isInTable && !writer.isInRow && this.cellCount !== 1) writer.beginRow();
    if (!paragraph.isInTable && writer.isInRow) writer.endRow();
  }

  end(): void {
    const { destination, revision, writer, paragraph } = this.around.group;
    // The paragraph goes on in the next one where its end was deleted.
    if (destination !== 'text' || revision === 'deleted') return;
    this.followTable();
    // A drop cap is a paragraph of its own before the words that it begins.
    if (!paragraph.isDropCap) writer.endBlock(this.type);
    this.start();
  }

  endCell(): void {
    const { destination, writer } = this.around.group;
    if (destination !== 'text') return;
    if (this.cellCount === 1) this.end();
    else {
      if (!writer.isInRow) writer.beginRow();
      writer.endCell();
    }
    this.start();
  }

  endRow(): void {
    const { destination, writer } = this.around.group;
    if (destination === 'text' && writer.isInRow) writer.endRow();
    this.start();
  }

  private start(): void {
    this.label = null;
    this.isItem = false;
  }
}
