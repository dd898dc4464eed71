import type { ReportChoices } from '../../../shared/domain/report-options';
import { getArticle } from '../../../shared/domain/review/review';
import { copyReview } from '../../../shared/domain/review/review-copy';
import type { Platform } from '../platform';
import type { OpenReviews } from '../storage/review/open/open-reviews';
import type { SettingsStore } from '../storage/settings/settings-store';
import { decodeContent } from './encoded-report';
import type { StoredReport } from './files/stored-report';
import { type FoundWordBase, findWordBase, readWordFacts } from './find-word-base';
import type { NamedArticle } from './propose-name';

interface ReportSources {
  platform: Pick<Platform, 'timeZone' | 'reportFonts' | 'makeReport' | 'renderReport'>;
  settings(): Promise<SettingsStore>;
  reviews(): Promise<OpenReviews>;
}

interface ReportRequest {
  articleId: string;
  choices: ReportChoices;
  /** When the report is made, RFC 3339 in UTC. */
  at: string;
  /** Whether the files of a claim log are made as well. */
  makesFiles?: boolean;
  /** Called as soon as the report is rendered, before it is searched for confidential terms. */
  onRendered?: (rendered: Pick<StoredReport, 'content' | 'readOriginal'>) => void;
  signal: AbortSignal;
}

export interface RenderedStoredReport {
  article: NamedArticle;
  report: StoredReport;
  /** The document that a Word report is written into; null for other formats. */
  word: FoundWordBase | null;
}

/** Reads what is on the disk, and what a report of it is made from. */
async function readJob(
  { platform, settings, reviews }: ReportSources,
  { articleId, choices, at }: Omit<ReportRequest, 'signal'>,
) {
  const { reviewer: by, claimReview, spotting } = (await settings()).current();
  const open = await reviews();
  const { title, importedNames, review, draft, isIncomplete, word } = await open.use(
    articleId,
    async (store) => {
      const { facts, ...read } = await store.read((tables, text) => ({
        title: getArticle(tables).title,
        importedNames: [...tables.drafts.values()].flatMap(({ origin }) => origin.name ?? []),
        review: copyReview(tables),
        draft: text,
        isIncomplete: store.isDamaged,
        facts: choices.format === 'docx' ? readWordFacts(tables, text.id) : null,
      }));
      return { ...read, word: facts && (await findWordBase(store, facts, choices)) };
    },
  );
  const context = { at, by, timeZone: platform.timeZone(), isSpotting: spotting, isIncomplete };
  const original = word?.kind === 'original' ? word : null;
  const job = {
    ...{ review, draft, choices, context, fonts: await platform.reportFonts(), claimReview },
    ...(original && { wordBase: original.base }),
  };
  const readOriginal = original && (() => open.use(articleId, ({ vault }) => vault.read(original.file)));
  return { article: { title, draftNumber: draft.number, importedNames }, job, word, readOriginal };
}

/** How many claims the beginning of a report has. */
const maxBeginningClaims = 300;

/**
 * Renders the beginning of a report as a page, to be looked at while the whole is made: nothing is searched for. Resolves to null when the
 * report is no longer than that. Rejects when the signal aborts.
 */
export async function renderStoredBeginning(
  sources: ReportSources,
  { signal, ...request }: ReportRequest,
): Promise<{ content: string; claimCount: number } | null> {
  const { job } = await readJob(sources, request);
  if (job.review.claims.length <= maxBeginningClaims) return null;
  const { content, claimCount } = await sources.platform.renderReport(
    { ...job, maxClaims: maxBeginningClaims },
    signal,
  );
  return { content: decodeContent(content), claimCount };
}

/**
 * Renders the report of an article from what is on the disk, so it contains only acknowledged changes. Rejects when the signal
 * aborts.
 *
 * The next steps: `refuse-leaks.ts` stops a report that contains something confidential, `write-report.ts` writes it
 * to a file (`report-path.ts`), `print-report.ts` prints it, and `written-reports.ts` remembers the files.
 */
export async function renderStoredReport(
  sources: ReportSources,
  { makesFiles = false, onRendered, signal, ...request }: ReportRequest,
): Promise<RenderedStoredReport> {
  const { article, job, word, readOriginal } = await readJob(sources, request);
  const wanted = { makesFiles, onRendered: (content: Uint8Array) => onRendered?.({ content, readOriginal }) };
  const rendered = await sources.platform.makeReport(job, wanted, signal);
  return { article, report: { ...rendered, readOriginal }, word };
}
