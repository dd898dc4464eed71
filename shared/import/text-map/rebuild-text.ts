import type { TextMap } from '../../domain/draft/text-map';

/** For each part of a file by its name: the texts of its text elements, in document order. */
export type PartTexts = ReadonlyMap<string, readonly string[]>;

/** Rebuilds the text of a draft from its map and the file. Null when the map points to text that the file does not have. */
export function rebuildText({ parts, segments }: TextMap, texts: PartTexts): string | null {
  const partTexts = parts.map((name) => texts.get(name));
  const pieces: string[] = [];
  for (const segment of segments) {
    if ('length' in segment) {
      const { part, element, offset, length } = segment;
      const piece = partTexts[part]?.[element]?.slice(offset, offset + length);
      if (piece?.length !== length) return null;
      pieces.push(piece);
    } else pieces.push(segment.text);
  }
  return pieces.join('');
}
