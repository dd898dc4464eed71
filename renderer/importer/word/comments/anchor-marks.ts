import type { ImportedBlock } from '../../../../shared/import/imported-blocks';
import { hasVisibleText } from '../../visible-text';

/** A private-use character that occurs in none of the texts. There are 6,400 of them; throws when all are in use. */
export function findUnusedCharacter(texts: readonly string[]): string {
  for (let code = 0xe000; code < 0xf8ff; code += 1) {
    const character = String.fromCharCode(code);
    if (texts.every((text) => !text.includes(character))) return character;
  }
  throw new Error('every private-use character is in use');
}

/** Removes the anchors from a text. Each is a number between two anchor marks. */
export function removeAnchors(text: string, anchorMark: string): string {
  return text.replace(new RegExp(`${anchorMark}\\d+${anchorMark}`, 'g'), '');
}

/**
 * Extracts the anchors from a block. Their offsets count in the text that is left, which is empty when nothing in it is
 * visible.
 */
export function extractAnchors(
  block: ImportedBlock,
  anchorMark: string,
): { block: ImportedBlock; offsets: Map<number, number> } {
  const offsets = new Map<number, number>();
  /** Text and anchor numbers in turn. */
  const chunks = block.text.split(anchorMark);
  if (chunks.length === 1) return { block, offsets };
  let text = '';
  /** Where each chunk of text begins, with the anchors and without them. */
  const starts: { before: number; after: number }[] = [];
  let offset = 0;
  for (const [index, chunk] of chunks.entries()) {
    if (index % 2 === 1) offsets.set(Number(chunk), text.length);
    else {
      starts.push({ before: offset, after: text.length });
      text += chunk;
    }
    offset += chunk.length + anchorMark.length;
  }
  const moveOffset = (old: number) => {
    const index = starts.findLastIndex(({ before }) => before <= old);
    const { before = 0, after = 0 } = starts[index] ?? {};
    return Math.min(after + old - before, starts[index + 1]?.after ?? text.length);
  };
  const marks = block.marks
    .map((mark) => ({ ...mark, start: moveOffset(mark.start), end: moveOffset(mark.end) }))
    .filter(({ start, end }) => start < end);
  return { block: { ...block, text: hasVisibleText(text) ? text : '', marks }, offsets };
}
