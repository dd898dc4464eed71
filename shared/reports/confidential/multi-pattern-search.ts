import type { Folded } from './normalize-for-search';
import type { Needle } from './search-patterns';

const base = 0x01000193;

/** The hash of Rabin and Karp, which rolls along a text, of so many UTF-16 units. */
class RollingHash {
  private readonly highest: number;

  constructor(readonly width: number) {
    this.highest = Array.from({ length: width - 1 }).reduce((power: number) => Math.imul(power, base), 1);
  }

  first(letters: string, from = 0): number {
    let hash = 0;
    for (let at = from; at < from + this.width; at += 1)
      hash = (Math.imul(hash, base) + letters.charCodeAt(at)) | 0;
    return hash;
  }

  /** Of the units from the next offset on, from that of those from this one on. */
  next(hash: number, letters: string, at: number): number {
    const without = hash - Math.imul(letters.charCodeAt(at), this.highest);
    return (Math.imul(without, base) + letters.charCodeAt(at + this.width)) | 0;
  }
}

/** Needles by how long a part of them is hashed; those that may begin within a word are never shorter than `middle`. */
const [long, middle] = [new RollingHash(16), new RollingHash(7)];

/** The same of the first two. */
function pairAt(letters: string, at: number): number {
  return (letters.charCodeAt(at) << 16) | letters.charCodeAt(at + 1);
}

/** A needle, and the offset of the part that is hashed. */
interface Hooked {
  needle: Needle;
  offset: number;
}

/** Needles by a number made of a part of them, with a sieve before it: most places of a text hold none. */
class ByPart {
  private readonly sieve = new Uint8Array(1 << 20);
  private readonly needles = new Map<number, Hooked[]>();

  add(part: number, hooked: Hooked): void {
    this.sieve[this.slot(part)] = 1;
    const others = this.needles.get(part);
    if (others) others.push(hooked);
    else this.needles.set(part, [hooked]);
  }

  at(part: number): readonly Hooked[] | undefined {
    return this.sieve[this.slot(part)] === 1 ? this.needles.get(part) : undefined;
  }

  private slot(part: number): number {
    return (part ^ (part >>> 12)) & ((1 << 20) - 1);
  }
}

/** Adds needles by the part of each that the fewest others have: many begin alike, as addresses of one host do. */
function addByRarest(needles: readonly Needle[], into: ByPart): void {
  const partsOf = ({ letters }: Needle) => {
    const last = letters.length - long.width;
    const offsets = [...new Set([0, last >> 1, last])];
    return offsets.map((offset) => ({ offset, part: long.first(letters, offset) }));
  };
  const counts = new Map<number, number>();
  for (const needle of needles)
    for (const { part } of partsOf(needle)) counts.set(part, (counts.get(part) ?? 0) + 1);
  for (const needle of needles) {
    const [rarest] = partsOf(needle).sort((a, b) => (counts.get(a.part) ?? 0) - (counts.get(b.part) ?? 0));
    if (rarest) into.add(rarest.part, { needle, offset: rarest.offset });
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
  const [byLong, byMiddle, byPair] = [new ByPart(), new ByPart(), new ByPart()];
  addByRarest(
    needles.filter(({ letters }) => letters.length >= long.width),
    byLong,
  );
  for (const needle of needles)
    if (needle.letters.length < middle.width) byPair.add(pairAt(needle.letters, 0), { needle, offset: 0 });
    else if (needle.letters.length < long.width)
      byMiddle.add(middle.first(needle.letters), { needle, offset: 0 });
  const found: { needle: Needle; at: number }[] = [];
  const { letters, borders } = text;
  const look = (some: readonly Hooked[] | undefined, at: number) => {
    for (const { needle, offset } of some ?? [])
      if (at >= offset && standsAt(text, needle, at - offset)) found.push({ needle, at: at - offset });
  };
  let [longHash, middleHash] = [long.first(letters), middle.first(letters)];
  for (let at = 0; at < letters.length; at += 1) {
    look(byLong.at(longHash), at);
    look(byMiddle.at(middleHash), at);
    if (borders[at] === 1) look(byPair.at(pairAt(letters, at)), at);
    longHash = long.next(longHash, letters, at);
    middleHash = middle.next(middleHash, letters, at);
  }
  for (const { needle, at } of found.sort((a, b) => a.at - b.at)) tell(needle, at);
}
