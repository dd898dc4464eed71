import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import type { Span } from '#shared/text/span.ts';
import { createDraftText } from './draft-text.ts';

const revisionSchema = z.object({ id: z.string(), before: z.string(), after: z.string() });

/** Two versions of a real article. */
export type Revision = z.infer<typeof revisionSchema>;

/** Reads a file with one JSON object on each line. */
export function readRevisions(path: string): Revision[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => revisionSchema.parse(JSON.parse(line)));
}

/** Whether each error is printed: set STET_EXAMPLES. */
export const shouldPrintExamples = Boolean(process.env.STET_EXAMPLES);

export interface Sentence extends Span {
  /** The words in lower case. */
  words: string[];
}

export function listSentences(text: string): Sentence[] {
  const { blocks, language } = createDraftText(text);
  return blocks.flatMap((block) =>
    findSentences(text, block, language).map(({ start, end }) => ({
      start,
      end,
      words: splitPlainWords(text.slice(start, end)),
    })),
  );
}

export function splitPlainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All sequences of up to `maxCount` sentences: a sentence that was split is compared with its parts together. */
export function joinNeighbours(sentences: readonly Sentence[], maxCount: number): Sentence[] {
  return sentences.flatMap((first, index) =>
    sentences.slice(index, index + maxCount).map((last, more) => ({
      start: first.start,
      end: last.end,
      words: sentences.slice(index, index + more + 1).flatMap(({ words }) => words),
    })),
  );
}

/** The similarity of two lists of words, 0 to 1: twice their longest common subsequence, divided by the words of both. */
function measureSimilarity(a: readonly string[], b: readonly string[]): number {
  let row: number[] = new Array(b.length + 1).fill(0);
  for (const word of a) {
    const next = [0];
    for (const [index, other] of b.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return (2 * (row[b.length] ?? 0)) / Math.max(1, a.length + b.length);
}

/** The most similar sentences: several when they are equally similar. */
export function findMostSimilar(
  sentence: Sentence,
  others: readonly Sentence[],
): { similarity: number; spans: Span[] } {
  const wordSet = new Set(sentence.words);
  let best: { similarity: number; spans: Span[] } = { similarity: 0, spans: [] };
  for (const other of others) {
    const common = other.words.filter((word) => wordSet.has(word)).length;
    // The similarity can't be larger than this, whatever the order of the words.
    if ((2 * common) / (sentence.words.length + other.words.length) < best.similarity) continue;
    const similarity = measureSimilarity(sentence.words, other.words);
    if (similarity > best.similarity) best = { similarity, spans: [other] };
    else if (similarity === best.similarity) best.spans.push(other);
  }
  return best;
}
