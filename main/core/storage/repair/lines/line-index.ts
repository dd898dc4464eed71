import type { WholeLine } from './find-lines';

/** The whole lines of a damaged history, found by what they follow. Each is given out once. */
export class LineIndex {
  readonly #byPrev = new Map<string, WholeLine[]>();
  readonly #sorted: WholeLine[];
  readonly #unused: Set<WholeLine>;
  #position = 0;

  /** `knownSum` is the checksum of a line that certainly belongs to the history; null when none is known. */
  constructor(
    readonly lines: readonly WholeLine[],
    private readonly knownSum: string | null,
  ) {
    this.#sorted = [...lines].sort((a, b) => a.seq - b.seq);
    this.#unused = new Set(lines);
    for (const line of lines) this.#byPrev.set(line.prev, [...(this.#byPrev.get(line.prev) ?? []), line]);
  }

  get unusedCount(): number {
    return this.#unused.size;
  }

  use(line: WholeLine): void {
    this.#unused.delete(line);
  }

  /** The line behind the given end; of several, the one that most others follow. */
  findFollowing(seq: number, sha256: string): WholeLine | undefined {
    return this.#chooseLongest(this.#list(seq, sha256).filter((line) => this.#unused.has(line)));
  }

  /** The unused line with the lowest number above `seq`; of several, as `findFollowing`. Must be called with rising numbers. */
  findNext(seq: number): WholeLine | undefined {
    const isNext = (line: WholeLine) => line.seq > seq && this.#unused.has(line);
    let next = this.#sorted[this.#position];
    while (next && !isNext(next)) {
      this.#position += 1;
      next = this.#sorted[this.#position];
    }
    const equals: WholeLine[] = [];
    for (let at = this.#position; this.#sorted[at]?.seq === next?.seq && at < this.#sorted.length; at += 1) {
      const line = this.#sorted[at];
      if (line && isNext(line)) equals.push(line);
    }
    return this.#chooseLongest(equals);
  }

  #list(seq: number, sha256: string): WholeLine[] {
    return (this.#byPrev.get(sha256) ?? []).filter((line) => line.seq === seq + 1);
  }

  #chooseLongest(lines: readonly WholeLine[]): WholeLine | undefined {
    if (lines.length <= 1) return lines[0];
    const chains = lines.map((line) => ({ line, ...this.#follow(line) }));
    const best = chains.reduce((best, chain) => {
      if (chain.isKnown !== best.isKnown) return chain.isKnown ? chain : best;
      return chain.count > best.count ? chain : best;
    });
    return best.line;
  }

  /** How many lines follow a line, and whether one of them is known to belong to the history. */
  #follow(line: WholeLine): { count: number; isKnown: boolean } {
    let count = 0;
    let isKnown = false;
    for (let last: WholeLine | undefined = line; last; count += 1) {
      const { seq, sha256 }: WholeLine = last;
      isKnown ||= sha256 === this.knownSum;
      last = this.#list(seq, sha256)[0];
    }
    return { count, isKnown };
  }
}
