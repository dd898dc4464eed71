/** A hyphen between letters, at a line's end or not: whether one there belongs to its word can't be known. */
const hyphen = /(?<=\p{L})[-\u00ad\u2010]\s*(?=\p{L})/gu;

/** The words of a text in order, in lower case, without the hyphens between letters. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(hyphen, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The share of the expected words that were got, each as often as it is there: 0 to 1. */
export function recall(expected: readonly string[], got: readonly string[]): number {
  return expected.length === 0 ? 1 : inCommon(expected, got) / expected.length;
}

/** The harmonic mean of recall and precision, words counted as often as they are there: 0 to 1. */
export function f1(expected: readonly string[], got: readonly string[]): number {
  const length = expected.length + got.length;
  return length === 0 ? 1 : (2 * inCommon(expected, got)) / length;
}

/** The share of the expected words that were got in the expected order: their longest common subsequence, 0 to 1. */
export function orderAgreement(expected: readonly string[], got: readonly string[]): number {
  return expected.length === 0 ? 1 : longestCommon(expected, got) / expected.length;
}

function inCommon(expected: readonly string[], got: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let count = 0;
  for (const word of got) {
    const there = left.get(word) ?? 0;
    if (there > 0) count += 1;
    left.set(word, there - 1);
  }
  return count;
}

/**
 * The length of the longest common subsequence, exactly, by a row of bits for the expected words that each word got moves
 * along (Hyyrö 2004): 20,000 words against as many take a tenth of a second.
 */
function longestCommon(expected: readonly string[], got: readonly string[]): number {
  const places = new Map<string, bigint>();
  for (const [at, word] of expected.entries())
    places.set(word, (places.get(word) ?? 0n) | (1n << BigInt(at)));
  const all = (1n << BigInt(expected.length)) - 1n;
  let row = all;
  for (const word of got) {
    const hits = row & (places.get(word) ?? 0n);
    if (hits !== 0n) row = ((row + hits) | (row - hits)) & all;
  }
  return expected.length - (row.toString(2).match(/1/g)?.length ?? 0);
}

/** Lines at the top and at the foot of a page in which heads, feet and numbers are looked for. */
const edge = 4;
const pageNumber = /^\W*(page|p\.)?\s*(\d{1,4}|[ivxlc]+)(\s*(\/|of)\s*\d+)?\W*$/i;

/**
 * What another extractor read in a PDF (pages end in a form feed), without what no article holds: numbers of pages, and
 * the lines at the top or foot that at least two pages share but for their figures.
 */
export function runningTextOf(extracted: string): string {
  const pages = extracted.split('\f').map((page) => page.split('\n').filter((line) => line.trim() !== ''));
  const seen = new Map<string, number>();
  for (const lines of pages)
    for (const key of new Set(edgesOf(lines).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return pages
    .map((lines) => {
      const edges = new Set(
        edgesOf(lines).filter((line) => pageNumber.test(line) || (seen.get(keyOf(line)) ?? 0) > 1),
      );
      return lines.filter((line, at) => !(isEdge(at, lines.length) && edges.has(line))).join('\n');
    })
    .join('\n');
}

function isEdge(at: number, length: number): boolean {
  return at < edge || at >= length - edge;
}

function edgesOf(lines: string[]): string[] {
  return lines.filter((_line, at) => isEdge(at, lines.length));
}

function keyOf(line: string): string {
  return line.trim().replace(/\d+/g, '#');
}
