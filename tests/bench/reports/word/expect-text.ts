import type { Draft } from '../../../../shared/domain/draft/draft';
import type { Span } from '../../../../shared/text/span';

/** White space differs between programs that show a text, and a draft has raised figures as characters of their own. */
export function normalizeSpace(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

/** The letters and digits of a text, raised ones as others: programs show the rest differently. */
export function squeezeWords(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The number or letter of a list item, which is no text in a Word file. */
const listLabel = /^(?:\p{N}+|\p{L}{1,4})(?:\.\p{N}+)*[.)]\s/u;

/** The words of a claim as a program shows them that has note signs and the labels of lists beside the text. */
export function expectWords(
  { text, marks, blocks }: Pick<Draft, 'text' | 'marks' | 'blocks'>,
  span: Span,
): string {
  const hidden: Span[] = marks.filter(({ kind }) => kind === 'noteRef');
  for (const { kind, start, end } of blocks) {
    const label = kind === 'listItem' ? listLabel.exec(text.slice(start, end)) : null;
    if (label) hidden.push({ start, end: start + label[0].length });
  }
  return Array.from({ length: span.end - span.start }, (_, index) => span.start + index)
    .filter((offset) => hidden.every(({ start, end }) => offset < start || offset >= end))
    .map((offset) => text.charAt(offset))
    .join('');
}

/** Takes corrections back that each put a word of its own in the place of another. */
export function takeBack(text: string, corrections: readonly { word: string; replaced: string }[]): string {
  return normalizeSpace(
    corrections.reduce(
      (rest, { word, replaced }) => rest.replace(new RegExp(`${word}(?!\\d)`), () => replaced),
      text,
    ),
  );
}
