import type { DocFile } from './doc-file';

/** A part of the text: characters from `start` to `end` are at an offset of the main stream, with one or two bytes each. */
export interface Piece {
  start: number;
  end: number;
  offset: number;
  bytesPerCharacter: 1 | 2;
}

const decoders = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le') };

/** Skips what comes before the piece table: properties that a fast save left ([MS-DOC] 2.9.38, Clx). */
function findPieceTable(view: DataView): number {
  let offset = 0;
  while (view.getUint8(offset) === 1) offset += 3 + view.getUint16(offset + 1, true);
  return offset + 5;
}

/** Reads the pieces of the text in order ([MS-DOC] 2.8.35, PlcPcd). */
export function readPieces(file: DocFile): Piece[] {
  const view = file.read('pieces');
  const table = findPieceTable(view);
  const count = Math.floor((view.byteLength - table - 4) / 12);
  return Array.from({ length: count }, (_, index): Piece => {
    const start = view.getUint32(table + index * 4, true);
    const end = view.getUint32(table + index * 4 + 4, true);
    const place = view.getUint32(table + (count + 1) * 4 + index * 8 + 2, true);
    const isCompressed = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    return isCompressed
      ? { start, end, offset: offset / 2, bytesPerCharacter: 1 }
      : { start, end, offset, bytesPerCharacter: 2 };
  });
}

/** Decodes characters of a piece. Where they are cut off, what is there is returned. */
export function decodePiece(file: DocFile, piece: Piece, start: number, end: number): string {
  const { bytesPerCharacter: width } = piece;
  const offset = Math.min(file.main.byteLength, piece.offset + (start - piece.start) * width);
  const length = Math.max(0, Math.min((end - start) * width, file.main.byteLength - offset));
  return decoders[width].decode(new Uint8Array(file.main.buffer, file.main.byteOffset + offset, length));
}
