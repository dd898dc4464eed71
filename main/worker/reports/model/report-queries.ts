import { listSentences } from '#shared/coverage/count-coverage.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import { getArticle, type Review } from '#shared/domain/review/review.ts';
import type { ReportOptions } from '#shared/domain/settings/report-options.ts';
import { sortByDismissal } from '#shared/queries/base/dismissals.ts';
import { getQueryKey, mergeQueries, type Query } from '#shared/queries/base/query.ts';
import {
  createQuoteLookup,
  findQuotedWordQueries,
  type QuoteFinding,
} from '#shared/queries/base/quoted-words.ts';
import { getReadingDay } from '#shared/queries/base/reading-day.ts';
import { findQueries } from '#shared/queries/find-queries.ts';
import { readText } from '#shared/reading/read-text.ts';
import { type ShownDraft, searchText } from '#shared/reports/base/report-text.ts';
import type { SearchedTexts, TextPlace } from '#shared/reports/base/searched-texts.ts';
import { findCachedSentences } from '#shared/text/segmenter/sentences-around.ts';
import type { ReportQueries, ReportQuery } from './report-model.ts';
import { createPassage } from './shown-words.ts';

/** By the draft, then by the day and the text that was read: a report is built several times to be searched. */
const cache = new WeakMap<Draft, Map<string, Query[]>>();

/** The queries of a draft, or of it as a report shows it. */
function findOnce(draft: Draft, shown: Draft, day: string): Query[] {
  const known = cache.get(draft) ?? new Map<string, Query[]>();
  cache.set(draft, known);
  const key = `${day} ${shown.text}`;
  const found =
    known.get(key) ??
    findQueries(readText(shown, listSentences(shown, shown.blocks, findCachedSentences)), day);
  known.set(key, found);
  return found;
}

/**
 * The queries that the text of a draft raises, in words that the report shows: an explanation quotes the text, so where notes are left
 * out, only those count that the rest of the text raises as well.
 */
function findShown(draft: Draft, shown: Draft, day: string): Query[] {
  const found = findOnce(draft, draft, day);
  if (shown === draft) return found;
  const known = new Set(found.map((query) => getQueryKey(query, draft.text)));
  return findOnce(draft, shown, day).filter((query) => known.has(getQueryKey(query, shown.text)));
}

/** The queries about words that evidence quotes, as far as the reader learns of the claim and its source. */
function findAboutQuotes(
  review: Review,
  draft: Draft,
  { reader, standings }: ReportOptions,
  findings: readonly QuoteFinding[],
): Query[] {
  // They are all about claims that are verified.
  if (!standings.includes('verified')) return [];
  const isNamed = ({ sourceId }: Query) =>
    reader === 'legal' || review.sources.get(sourceId ?? '')?.confidential !== true;
  const found = findQuotedWordQueries(review, draft, createQuoteLookup(findings)).filter(isNamed);
  return mergeQueries(found, draft.text);
}

interface QuerySetting {
  options: ReportOptions;
  /** Say which kept files hold which quoted words. */
  findings: readonly QuoteFinding[];
  texts: SearchedTexts;
}

/**
 * Where the explanation of a query stands. It quotes the text, or the title and the words of a source that may be named: what these say
 * may be repeated in it.
 */
function placeQuery({ rule, quote, sourceId }: Query, review: Review, owner: string): TextPlace {
  const title = review.sources.get(sourceId ?? '')?.title;
  const context = () => `${title ?? ''}\n${quote ?? ''}`;
  return { row: `queries/${rule}`, owner, claimId: null, context, article: 'enough' };
}

/**
 * Finds where the text of a draft contradicts itself, as the window does. `shown` is the draft as the report shows it. Nothing is said of
 * a confidential source but to lawyers, not even that its file was searched.
 */
export function buildReportQueries(
  review: Review,
  draft: Draft,
  shown: ShownDraft,
  { options, findings, texts }: QuerySetting,
): ReportQueries {
  const found = [
    ...findShown(draft, shown, getReadingDay(draft, getArticle(review))),
    ...findAboutQuotes(review, draft, options, findings),
  ];
  const { open, dismissed } = sortByDismissal(found, draft.text, review.dismissedQueries.values());
  const toReportQuery = (query: Query, owner: string): ReportQuery => ({
    rule: query.rule,
    explanation: searchText(texts, 'explanation', placeQuery(query, review, owner), query.explanation),
    places: query.places.map((span) => createPassage(draft, shown, span)),
  });
  return {
    counts: { open: open.length, dismissed: dismissed.length },
    open: open.map((query, index) => toReportQuery(query, `query ${index + 1}`)),
    dismissed: dismissed.map(({ query, dismissal }, index) => {
      const owner = `query ${index + 1} that was set aside`;
      const place = { row: `dismissedQueries/${dismissal.id}`, owner, claimId: null };
      const reason = options.notes ? dismissal.reason : null;
      return {
        ...toReportQuery(query, owner),
        reason: reason === null ? null : searchText(texts, 'dismissal', place, reason),
      };
    }),
  };
}
