import { app, type PrintToPDFOptions, type Session, type WebContents } from 'electron';
import type { Paper } from '../shared/reports/options';
import { abortable } from './core/abortable';
import type { Outside } from './core/outside';
import { serialQueue } from './core/storage/serial-queue';
import { hiddenWindow } from './hidden-window';
import { printing } from './origin';
import { printingHeaders } from './page-headers';
import { hiddenSession } from './security';

const pageSizes = { a4: 'A4', letter: 'Letter' } as const;

/** Inches. */
const margins = { top: 0.8, bottom: 0.8, left: 0.8, right: 0.8 };

/** Chromium fills in the page's title and numbers, as text. A template sees no typeface of the page. */
const line = (content: string) =>
  `<div style="width: 100%; margin: 0 ${margins.left}in; font: 8px 'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif; color: #555; text-align: center; overflow: hidden; white-space: nowrap; text-overflow: ellipsis">${content}</div>`;

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

/** Prints reports in a hidden page without scripts, Node or network: one at a time, and the page is gone after each. */
export function pdfPrinter(): Outside['printPdf'] {
  const queue = serialQueue();
  let printed = '';
  let session: Promise<Session> | null = null;
  const serve = ({ url }: Request) =>
    url === `${printing}/`
      ? new Response(printed, {
          headers: { ...printingHeaders, 'Content-Type': 'text/html; charset=utf-8' },
        })
      : new Response('Not found', { status: 404, headers: printingHeaders });
  return (html, paper, signal) =>
    abortable(
      signal,
      queue(async () => {
        signal.throwIfAborted();
        session ??= hiddenSession({ name: 'printing', origin: printing }, serve);
        printed = html;
        try {
          return await print(await session, paper, signal);
        } finally {
          // Nothing of it stays in memory.
          printed = '';
        }
      }),
    );
}

async function print(session: Session, paper: Paper, signal: AbortSignal): Promise<Uint8Array> {
  const window = hiddenWindow({ session, javascript: false });
  try {
    return await Promise.race([crashOf(window.webContents), load()]);
  } finally {
    window.destroy();
  }

  async function load(): Promise<Uint8Array> {
    await asMaker(() => window.loadURL(`${printing}/`));
    signal.throwIfAborted();
    // Printing that has begun is waited for: cut off, it would count as a failure.
    return window.webContents.printToPDF(optionsFor(paper));
  }
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
