import { alone, apart, classOf, classOfPair, isInvisible, letter, lowerUnit } from './letters';

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
    if (!isInvisible(unit)) id = Math.imul(id ^ lowerUnit(unit), prime);
  }
  return id;
}

/** The words of a text, in order. Takes time in line with its length. */
export function tokensOf(text: string): Tokens {
  const starts = new Int32Array(text.length + 1);
  const ends = new Int32Array(text.length + 1);
  const ids = new Int32Array(text.length + 1);
  let count = 0;
  let start = -1;
  let id = begin;
  let isSpecial = false;

  const close = (end: number) => {
    if (start === -1) return;
    const found = isSpecial ? specialId(text.slice(start, end)) : id;
    // A word of nothing that can be seen is none.
    if (found !== begin) {
      starts[count] = start;
      ends[count] = end;
      ids[count] = found;
      count += 1;
    }
    start = -1;
    id = begin;
    isSpecial = false;
  };

  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    let kind = classOf(unit);
    let width = 1;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      kind = classOfPair(text, index);
      width = (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    }
    if (kind === apart) close(index);
    else if (kind === alone) {
      close(index);
      start = index;
      isSpecial = true;
      close(index + width);
    } else {
      if (start === -1) start = index;
      if (kind === letter) id = Math.imul(id ^ lowerUnit(unit), prime);
      else isSpecial = true;
    }
    index += width - 1;
  }
  close(text.length);
  return {
    text,
    count,
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    ids: ids.slice(0, count),
  };
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
