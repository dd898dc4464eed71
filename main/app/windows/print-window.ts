import { app, type PrintToPDFOptions, type ProtocolRequest, type Session, type WebContents } from 'electron';
import { createSerialQueue } from '#main/base/serial-queue.ts';
import { rejectOnAbort } from '#main/base/tasks.ts';
import type { ReportPrinter } from '#main/worker/output/encoded-report.ts';
import type { PaperSize } from '#shared/domain/settings/report-options.ts';
import { printingOrigin } from '../base/origin.ts';
import { headerFontBase64 } from '../base/report-fonts.ts';
import { printingHeaders } from '../page/page-headers.ts';
import { createHiddenSession } from '../page/security.ts';
import { createNotFound, createServedPage } from '../page/served.ts';
import { createHiddenWindow } from './hidden-window.ts';

const pageSizes = { a4: 'A4', letter: 'Letter' } as const;

/** In inches. */
const margins = { top: 0.8, bottom: 0.8, left: 0.8, right: 0.8 };

/** The report's sans-serif font: a header template can't use the page's fonts, so it contains its own. */
const fontStyle = `<style>@font-face { font-family: "Report Sans"; src: url(data:font/woff2;base64,${headerFontBase64}) format("woff2"); }</style>`;

/** A header or footer, in which Chromium fills in the page's title and numbers as text. */
const createTemplate = (content: string) =>
  `${fontStyle}<div style="width: 100%; margin: 0 ${margins.left}in; font: 8px 'Report Sans', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #555; text-align: center; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">${content}</div>`;

const header = createTemplate('<span class="title"></span>');
const footer = createTemplate('Page <span class="pageNumber"></span> of <span class="totalPages"></span>');

/** Always valid options, because an old Electron prints nothing more after one failure. Tags and outline need Electron 29. */
const getPdfOptions = (paper: PaperSize): PrintToPDFOptions => ({
  pageSize: pageSizes[paper],
  margins,
  printBackground: true,
  preferCSSPageSize: false,
  displayHeaderFooter: true,
  headerTemplate: header,
  footerTemplate: footer,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
});

/**
 * Creates the printers of reports: as PDF, one at a time, or by the system's print dialog. Each report is printed from its own
 * hidden page without scripts, Node or network.
 */
export function createReportPrinters(): Pick<ReportPrinter, 'printPdf' | 'printOnPaper'> {
  const queue = createSerialQueue();
  let servedHtml = '';
  let session: Promise<Session> | null = null;
  const serve = ({ url }: ProtocolRequest) =>
    url === `${printingOrigin}/`
      ? createServedPage(servedHtml, printingHeaders)
      : createNotFound(printingHeaders);

  /** Loads the HTML into a new page for the time that `work` takes. */
  async function withPage<T>(html: string, work: (page: WebContents) => Promise<T>, signal: AbortSignal) {
    session ??= createHiddenSession({ name: 'printing', origin: printingOrigin }, serve);
    const window = createHiddenWindow({ session: await session, javascript: false });
    const load = async () => {
      await queue(async () => {
        signal.throwIfAborted();
        servedHtml = html;
        try {
          await withAppNameAsAgent(() => window.loadURL(`${printingOrigin}/`));
        } finally {
          // Keep no report in memory.
          servedHtml = '';
        }
      });
      signal.throwIfAborted();
      return work(window.webContents);
    };
    try {
      return await Promise.race([rejectOnCrash(window.webContents), load()]);
    } finally {
      window.destroy();
    }
  }

  const oneAtATime = createSerialQueue();
  return {
    // Printing that has begun runs to its end: aborting it would count as a failure.
    printPdf: (html, paper, signal) =>
      rejectOnAbort(
        signal,
        oneAtATime(() => withPage(html, (page) => page.printToPDF(getPdfOptions(paper)), signal)),
      ),
    printOnPaper: (html, paper, signal) =>
      rejectOnAbort(
        signal,
        withPage(html, (page) => printByDialog(page, paper), signal),
      ),
  };
}

/** Chromium's failure reason when the reviewer closes the system's dialog. */
const cancelledReason = /cancel/i;

/** Resolves to whether a printer got the page; rejects when there is no printer, or it failed. */
function printByDialog(page: WebContents, paper: PaperSize): Promise<boolean> {
  return new Promise((resolve, reject) => {
    page.print({ silent: false, printBackground: true, pageSize: pageSizes[paper] }, (isPrinted, why) => {
      if (isPrinted || cancelledReason.test(why)) resolve(isPrinted);
      else reject(new Error(why));
    });
  });
}

/** Keeps system and versions out of PDFs, which name the user agent as their creator. */
async function withAppNameAsAgent(start: () => Promise<void>): Promise<void> {
  const agent = app.userAgentFallback;
  app.userAgentFallback = app.name;
  await start().finally(() => {
    app.userAgentFallback = agent;
  });
}

function rejectOnCrash(contents: WebContents): Promise<never> {
  return new Promise((_resolve, reject) => {
    contents.on('render-process-gone', (_event, { reason }) =>
      reject(new Error(`the page that prints is gone: ${reason}`)),
    );
  });
}
