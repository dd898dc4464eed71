import type { Query, QueryRule } from '../../../../../shared/queries/base/query';
import { findNameQueries } from '../../../../../shared/queries/names/find-name-queries';
import { readText } from '../../../../../shared/reading/read-text';
import { findSentences } from '../../../../../shared/text/segmenter/sentences';
import { createArticle } from '../../../../bench/reading/read-articles';

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
