import { StetError } from '#main/base/stet-error.ts';
import { currentTimestamp } from '#main/base/system.ts';
import { decodeContent, type EncodedReport, type ReportPrinter } from '#main/worker/output/encoded-report.ts';
import { layOutLazily } from '#main/worker/reports/html/style-sheet.ts';
import { getArticle } from '#shared/domain/review/review.ts';
import {
  type PaperSize,
  type ReportChoices,
  type ReportFormat,
  reportFormatTraits,
} from '#shared/domain/settings/report-options.ts';
import { exportReport, refuseLeaks } from '../reports/export-report.ts';
import { describeWordBase } from '../reports/find-word-base.ts';
import { LastExports, WrittenReports } from '../reports/last-exports.ts';
import { getRememberedChoices } from '../reports/remembered-choices.ts';
import {
  type ReportRequest,
  renderStoredBeginning,
  renderStoredReport,
} from '../reports/render-stored-report.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

interface PrintOptions {
  paper: PaperSize;
  /** The ids of possible leaks that the reviewer confirmed to be none. */
  confirmed: readonly string[];
  platform: Pick<ReportPrinter, 'printOnPaper'>;
  signal: AbortSignal;
}

/**
 * Prints a report through the system's dialog. Resolves to false when the reviewer cancelled it. Rejects with `confidential`,
 * `notSaved`, or when the signal aborts.
 */
async function printReport(report: EncodedReport, options: PrintOptions): Promise<boolean> {
  const { paper, confirmed, platform, signal } = options;
  refuseLeaks(report.leaks, confirmed, 'printed');
  try {
    return await platform.printOnPaper(decodeContent(report.content), paper, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    throw new StetError(
      'notSaved',
      'The report was not printed: the system could not print it. The check itself is safe. Check that a printer is set up, or export the report as PDF.',
      { cause: error },
    );
  }
}

/** Longest preview of a report in plain text, in UTF-16 code units. */
const maxPreviewLength = 20_000;

/** The page as it is shown: one for paper is laid out only near the window. */
function toShownPage(format: ReportFormat, page: string): string {
  return format === 'pdf' ? layOutLazily(page) : page;
}

export function createReportHandlers(context: HandlerContext): HandlersOf<'report'> {
  const { platform, settings, tasks, reviews } = context;
  const writtenReports = new WrittenReports(platform);
  const lastExports = new LastExports();
  const exportContext = { ...context, writtenReports, lastExports };
  /** The page that is shown of a report: its own content, or the same report as HTML when that is no page. */
  const renderPage = async (
    request: Omit<ReportRequest, 'choices'>,
    { format, options }: ReportChoices,
    content: string,
  ) => {
    if (reportFormatTraits[format].preview !== 'asPage') return toShownPage(format, content);
    const choices = { format: 'html', options } as const;
    return decodeContent((await renderStoredReport(context, { ...request, choices })).report.content);
  };
  const prepareReport = async (articleId: string, isSpotted: boolean) => {
    const language = await (await reviews()).use(articleId, (store) =>
      store.read((tables, text) => getArticle(tables).language ?? text.language),
    );
    platform.prepareReport(isSpotted ? language : null);
  };
  return {
    'report.choices': async ({ articleId }) => {
      const current = (await settings()).current();
      const choices = getRememberedChoices(current, articleId);
      // The export dialog begins with these choices and previews them next. The preview reports any error.
      void prepareReport(articleId, current.spotting && choices.options.reader !== 'public').catch(
        () => undefined,
      );
      return { choices };
    },
    'report.export': ({ taskId, articleId, choices, confirmed }) =>
      tasks.run(taskId, ({ signal }) =>
        exportReport(exportContext, { articleId, choices, confirmed, repeated: null, signal }),
      ),
    'report.exportAgain': ({ taskId, articleId }) =>
      tasks.run(taskId, async ({ signal }) => {
        const last = lastExports.find(articleId, (await settings()).current());
        if (!last) return { state: 'notRepeated', why: 'unknown' };
        const { choices, confirmed } = last;
        if (choices.options.reader === 'legal') return { state: 'notRepeated', why: 'legal' };
        const request = { articleId, choices, confirmed, repeated: last, signal };
        const exported = await exportReport(exportContext, request);
        return exported && { state: 'saved', ...exported, choices };
      }),
    'report.print': ({ taskId, articleId, confirmed }) =>
      tasks.run(taskId, async ({ signal }) => {
        // Never one for lawyers: that is not remembered.
        const { options } = getRememberedChoices((await settings()).current(), articleId);
        const choices = { format: 'pdf', options } as const;
        const at = currentTimestamp(platform);
        const { report } = await renderStoredReport(context, { articleId, choices, at, signal });
        return { printed: await printReport(report, { paper: options.paper, confirmed, platform, signal }) };
      }),
    'report.open': async ({ reportId }) => ({ shown: await writtenReports.open(reportId) }),
    'report.showInFolder': async ({ reportId }) => {
      await writtenReports.show(reportId);
      return null;
    },
    'report.previewBeginning': ({ taskId, articleId, choices: { format, options } }) =>
      tasks.run(taskId, async ({ signal }) => {
        const choices = {
          format: reportFormatTraits[format].preview === 'page' ? format : ('html' as const),
          options,
        };
        const request = { articleId, choices, at: currentTimestamp(platform), signal };
        const beginning = await renderStoredBeginning(context, request);
        return (
          beginning && {
            url: platform.servePreview(toShownPage(choices.format, beginning.content)),
            claimCount: beginning.claimCount,
          }
        );
      }),
    'report.preview': ({ taskId, articleId, choices }) =>
      tasks.run(taskId, async ({ signal }) => {
        const request = { articleId, at: currentTimestamp(platform), signal };
        const { report, word } = await renderStoredReport(context, { ...request, choices });
        const { claimCount, confidentialCount, leaks, missing } = report;
        const content = decodeContent(report.content);
        const shown =
          reportFormatTraits[choices.format].preview === 'text'
            ? { text: content.slice(0, maxPreviewLength) }
            : { url: platform.servePreview(await renderPage(request, choices, content)) };
        const described = word && { word: describeWordBase(word) };
        return { shown, claimCount, confidentialCount, leaks, missing, ...described };
      }),
  };
}
