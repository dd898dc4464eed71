/** The measure of the article extraction benchmark (Scrapinghub): shingles of four words, each as often as it occurs. */
const shingleLength = 4;

export interface PageScore {
  name: string;
  /** 0 to 1. */
  precision: number;
  recall: number;
}

/** The words of a text, with the case that they have. */
export function splitShingleWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

/** Counts the shingles of a text; a shorter text is one shingle. */
export function countShingles(text: string): Map<string, number> {
  const words = splitShingleWords(text);
  const counts = new Map<string, number>();
  for (let start = 0; start < Math.max(1, words.length - shingleLength + 1); start += 1) {
    const shingle = words.slice(start, start + shingleLength).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export function scorePage(name: string, expected: string, found: string): PageScore {
  const [expectedCounts, foundCounts] = [countShingles(expected), countShingles(found)];
  let common = 0;
  for (const [shingle, count] of foundCounts) common += Math.min(count, expectedCounts.get(shingle) ?? 0);
  const sum = (counts: Map<string, number>) =>
    [...counts.values()].reduce((total, count) => total + count, 0);
  return { name, precision: common / sum(foundCounts), recall: common / sum(expectedCounts) };
}

/** The averages over pages, and the F1 of the averages. */
export function averageScores(scores: readonly PageScore[]): {
  precision: number;
  recall: number;
  f1: number;
} {
  const average = (get: (score: PageScore) => number) =>
    scores.reduce((sum, score) => sum + get(score), 0) / Math.max(1, scores.length);
  const precision = average((score) => score.precision);
  const recall = average((score) => score.recall);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
