import { basename, join } from 'node:path';
import { toSafeFileName } from '../files/safe-file-name';
import { currentTimestamp } from '../platform';
import { printReport } from '../report/print-report';
import { refuseLeaks } from '../report/refuse-leaks';
import { refuseMissing } from '../report/refuse-missing';
import { renderStoredReport } from '../report/render-stored-report';
import { addExtension, reportExtensions } from '../report/report-path';
import { writeReport } from '../report/write-report';
import { WrittenReports } from '../report/written-reports';
import { getStartFolder, rememberFolder } from '../window/start-folder';
import type { HandlerContext, HandlersOf } from './context';

/** Longest preview of a report in plain text, in UTF-16 code units. */
const maxPreviewLength = 20_000;

export function createReportHandlers(context: HandlerContext): HandlersOf<'report'> {
  const { platform, settings, tasks } = context;
  const writtenReports = new WrittenReports(platform);
  return {
    'report.export': ({ taskId, articleId, choices, confirmed }) =>
      tasks.run(taskId, async ({ signal }) => {
        const at = currentTimestamp(platform);
        const { title, report } = await renderStoredReport(context, { articleId, choices, at, signal });
        refuseMissing(report.missing);
        refuseLeaks(report.leaks, confirmed, 'saved');
        const store = await settings();
        const folder = await getStartFolder(store, platform.documentsFolder);
        const proposed = join(folder, toSafeFileName(title, 'Report') + reportExtensions[choices.format]);
        const chosen = await platform.dialogs.saveFile(proposed, choices.format);
        if (chosen === null) return null;
        const path = await addExtension(chosen, reportExtensions[choices.format]);
        await writeReport(path, report, { choices, platform, signal });
        await rememberFolder(store, path, platform);
        const reportId = writtenReports.add(path, reportExtensions[choices.format]);
        return { reportId, fileName: basename(path), at };
      }),
    'report.print': ({ taskId, articleId, confirmed }) =>
      tasks.run(taskId, async ({ signal }) => {
        const { options } = (await settings()).current().report;
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
    'report.preview': ({ taskId, articleId, choices }) =>
      tasks.run(taskId, async ({ signal }) => {
        const { report } = await renderStoredReport(context, {
          articleId,
          choices,
          at: currentTimestamp(platform),
          signal,
        });
        const { content, claimCount, confidentialCount, leaks, missing } = report;
        const isPage = choices.format === 'html' || choices.format === 'pdf';
        const shown = isPage
          ? { url: platform.servePreview(content) }
          : { text: content.slice(0, maxPreviewLength) };
        return { shown, claimCount, confidentialCount, leaks, missing };
      }),
  };
}
