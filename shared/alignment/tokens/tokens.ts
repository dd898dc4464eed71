import { alone, apart, classIn, classOfPair, isInvisible, letter, smallIn, unitOf } from './char-classes';

/**
 * The words of a text as numbers, for comparing texts word by word; letters of scripts without spaces are words each. Equal
 * words have equal ids, whatever their case, canonical form and invisible signs; unequal ones nearly always unequal ids, so
 * what matters is compared letter by letter in the end. Spaces and punctuation stand between words.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** UTF-16 offsets into the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Int32Array;
}

/** An element of a list whose index is known to lie in it. */
export function at(list: Int32Array, index: number): number {
  return list[index] ?? -1;
}

const begin = 0x811c9dc5;
const prime = 0x01000193;

/** The id of a word that holds more than plain letters: its composed form, without what can't be seen. */
function specialId(word: string): number {
  const composed = word.normalize('NFC');
  let id = begin;
  for (let index = 0; index < composed.length; index += 1) {
    const unit = composed.charCodeAt(index);
    if (!isInvisible(unit)) id = Math.imul(id ^ smallIn(unitOf(unit)), prime);
  }
  return id;
}

/** Lists of numbers that grow together. */
class Columns {
  starts: Int32Array;
  ends: Int32Array;
  ids: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.ids = new Int32Array(capacity);
  }

  add(start: number, end: number, id: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.ids[this.count] = id;
    this.count += 1;
  }

  private grow(): void {
    const larger = new Columns(2 * this.count);
    larger.starts.set(this.starts);
    larger.ends.set(this.ends);
    larger.ids.set(this.ids);
    ({ starts: this.starts, ends: this.ends, ids: this.ids } = larger);
  }
}

/** The words of a text, in order. Takes time in line with its length. */
export function tokensOf(text: string): Tokens {
  // In most languages a word takes more than four units with the space behind it.
  const words = new Columns((text.length >> 2) + 16);
  const add = (start: number, end: number, id: number) => {
    // A word of nothing that can be seen is none.
    if (id !== begin) words.add(start, end, id);
  };
  for (let index = 0; index < text.length; ) {
    const start = index;
    let id = begin;
    let isSpecial = false;
    let kind = apart;
    let width = 1;
    // What changes with every letter stays out of closures: those would make it twice as slow.
    for (; index < text.length; index += width) {
      const unit = text.charCodeAt(index);
      const found = unitOf(unit);
      const isPair = unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(index) ?? 0) > 0xffff;
      width = isPair ? 2 : 1;
      kind = isPair ? classOfPair(text, index) : classIn(found);
      if (kind === apart || kind === alone) break;
      if (kind === letter) id = Math.imul(id ^ smallIn(found), prime);
      else isSpecial = true;
    }
    if (index > start) add(start, index, isSpecial ? specialId(text.slice(start, index)) : id);
    if (index >= text.length) break;
    if (kind === alone) add(index, index + width, specialId(text.slice(index, index + width)));
    index += width;
  }
  const { starts, ends, ids, count } = words;
  return { text, starts, ends, ids: ids.subarray(0, count), count };
}

/** The index of the first word that ends after an offset; the count when there is none. */
export function firstEndingAfter(tokens: Tokens, offset: number): number {
  return firstWhere(tokens.count, (index) => at(tokens.ends, index) > offset);
}

/** The index of the first word that starts at or after an offset; the count when there is none. */
export function firstStartingFrom(tokens: Tokens, offset: number): number {
  return firstWhere(tokens.count, (index) => at(tokens.starts, index) >= offset);
}

/** The first index of an ordered list that fulfils a condition, as all after it do; the count when there is none. */
export function firstWhere(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
