/**
 * How many articles one word of a query is looked up in at most, each counted as often as its beginnings are different words there.
 * Beyond it a beginning such as "con" would make each key press slow, and find nearly every article anyway.
 */
const maxLookups = 12_000;
/** Shortest beginning of a word that finds it. Shorter words are only found as they are. */
const minPrefixLength = 3;
/** How many new words are kept beside the sorted ones before all are sorted again. */
const maxUnsorted = 4_000;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The words of the index with the number of articles that have them, so that a beginning is only looked up for as many words as is
 * quick. The index itself does not list its words.
 */
export class WordCounts {
  readonly #counts = new Map<string, number>();
  /** Words in the order of their code units, with some that are gone. */
  #sorted: string[] = [];
  readonly #unsorted = new Set<string>();

  add(words: Iterable<string>): void {
    for (const word of words) {
      const count = this.#counts.get(word) ?? 0;
      if (count === 0) this.#unsorted.add(word);
      this.#counts.set(word, count + 1);
    }
  }

  remove(words: Iterable<string>): void {
    for (const word of words) {
      const count = (this.#counts.get(word) ?? 0) - 1;
      if (count > 0) this.#counts.set(word, count);
      else this.#counts.delete(word);
    }
  }

  /** The word itself, if an article has it, and the words that begin with it, the frequent ones first, as many as can be looked up. */
  listBeginningWith(word: string): string[] {
    const own = this.#counts.get(word);
    const listed = own === undefined ? [] : [word];
    if (word.length < minPrefixLength) return listed;
    let lookups = own ?? 0;
    for (const [longer, count] of this.#listLonger(word).sort((a, b) => b[1] - a[1])) {
      lookups += count;
      if (lookups > maxLookups) break;
      listed.push(longer);
    }
    return listed;
  }

  #listLonger(word: string): [string, number][] {
    if (this.#unsorted.size > maxUnsorted) this.sort();
    const longer = new Map<string, number>();
    const take = (other: string) => {
      const count = this.#counts.get(other);
      if (count !== undefined && other !== word && other.startsWith(word)) longer.set(other, count);
    };
    for (let at = this.#findFirst(word); this.#sorted[at]?.startsWith(word); at += 1)
      take(this.#sorted[at] ?? '');
    for (const other of this.#unsorted) take(other);
    return [...longer];
  }

  /** Sorts all words, so that the next query has not to do it. */
  sort(): void {
    this.#sorted = [...this.#counts.keys()].sort(compare);
    this.#unsorted.clear();
  }

  /** The index of the first sorted word that is not before this one. */
  #findFirst(word: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
