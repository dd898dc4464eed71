import SearchableMap from 'minisearch/SearchableMap';

/**
 * How many articles one word of a query is looked up in at most, each counted as often as its beginnings are different words there.
 * Beyond it a beginning such as "co" would make each key press slow, and find nearly every article anyway.
 */
const maxLookups = 12_000;
/** Shortest beginning of a word that finds it. Shorter words are only found as they are. */
const minPrefixLength = 3;
/** From these lengths on a similar word may differ in one letter, or in two. */
const minFuzzyLengths = [4, 7] as const;

/** The words of the index with the number of articles that have them. They are kept here because the index does not list its own. */
export class WordCounts {
  readonly #counts = new SearchableMap<number>();

  add(words: Iterable<string>): void {
    for (const word of words) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
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
    const longer: [string, number][] = [];
    for (const entry of this.#counts.atPrefix(word)) if (entry[0] !== word) longer.push(entry);
    let lookups = own ?? 0;
    for (const [other, count] of longer.sort((a, b) => b[1] - a[1])) {
      lookups += count;
      if (lookups > maxLookups) break;
      listed.push(other);
    }
    return listed;
  }

  /** The words that differ from a word in one letter, or in two when it is long. */
  listSimilarTo(word: string): string[] {
    const distance = minFuzzyLengths.filter((length) => word.length >= length).length;
    return distance === 0 ? [] : [...this.#counts.fuzzyGet(word, distance).keys()];
  }
}
