import type { BlockPart } from '../../../shared/import/draft-body';

/** Where an anchor stands: the part, and the UTF-16 offset in its text. */
export interface Place {
  part: number;
  at: number;
}

/** A character for private use that none of the texts has. Fewer than 6,400 of them can be in use before it is none. */
export function unusedSign(texts: readonly string[]): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const sign = String.fromCharCode(code);
    if (texts.every((text) => !text.includes(sign))) return sign;
  }
  throw new Error('every character for private use is in use');
}

/** Takes the anchors out of a text; each was a number between two signs. */
export function withoutAnchors(text: string, sign: string): string {
  return text.replace(new RegExp(`${sign}\\d+${sign}`, 'g'), '');
}

/**
 * Takes the anchors out of a part, as if they had never been there: white space that they kept apart is collapsed. Their
 * offsets count in the text that is left.
 */
export function takeAnchors(part: BlockPart, sign: string): { part: BlockPart; found: Map<number, number> } {
  const found = new Map<number, number>();
  const pieces = part.text.split(sign);
  if (pieces.length === 1) return { part, found };
  let text = '';
  /** For each piece of words: where it began, how much was taken off its start, and where it begins now. */
  const moved: { from: number; to: number }[] = [];
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) found.set(Number(piece), text.length);
    else {
      const bare = /^$|[ \n\t]$/.test(text) ? piece.replace(/^ +/, '') : piece;
      if (/^[\n\t]/.test(bare)) text = text.replace(/ +$/, '');
      moved.push({ from: from + piece.length - bare.length, to: text.length });
      text += bare;
    }
    from += piece.length + sign.length;
  }
  text = text.replace(/ +$/, '');
  const place = (offset: number) => {
    const piece = moved.findLast((one) => one.from <= offset) ?? { from: offset, to: 0 };
    const next = moved[moved.indexOf(piece) + 1];
    return Math.min(piece.to + offset - piece.from, next?.to ?? text.length, text.length);
  };
  const marks = part.marks.flatMap((mark) => {
    const words = text.slice(place(mark.start), place(mark.end));
    const start = place(mark.start) + words.length - words.trimStart().length;
    const end = start + words.trim().length;
    return start < end ? [{ ...mark, start, end }] : [];
  });
  return { part: { ...part, text, marks }, found };
}
