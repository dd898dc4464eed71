import type { SettingsStore } from '#main/storage/computer/settings-store.ts';
import type { OpenReviews } from '#main/storage/reviews/open-reviews.ts';
import { decodeContent, type StoredReport } from '#main/worker/output/encoded-report.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import { copyReview } from '#shared/domain/review/review-data.ts';
import { type ReportChoices, reportFormatTraits } from '#shared/domain/settings/report-options.ts';
import { listQuoteChecks } from '#shared/queries/base/quoted-words.ts';
import type { Platform } from '../ports/platform.ts';
import type { QuoteSearch } from '../vault/quote-search.ts';
import { type FoundWordBase, findWordBase, readWordFacts } from './find-word-base.ts';
import { type NamedArticle, proposeName } from './propose-name.ts';

/** The services that rendering a report uses. */
export interface ReportSources {
  platform: Pick<Platform, 'timeZone' | 'reportFonts' | 'makeReport' | 'renderReport'>;
  quotes: QuoteSearch;
  settings(): Promise<SettingsStore>;
  reviews(): Promise<OpenReviews>;
}

export interface ReportRequest {
  articleId: string;
  choices: ReportChoices;
  /** When the report is made, RFC 3339 in UTC. */
  at: string;
  /** Whether the files of a claim log are made as well. */
  makesFiles?: boolean;
  signal: AbortSignal;
}

interface RenderedStoredReport {
  article: NamedArticle;
  report: StoredReport;
  /** The document that a Word report is written into; null for other formats. */
  word: FoundWordBase | null;
}

/** Whether a report says where the text contradicts itself, for which quoted words are looked for in kept files. */
function hasQueries({ format, options }: ReportChoices): boolean {
  return options.reader !== 'public' && reportFormatTraits[format].isWhole;
}

/**
 * Reads what is on the disk, and what a report of it is made from. Quoted words that nobody has looked for yet are looked for when
 * `searchesFiles` is set, which may take a while.
 */
async function readJob(
  { platform, quotes, settings, reviews }: ReportSources,
  { articleId, choices, at, signal }: ReportRequest,
  { searchesFiles }: { searchesFiles: boolean },
) {
  const { reviewer: by, claimReview, spotting } = (await settings()).current();
  const open = await reviews();
  const { title, importedNames, review, draft, quoteFindings, isIncomplete, word } = await open.use(
    articleId,
    async (store) => {
      const { facts, checks, ...read } = await store.read((tables, text) => ({
        title: getArticle(tables).title,
        importedNames: [...tables.drafts.values()].flatMap(({ origin }) => origin.name ?? []),
        review: copyReview(tables),
        draft: text,
        isIncomplete: store.isDamaged,
        checks: hasQueries(choices) ? listQuoteChecks(tables) : [],
        facts: choices.format === 'docx' ? readWordFacts(tables, text.id) : null,
      }));
      const word = facts && (await findWordBase(store, facts, choices));
      // The author's own file gets no queries, so nothing is looked for.
      const quoteFindings =
        searchesFiles && word?.kind !== 'original'
          ? await quotes.listAll(store, checks, signal)
          : quotes.listKnown(checks);
      return { ...read, quoteFindings, word };
    },
  );
  const article = { title, draftNumber: draft.number, importedNames };
  // The dialog proposes it later, so it is searched with the report.
  const fileName = proposeName(article, choices, '');
  const known = { isSpotting: spotting, quoteFindings, isIncomplete, fileName };
  const context = { at, by, timeZone: platform.timeZone(), ...known };
  const original = word?.kind === 'original' ? word : null;
  const job = {
    review,
    draft,
    choices,
    context,
    fonts: await platform.reportFonts(),
    claimReview,
    ...(original && { wordBase: original.base }),
  };
  const readOriginal = original && (() => open.use(articleId, ({ vault }) => vault.read(original.file)));
  return { article, job, word, readOriginal };
}

/** How many claims the beginning of a report has. */
const maxBeginningClaims = 300;

/**
 * Renders the beginning of a report as a page, to be looked at while the whole is made: nothing is searched for. Resolves to null when the
 * report is no longer than that. Rejects when the signal aborts.
 */
export async function renderStoredBeginning(
  sources: ReportSources,
  request: ReportRequest,
): Promise<{ content: string; claimCount: number } | null> {
  const { job } = await readJob(sources, request, { searchesFiles: false });
  if (job.review.claims.length <= maxBeginningClaims) return null;
  const { content, claimCount } = await sources.platform.renderReport(
    { ...job, maxClaims: maxBeginningClaims },
    request.signal,
  );
  return { content: decodeContent(content), claimCount };
}

/**
 * Renders the report of an article from what is on the disk, so it contains only acknowledged changes. Rejects when the signal
 * aborts.
 */
export async function renderStoredReport(
  sources: ReportSources,
  request: ReportRequest,
): Promise<RenderedStoredReport> {
  const { makesFiles = false, signal } = request;
  const { article, job, word, readOriginal } = await readJob(sources, request, { searchesFiles: true });
  const rendered = await sources.platform.makeReport(job, { makesFiles }, signal);
  return { article, report: { ...rendered, readOriginal }, word };
}
