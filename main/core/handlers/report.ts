import { basename, join } from 'node:path';
import { safeFileName } from '../files/safe-file-name';
import { moment } from '../platform';
import { made, refuseLeaks } from '../report/build-report';
import { printReport } from '../report/print-report';
import { reportExtension, withExtension } from '../report/report-path';
import { writeReport } from '../report/write-report';
import { WrittenReports } from '../report/written-reports';
import { rememberFolder, startFolder } from '../window/start-folder';
import type { HandlerContext, HandlersOf } from './context';

/** So many UTF-16 units of a text are shown before it is saved. */
const longestPreview = 20_000;

export function reportHandlers(context: HandlerContext): HandlersOf<'report'> {
  const { outside, settings, tasks } = context;
  const written = new WrittenReports(outside);
  return {
    'report.export': ({ taskId, articleId, choices }) =>
      tasks.run(taskId, async ({ signal }) => {
        const at = moment(outside);
        const { title, report } = await made(context, { articleId, choices, at, signal });
        refuseLeaks(report.leaks);
        const store = await settings();
        const folder = await startFolder(store, outside.documents);
        const proposed = join(folder, safeFileName(title, 'Report') + reportExtension[choices.format]);
        const chosen = await outside.dialogs.saveFile(proposed, choices.format);
        if (chosen === null) return null;
        const path = await withExtension(chosen, reportExtension[choices.format]);
        await writeReport(path, report, { choices, outside, signal });
        await rememberFolder(store, path, outside);
        const reportId = written.add(path, reportExtension[choices.format]);
        return { reportId, fileName: basename(path), at };
      }),
    'report.print': ({ taskId, articleId }) =>
      tasks.run(taskId, async ({ signal }) => {
        const { options } = (await settings()).current().report;
        const choices = { format: 'pdf', options } as const;
        const at = moment(outside);
        const { report } = await made(context, { articleId, choices, at, signal });
        return { printed: await printReport(report, { paper: options.paper, outside, signal }) };
      }),
    'report.open': async ({ reportId }) => ({ shown: await written.open(reportId) }),
    'report.showInFolder': async ({ reportId }) => {
      await written.show(reportId);
      return null;
    },
    'report.preview': ({ taskId, articleId, choices }) =>
      tasks.run(taskId, async ({ signal }) => {
        const { report } = await made(context, { articleId, choices, at: moment(outside), signal });
        const { content, claims, confidential, leaks } = report;
        const isPage = choices.format === 'html' || choices.format === 'pdf';
        const shown = isPage
          ? { url: outside.servePreview(content) }
          : { text: content.slice(0, longestPreview) };
        return { shown, claims, confidential, leaks };
      }),
  };
}
