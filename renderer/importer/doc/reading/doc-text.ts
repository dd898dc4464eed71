import type { DocFile } from '../file/doc-file';
import { decodePiece, type Piece, readPieces } from '../file/pieces';
import { type PropertyRun, PropertyRuns } from '../file/property-runs';
import { codes, isOn, marks } from './codes';

/** The positions of a story, a note or a text box. */
export interface CharacterRange {
  start: number;
  end: number;
}

/** Characters with the same properties. */
export interface TextRun {
  /** The position of its first character. */
  start: number;
  text: string;
  properties: ReadonlyMap<number, number> | undefined;
}

/** The characters of all stories of a document by their positions, and the properties of each. */
export class DocText {
  private readonly pieces: Piece[];
  private readonly characters: PropertyRuns;
  private readonly paragraphs: PropertyRuns;

  constructor(private readonly file: DocFile) {
    this.pieces = readPieces(file);
    this.characters = new PropertyRuns(file, 'characterPages');
    this.paragraphs = new PropertyRuns(file, 'paragraphPages');
  }

  /** The runs of a range of positions, in order. */
  *runs(start: number, end: number): Generator<TextRun> {
    for (const piece of this.pieces) {
      const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
      for (let position = from; position < to; ) {
        const offset = piece.offset + (position - piece.start) * piece.bytesPerCharacter;
        const run = this.characters.find(offset);
        const length = run
          ? Math.max(1, Math.floor((run.end - offset) / piece.bytesPerCharacter))
          : to - position;
        const next = Math.min(to, position + length);
        const text = decodePiece(this.file, piece, position, next);
        yield { start: position, text, properties: run?.properties };
        position = next;
      }
    }
  }

  /** The style and properties of the paragraph in which a character is; null when the file does not say. */
  findParagraph(position: number): PropertyRun | null {
    const piece = this.findPiece(position);
    if (!piece) return null;
    return this.paragraphs.find(piece.offset + (position - piece.start) * piece.bytesPerCharacter);
  }

  /**
   * Where the table ends that begins at a position, and whether it is a frame around text: a table with a single column. Cells
   * end with a mark of their own, and rows with one more ([MS-DOC] 2.4.3).
   */
  measureTable(start: number): { end: number; isFrame: boolean } {
    let isFrame = true;
    let cellCount = 0;
    for (const run of this.runs(start, Number.POSITIVE_INFINITY))
      for (
        let index = run.text.indexOf(marks.cell);
        index >= 0;
        index = run.text.indexOf(marks.cell, index + 1)
      ) {
        const position = run.start + index;
        if (!isOn(this.findParagraph(position)?.properties.get(codes.endsRow))) {
          cellCount += 1;
          continue;
        }
        if (cellCount > 1) isFrame = false;
        cellCount = 0;
        const isInTable = isOn(this.findParagraph(position + 1)?.properties.get(codes.isInTable));
        if (!isInTable) return { end: position + 1, isFrame };
      }
    return { end: Number.POSITIVE_INFINITY, isFrame: isFrame && cellCount <= 1 };
  }

  private findPiece(position: number): Piece | undefined {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pieces[middle]?.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    const piece = this.pieces[low - 1];
    return piece && position < piece.end ? piece : undefined;
  }
}
