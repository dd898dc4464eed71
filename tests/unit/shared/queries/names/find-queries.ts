import type { Query, QueryRule } from '#shared/queries/base/query.ts';
import { findNameQueries } from '#shared/queries/names/find-name-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { findSentences } from '#shared/text/segmenter/sentences.ts';
import { createArticle } from '#tests/bench/reading/read-articles.ts';

/** The queries of one rule about a text whose paragraphs are separated by empty lines. */
export function findQueriesOf(rule: QueryRule, text: string, language: string | null): Query[] {
  const { draft } = createArticle('test', text, language);
  const sentences = draft.blocks.flatMap((block) => findSentences(draft.text, block, draft.language));
  return findNameQueries(readText(draft, sentences)).filter((query) => query.rule === rule);
}

/** The words at the places of each query. */
export function listPlaces(rule: QueryRule, text: string, language: string | null): string[][] {
  return findQueriesOf(rule, text, language).map(({ places }) =>
    places.map(({ start, end }) => text.slice(start, end)),
  );
}
