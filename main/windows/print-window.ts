import { app, type PrintToPDFOptions, type Session, type WebContents } from 'electron';
import type { Paper } from '../../shared/domain/report-options';
import type { Outside } from '../core/platform';
import { serialQueue } from '../core/serial-queue';
import { abortable } from '../core/tasks/abortable';
import { printing } from '../page/origin';
import { printingHeaders } from '../page/page-headers';
import { hiddenSession } from '../page/security';
import { headerFont } from '../report-fonts';
import { hiddenWindow } from './hidden-window';

const pageSizes = { a4: 'A4', letter: 'Letter' } as const;

/** Inches. */
const margins = { top: 0.8, bottom: 0.8, left: 0.8, right: 0.8 };

/** The report's sans serif, which has to come with a template: it sees no typeface of the page. */
const face = `<style>@font-face { font-family: "Report Sans"; src: url(data:font/woff2;base64,${headerFont}) format("woff2"); }</style>`;

/** Chromium fills in the page's title and numbers, as text. */
const line = (content: string) =>
  `${face}<div style="width: 100%; margin: 0 ${margins.left}in; font: 8px 'Report Sans', 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #555; text-align: center; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">${content}</div>`;

const header = line('<span class="title"></span>');
const footer = line('Page <span class="pageNumber"></span> of <span class="totalPages"></span>');

/** Always valid: after one failure an old Electron prints nothing more. Tags and outline come from Electron 29 on. */
const optionsFor = (paper: Paper): PrintToPDFOptions => ({
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
 * Prints reports in a hidden page without scripts, Node or network, which is gone after each: as a PDF, one at a time, or by
 * the system's print dialog.
 */
export function reportPrinters(): Pick<Outside, 'printPdf' | 'printOnPaper'> {
  const queue = serialQueue();
  let printed = '';
  let session: Promise<Session> | null = null;
  const serve = ({ url }: Request) =>
    url === `${printing}/`
      ? new Response(printed, {
          headers: { ...printingHeaders, 'Content-Type': 'text/html; charset=utf-8' },
        })
      : new Response('Not found', { status: 404, headers: printingHeaders });

  /** Shows the HTML in a page of its own while `work` goes on with it. */
  async function withPage<T>(html: string, work: (page: WebContents) => Promise<T>, signal: AbortSignal) {
    session ??= hiddenSession({ name: 'printing', origin: printing }, serve);
    const window = hiddenWindow({ session: await session, javascript: false });
    const load = async () => {
      await queue(async () => {
        signal.throwIfAborted();
        printed = html;
        try {
          await asMaker(() => window.loadURL(`${printing}/`));
        } finally {
          // Nothing of it stays in memory.
          printed = '';
        }
      });
      signal.throwIfAborted();
      return work(window.webContents);
    };
    try {
      return await Promise.race([crashOf(window.webContents), load()]);
    } finally {
      window.destroy();
    }
  }

  const inTurn = serialQueue();
  return {
    // Printing that has begun is waited for: cut off, it would count as a failure.
    printPdf: (html, paper, signal) =>
      abortable(
        signal,
        inTurn(() => withPage(html, (page) => page.printToPDF(optionsFor(paper)), signal)),
      ),
    printOnPaper: (html, paper, signal) =>
      abortable(
        signal,
        withPage(html, (page) => printByDialog(page, paper), signal),
      ),
  };
}

/** What Chromium calls it when the reviewer closes the system's dialog. */
const cancelled = /cancel/i;

/** Resolves to whether it was handed to a printer; rejects when there is none, or it failed. */
function printByDialog(page: WebContents, paper: Paper): Promise<boolean> {
  return new Promise((resolve, reject) => {
    page.print({ silent: false, printBackground: true, pageSize: pageSizes[paper] }, (isPrinted, why) => {
      if (isPrinted || cancelled.test(why)) resolve(isPrinted);
      else reject(new Error(why));
    });
  });
}

/** A PDF names the user agent of the process that made it as its maker, and with it the system and the versions. */
async function asMaker(start: () => Promise<void>): Promise<void> {
  const agent = app.userAgentFallback;
  app.userAgentFallback = app.name;
  await start().finally(() => {
    app.userAgentFallback = agent;
  });
}

function crashOf(contents: WebContents): Promise<never> {
  return new Promise((_resolve, reject) => {
    contents.on('render-process-gone', (_event, { reason }) =>
      reject(new Error(`the page that prints is gone: ${reason}`)),
    );
  });
}
