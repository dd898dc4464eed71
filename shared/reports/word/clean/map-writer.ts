import { appendSegment, type TextMap } from '../../../domain/draft/text-map';

/** Writes the map from the text of a draft to the text elements of parts, while these are made in document order. */
export class MapWriter {
  readonly #map: TextMap = { parts: [], segments: [] };
  readonly #counts: number[] = [];
  #length = 0;

  get map(): TextMap {
    return this.#map;
  }

  /** The length of the text so far, in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /** The next text element of a part has this text, and nothing else. */
  addVerbatim(part: string, text: string): void {
    if (text === '') return;
    const place = { ...this.#nextElement(part), offset: 0, length: text.length };
    appendSegment(this.#map.segments, place);
    this.#length += text.length;
  }

  /** The next text element of a part stands for this text. */
  addReplaced(part: string, text: string): void {
    appendSegment(this.#map.segments, { ...this.#nextElement(part), text });
    this.#length += text.length;
  }

  /** Text of the draft that no element has. */
  addGenerated(text: string): void {
    if (text === '') return;
    appendSegment(this.#map.segments, { text });
    this.#length += text.length;
  }

  /** The next text element of a part has text that the draft has not. */
  skipElement(part: string): void {
    this.#nextElement(part);
  }

  #nextElement(name: string): { part: number; element: number } {
    const known = this.#map.parts.indexOf(name);
    const part = known === -1 ? this.#map.parts.push(name) - 1 : known;
    const element = this.#counts[part] ?? 0;
    this.#counts[part] = element + 1;
    return { part, element };
  }
}
