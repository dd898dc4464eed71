import type { ReportBlock, ReportRun } from '../../model/report-model';
import { text as joinText, type ReportText, reshape, splitText } from '../../origin/report-text';

/** Text of a block that is set in one way. */
export interface TextPiece {
  text: ReportText;
  isBold: boolean;
  isItalic: boolean;
  href: ReportText | null;
  /** The block of the note to which the text refers, '' for one that is not known; null for text that is no reference. */
  noteRef: string | null;
  /** Text of the draft that the document has not, while `text` is empty. */
  leftOut?: ReportText;
}

function toPiece({ text, marks, leftOut }: ReportRun): TextPiece {
  if (leftOut !== undefined)
    return { text, isBold: false, isItalic: false, href: null, noteRef: null, leftOut };
  const noteRef = marks.find(({ kind }) => kind === 'noteRef');
  if (noteRef) return { text, isBold: false, isItalic: false, href: null, noteRef: noteRef.target ?? '' };
  return {
    text,
    isBold: marks.some(({ kind }) => kind === 'bold'),
    isItalic: marks.some(({ kind }) => kind === 'italic'),
    href: marks.find(({ kind }) => kind === 'link')?.href ?? null,
    noteRef: null,
  };
}

function isSameStyle(a: TextPiece, b: TextPiece): boolean {
  if (a.leftOut !== undefined || b.leftOut !== undefined) return false;
  return a.isBold === b.isBold && a.isItalic === b.isItalic && a.href === b.href && a.noteRef === b.noteRef;
}

/** The pieces of a block. Claims make no pieces of their own. */
export function listPieces({ runs }: Pick<ReportBlock, 'runs'>): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const piece of runs.map(toPiece)) {
    const last = pieces.at(-1);
    if (last && isSameStyle(last, piece)) last.text = joinText`${last.text}${piece.text}`;
    else pieces.push(piece);
  }
  return pieces;
}

/** The pieces without a number of UTF-16 code units at their start. */
export function dropStart(pieces: readonly TextPiece[], length: number): TextPiece[] {
  let left = length;
  return pieces.flatMap((piece) => {
    const dropped = Math.min(left, piece.text.length);
    left -= dropped;
    return dropped === piece.text.length
      ? []
      : { ...piece, text: reshape(piece.text, (words) => words.slice(dropped)) };
  });
}

/** Splits the pieces of a table row at the tabs between its cells. */
export function splitIntoCells(pieces: readonly TextPiece[]): TextPiece[][] {
  const cells: TextPiece[][] = [[]];
  for (const piece of pieces)
    for (const [index, text] of splitText(piece.text, '\t').entries()) {
      if (index > 0) cells.push([]);
      if (text !== '' || piece.leftOut !== undefined) cells.at(-1)?.push({ ...piece, text });
    }
  return cells;
}
