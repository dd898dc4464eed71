import {
  getCharClass,
  getCharInfo,
  getLowerCase,
  getPairClass,
  isInvisible,
  separator,
  simpleLetter,
  unspacedLetter,
} from './char-classes';
import type { Tokens } from './tokens';

/** The parameters of the 32-bit FNV-1a hash, which is computed over the UTF-16 code units of a token. */
const fnvOffset = 0x811c9dc5;
const fnvPrime = 0x01000193;

/** The id of a token that holds more than simple letters: of its composed form (NFC), without invisible characters. */
function hashSpecialToken(token: string): number {
  const composed = token.normalize('NFC');
  let id = fnvOffset;
  for (let index = 0; index < composed.length; index += 1) {
    const unit = composed.charCodeAt(index);
    if (!isInvisible(unit)) id = Math.imul(id ^ getLowerCase(getCharInfo(unit)), fnvPrime);
  }
  return id;
}

/** The columns of `Tokens` while they are filled. */
class TokenColumns {
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
    const larger = new TokenColumns(2 * this.count);
    larger.starts.set(this.starts);
    larger.ends.set(this.ends);
    larger.ids.set(this.ids);
    ({ starts: this.starts, ends: this.ends, ids: this.ids } = larger);
  }
}

/** Splits a text into tokens, in order. Takes time in proportion to its length. */
export function tokenize(text: string): Tokens {
  // In most languages a word and the space behind it take more than four code units.
  const columns = new TokenColumns((text.length >> 2) + 16);
  const add = (start: number, end: number, id: number) => {
    // Invisible characters alone are no token.
    if (id !== fnvOffset) columns.add(start, end, id);
  };
  for (let index = 0; index < text.length; ) {
    const start = index;
    let id = fnvOffset;
    let isSpecial = false;
    let charClass = separator;
    let width = 1;
    // Variables that change with every letter stay out of closures, which would halve the loop's speed.
    for (; index < text.length; index += width) {
      const unit = text.charCodeAt(index);
      const info = getCharInfo(unit);
      const isPair = unit >= 0xd800 && unit <= 0xdbff && (text.codePointAt(index) ?? 0) > 0xffff;
      width = isPair ? 2 : 1;
      charClass = isPair ? getPairClass(text, index) : getCharClass(info);
      if (charClass === separator || charClass === unspacedLetter) break;
      if (charClass === simpleLetter) id = Math.imul(id ^ getLowerCase(info), fnvPrime);
      else isSpecial = true;
    }
    if (index > start) add(start, index, isSpecial ? hashSpecialToken(text.slice(start, index)) : id);
    if (index >= text.length) break;
    if (charClass === unspacedLetter)
      add(index, index + width, hashSpecialToken(text.slice(index, index + width)));
    index += width;
  }
  const { starts, ends, ids, count } = columns;
  return { text, starts, ends, ids: ids.subarray(0, count), count };
}
