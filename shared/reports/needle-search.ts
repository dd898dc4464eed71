import type { Folded } from './folded';
import type { Needle } from './needles';

const base = 0x01000193;

/** The hash of Rabin and Karp, which rolls along a text, of so many UTF-16 units. */
class RollingHash {
  private readonly highest: number;

  constructor(readonly width: number) {
    this.highest = Array.from({ length: width - 1 }).reduce((power: number) => Math.imul(power, base), 1);
  }

  first(letters: string): number {
    let hash = 0;
    for (let at = 0; at < this.width; at += 1) hash = (Math.imul(hash, base) + letters.charCodeAt(at)) | 0;
    return hash;
  }

  /** Of the units from the next offset on, from that of those from this one on. */
  next(hash: number, letters: string, at: number): number {
    const without = hash - Math.imul(letters.charCodeAt(at), this.highest);
    return (Math.imul(without, base) + letters.charCodeAt(at + this.width)) | 0;
  }
}

/** Needles by how long a beginning they have; those that may begin within a word are never shorter than `middle`. */
const [long, middle] = [new RollingHash(16), new RollingHash(7)];

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
  const [byLong, byMiddle, byPair] = [new ByBeginning(), new ByBeginning(), new ByBeginning()];
  for (const needle of needles)
    if (needle.letters.length >= long.width) byLong.add(long.first(needle.letters), needle);
    else if (needle.letters.length >= middle.width) byMiddle.add(middle.first(needle.letters), needle);
    else byPair.add(pairAt(needle.letters, 0), needle);
  const { letters, borders } = text;
  const tellAll = (some: readonly Needle[] | undefined, at: number) => {
    for (const needle of some ?? []) if (standsAt(text, needle, at)) tell(needle, at);
  };
  let [longHash, middleHash] = [long.first(letters), middle.first(letters)];
  for (let at = 0; at < letters.length; at += 1) {
    tellAll(byLong.at(longHash), at);
    tellAll(byMiddle.at(middleHash), at);
    if (borders[at] === 1) tellAll(byPair.at(pairAt(letters, at)), at);
    longHash = long.next(longHash, letters, at);
    middleHash = middle.next(middleHash, letters, at);
  }
}
