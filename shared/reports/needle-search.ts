import type { Folded } from './folded';
import type { Needle } from './needles';

/** What every needle that may begin within a word has at least, in UTF-16 units; the hash is of so many. */
const width = 7;
const base = 0x01000193;
const highest = Array.from({ length: width - 1 }).reduce((power: number) => Math.imul(power, base), 1);

/** The hash (Rabin and Karp's) of the first units of the letters. */
function hashOf(letters: string): number {
  let hash = 0;
  for (let at = 0; at < width; at += 1) hash = (Math.imul(hash, base) + letters.charCodeAt(at)) | 0;
  return hash;
}

/** The same of the first two. */
function pairAt(letters: string, at: number): number {
  return (letters.charCodeAt(at) << 16) | letters.charCodeAt(at + 1);
}

/** Needles by a number made of their beginning, with a sieve before it: most places of a text hold none. */
class ByBeginning {
  private readonly sieve = new Uint8Array(1 << 20);
  private readonly needles = new Map<number, Needle[]>();

  add(beginning: number, needle: Needle): void {
    this.sieve[this.slot(beginning)] = 1;
    const others = this.needles.get(beginning);
    if (others) others.push(needle);
    else this.needles.set(beginning, [needle]);
  }

  at(beginning: number): readonly Needle[] | undefined {
    return this.sieve[this.slot(beginning)] === 1 ? this.needles.get(beginning) : undefined;
  }

  private slot(beginning: number): number {
    return (beginning ^ (beginning >>> 12)) & ((1 << 20) - 1);
  }
}

function standsAt({ letters, borders }: Folded, needle: Needle, at: number): boolean {
  const end = at + needle.letters.length;
  if (needle.begins && borders[at] !== 1) return false;
  if (needle.ends && borders[end] !== 1) return false;
  if (!letters.startsWith(needle.letters, at)) return false;
  if (needle.within === null) return true;
  const own = new Set(needle.within);
  for (let offset = 1; offset < needle.letters.length; offset += 1)
    if ((borders[at + offset] === 1) !== own.has(offset)) return false;
  return true;
}

/**
 * Tells every place where a needle stands in the text, as an offset in UTF-16 units of its letters, in order. One pass over
 * the text for all needles.
 */
export function findNeedles(
  text: Folded,
  needles: readonly Needle[],
  tell: (needle: Needle, at: number) => void,
): void {
  const [long, short] = [new ByBeginning(), new ByBeginning()];
  for (const needle of needles)
    if (needle.letters.length < width) short.add(pairAt(needle.letters, 0), needle);
    else long.add(hashOf(needle.letters), needle);
  const { letters, borders } = text;
  let hash = hashOf(letters);
  for (let at = 0; at < letters.length; at += 1) {
    const found = long.at(hash);
    if (found) for (const needle of found) if (standsAt(text, needle, at)) tell(needle, at);
    const brief = borders[at] === 1 ? short.at(pairAt(letters, at)) : undefined;
    if (brief) for (const needle of brief) if (standsAt(text, needle, at)) tell(needle, at);
    const without = hash - Math.imul(letters.charCodeAt(at), highest);
    hash = (Math.imul(without, base) + letters.charCodeAt(at + width)) | 0;
  }
}
