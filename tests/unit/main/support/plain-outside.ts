import { join } from 'node:path';
import { nanoid } from 'nanoid';
import type { Dialogs, Outside } from '../../../../main/core/platform';
import { carryReview } from '../../../../shared/drafts/carry-review';
import { compareDrafts } from '../../../../shared/drafts/compare/diff-hunks';
import { quotePlaceIn } from '../../../../shared/quotes/find-quote';
import { leaksInPages } from '../../../../shared/reports/confidential/find-leaks';

/** Dialogs in which the reviewer always says no. */
export const refusingDialogs: Dialogs = {
  openFiles: async () => null,
  attachFiles: async () => null,
  saveFile: async () => null,
  confirmFetch: async () => false,
  confirmLink: async () => false,
};

function missing(what: string) {
  return async (): Promise<never> => {
    throw new Error(`there is no ${what} here`);
  };
}

/** An outside that answers nothing by itself: the real clock, dialogs that say no, no importer, no printer, no window. */
export function plainOutside(folder: string): Outside {
  return {
    folder,
    documents: folder,
    copies: join(folder, 'copies'),
    log: { error: (message, error) => console.error(message, error) },
    now: () => new Date(),
    newId: () => nanoid(),
    later(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    timeZone: () => 'UTC',
    dialogs: refusingDialogs,
    openLink: async () => undefined,
    openFile: missing('program for files'),
    showInFolder: () => undefined,
    readDocument: missing('importer'),
    readDraft: missing('importer'),
    fetchPage: missing('network'),
    // Only when a report is wanted: what sets citations takes long to load, and most never need it.
    makeReport: async (job) => (await import('../../../../shared/reports/make-report')).makeReport(job),
    findQuote: async (document, quote) => quotePlaceIn(document, quote),
    findLeaks: async (pages, beside, secrets) => leaksInPages(pages, beside, secrets),
    carryReview: async (job) => carryReview(job),
    compareDrafts: async (before, after) => compareDrafts(before, after),
    printPdf: missing('printer'),
    printOnPaper: missing('printer'),
    servePreview: () => 'app://preview/',
    tell: () => undefined,
    about: () => ({ version: '0', electron: '0', chrome: '0', platform: 'test' }),
    reportFonts: () => ({ serif: 'data:font/woff2;base64,', sans: 'data:font/woff2;base64,' }),
    paste: () => false,
    themeChanged: () => undefined,
    closeAnswered: () => undefined,
  };
}
