/** The lengths of the runs of bytes (n-grams) that are counted. */
const lengths = [3, 5, 8] as const;

/** Which of them finds suspicious positions. */
const medium = 1;

/** Counts are kept in tables of this many bits of a hash. Runs that share a place make a rank less exact, and nothing wrong. */
const tableBits = 23;
const maxCount = 255;

const base = 0x01000193;

interface Table {
  length: number;
  /** By which factor each byte of a run counts in its hash, modulo 2^32. */
  factors: Int32Array;
  counts: Uint8Array;
}

/** How often short runs of bytes occur in texts. */
export class GramCounts {
  readonly #tables = lengths.map((length): Table => {
    const factors = Int32Array.from({ length }, (_, at) => raise(base, length - 1 - at));
    return { length, factors, counts: new Uint8Array(2 ** tableBits) };
  });

  constructor(texts: Iterable<Uint8Array>) {
    for (const text of texts)
      for (const { length, factors, counts } of this.#tables)
        forEachHash(text, length, factors, (hash) => {
          const place = toPlace(hash);
          const count = counts[place] ?? 0;
          if (count < maxCount) counts[place] = count + 1;
        });
  }

  /**
   * Groups the positions of a counted text by how suspicious they are, the most suspicious first: by how few of the runs that
   * they stand in occur a second time.
   */
  groupPositions(text: Uint8Array): number[][] {
    const { length, factors, counts } = this.#tables[medium] as Table;
    const knownRuns = new Uint8Array(text.length);
    let start = 0;
    forEachHash(text, length, factors, (hash) => {
      if ((counts[toPlace(hash)] ?? 0) > 1)
        for (let at = start; at < start + length; at += 1) knownRuns[at] = (knownRuns[at] ?? 0) + 1;
      start += 1;
    });
    const groups: number[][] = [[], [], []];
    for (const [position, known] of knownRuns.entries()) groups[Math.floor(known / 2)]?.push(position);
    return groups;
  }

  /**
   * How much likelier each difference at a position would make the runs around it, added to `gains`. The text must have been
   * counted.
   */
  addGains(text: Uint8Array, position: number, differences: readonly number[], gains: Float64Array): void {
    const original = text[position] ?? 0;
    for (const { length, factors, counts } of this.#tables) {
      const last = Math.min(position, text.length - length);
      for (let start = Math.max(0, position - length + 1); start <= last; start += 1) {
        const hash = hashRun(text, start, length);
        const before = rates[(counts[toPlace(hash)] ?? 1) - 1] ?? 0;
        const factor = factors[position - start] ?? 0;
        for (let at = 0; at < differences.length; at += 1) {
          const changed = hash + Math.imul((original ^ (differences[at] ?? 0)) - original, factor);
          gains[at] = (gains[at] ?? 0) + (rates[counts[toPlace(changed)] ?? 0] ?? 0) - before;
        }
      }
    }
  }
}

/** How much a run is worth that occurs so often. */
const rates = Float64Array.from({ length: maxCount + 1 }, (_, count) => Math.log2(1 + count));

function raise(factor: number, exponent: number): number {
  let result = 1;
  for (let at = 0; at < exponent; at += 1) result = Math.imul(result, factor);
  return result;
}

/** Calls back with the hash of each run of a text, from the first to the last. */
function forEachHash(
  text: Uint8Array,
  length: number,
  factors: Int32Array,
  call: (hash: number) => void,
): void {
  const [highest = 0] = factors;
  let hash = hashRun(text, 0, length);
  for (let start = 0; start + length <= text.length; start += 1) {
    call(hash);
    hash = Math.imul(hash - Math.imul(text[start] ?? 0, highest), base) + (text[start + length] ?? 0);
  }
}

function hashRun(text: Uint8Array, start: number, length: number): number {
  let hash = 0;
  for (let at = start; at < start + length; at += 1) hash = Math.imul(hash, base) + (text[at] ?? 0);
  return hash;
}

function toPlace(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - tableBits);
}
