import type { QueryRule } from '#shared/queries/base/query.ts';
import { findNumberQueries } from '#shared/queries/numbers/find-number-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';

/** The day on which the texts of these tests are written. */
const today = '2026-11-28';

/** A text as a draft: a paragraph for each line, with its sentences. */
export function readLines(text: string, language: string | null) {
  let start = 0;
  const blocks = text.split('\n').map((line) => {
    const block = { start, end: start + line.length };
    start = block.end + 1;
    return block;
  });
  const draft = { text, blocks, language };
  return { draft, sentences: blocks.flatMap((block) => findSentences(text, block, language)) };
}

/** The words at the places of the queries that a rule raises on a text. */
export function findInText(rule: QueryRule, language: string | null, text: string): string[][] {
  const { draft, sentences } = readLines(text, language);
  return findNumberQueries(readText(draft, sentences), today)
    .filter((query) => query.rule === rule)
    .map(({ places }) => places.map(({ start, end }) => text.slice(start, end)));
}
