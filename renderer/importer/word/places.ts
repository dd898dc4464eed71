import type { BlockPart } from '../../../shared/import/draft-body';

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

/** As the blocks of a DOM are left out: signs for private use are seen, as a document's own symbols are. */
const visible = /[^\s\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/u;

/** Takes the anchors out of a part. Their offsets count in the text that is left: none where no word is. */
export function takeAnchors(part: BlockPart, sign: string): { part: BlockPart; found: Map<number, number> } {
  const found = new Map<number, number>();
  const pieces = part.text.split(sign);
  if (pieces.length === 1) return { part, found };
  let text = '';
  /** Where each piece of words begins with the anchors, and where without them. */
  const moved: { from: number; to: number }[] = [];
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index % 2 === 1) found.set(Number(piece), text.length);
    else {
      moved.push({ from, to: text.length });
      text += piece;
    }
    from += piece.length + sign.length;
  }
  const place = (offset: number) => {
    const index = moved.findLastIndex((one) => one.from <= offset);
    const { from: before = 0, to = 0 } = moved[index] ?? {};
    return Math.min(to + offset - before, moved[index + 1]?.to ?? text.length);
  };
  const marks = part.marks
    .map((mark) => ({ ...mark, start: place(mark.start), end: place(mark.end) }))
    .filter(({ start, end }) => start < end);
  return { part: { ...part, text: visible.test(text) ? text : '', marks }, found };
}
