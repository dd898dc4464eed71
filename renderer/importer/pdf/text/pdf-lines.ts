/** A piece of a line as pdf.js finds it. Lengths in units of the page; `transform` is a matrix [a b c d e f] (ISO 32000-1, 8.3.3). */
export interface TextPiece {
  str: string;
  transform: number[];
  height: number;
  hasEOL: boolean;
}

/** The lines of a page. A piece that stands higher or lower than the one before begins one, even where pdf.js sees no end. */
export function linesOf(pieces: TextPiece[]): string {
  let text = '';
  let last: TextPiece | null = null;
  for (const piece of pieces) {
    if (last && !text.endsWith('\n') && isElsewhere(last, piece)) text += '\n';
    text += piece.hasEOL ? `${piece.str}\n` : piece.str;
    if (piece.str.trim() !== '') last = piece;
  }
  return text;
}

/** Whether a piece stands more than its height beside the line that the one before runs along: so far no exponent is. */
function isElsewhere(before: TextPiece, { str, transform, height }: TextPiece): boolean {
  if (str.trim() === '') return false;
  const [a = 1, b = 0, , , x = 0, y = 0] = before.transform;
  const [, , , , nextX = 0, nextY = 0] = transform;
  const across = (a * (nextY - y) - b * (nextX - x)) / (Math.hypot(a, b) || 1);
  return Math.abs(across) > Math.max(before.height, height);
}
