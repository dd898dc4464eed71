import { join } from 'node:path';
import { nanoid } from 'nanoid';
import type { Platform } from '#main/core/ports/platform.ts';
import type { Dialogs } from '#main/core/ports/window-shell.ts';
import { carryReview } from '#main/worker/drafts/carry-review.ts';
import { compareDrafts } from '#main/worker/drafts/diff-hunks.ts';
import { locateQuote } from '#main/worker/locate-quote.ts';
import { encodeContent } from '#main/worker/output/encoded-report.ts';
import { createSearchEngine, type SearchWorker } from '#main/worker/search/search-engine.ts';
import { verifyLines } from '#main/worker/verify-lines.ts';
import { countCoverage } from '#shared/coverage/count-coverage.ts';
import { findLeaksInPackage } from '#shared/reports/confidential/package-texts.ts';

/** Dialogs that the reviewer always cancels. */
export const refusingDialogs: Dialogs = {
  openFiles: async () => null,
  attachFiles: async () => null,
  saveFile: async () => null,
  saveCopy: async () => null,
  confirmFetch: async () => false,
  confirmTakeOver: async () => false,
  confirmRemoval: async () => false,
  confirmLegalReport: async () => false,
  confirmLink: async () => false,
  chooseFolder: async () => null,
  confirmNewLibrary: async () => false,
};

function rejectMissing(what: string) {
  return async (): Promise<never> => {
    throw new Error(`there is no ${what} here`);
  };
}

/** The index of the library in this thread. Articles are copied for it, as messages are. */
function startPlainSearch(): SearchWorker {
  const engine = createSearchEngine();
  return {
    load: engine.load,
    put: async (article) => engine.put(structuredClone(article)),
    remove: async (articleId) => engine.remove(articleId),
    query: async (query) => engine.query(query),
    measure: async () => engine.measure(),
    end: () => undefined,
  };
}

/** A platform without Electron: the real clock, cancelled dialogs, and no importer, printer or window. */
export function createPlainPlatform(folder: string): Platform {
  return {
    userDataFolder: join(folder, 'user-data'),
    libraryFolder: folder,
    location: { state: 'open', folder, isNew: true, isAccepted: true },
    documentsFolder: folder,
    copiesFolder: join(folder, 'copies'),
    log: { error: (message, error) => console.error(message, error) },
    now: () => new Date(),
    newId: () => nanoid(),
    schedule(milliseconds, task) {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
    timeZone: () => 'UTC',
    dialogs: refusingDialogs,
    openLink: async () => undefined,
    openFile: rejectMissing('program for files'),
    showInFolder: () => undefined,
    prepareReader: () => () => undefined,
    readDocument: rejectMissing('importer'),
    readDraft: rejectMissing('importer'),
    writeWordReport: rejectMissing('importer'),
    readPackageTexts: rejectMissing('importer'),
    fetchPage: rejectMissing('network'),
    // Imported only when a report is made, because the citation library takes long to load.
    prepareReport: () => undefined,
    makeReport: async (job, { makesFiles }) => {
      const { makeReport } = await import('#main/worker/reports/make-report.ts');
      const { makeClaimLogFiles } = await import('#main/worker/output/claim-log-files.ts');
      const { content, claimLog, ...rendered } = makeReport(job);
      const { format } = job.choices;
      const files = makesFiles && claimLog ? await makeClaimLogFiles(claimLog, format) : null;
      return { ...rendered, content: encodeContent(content), files };
    },
    renderReport: async (job) => {
      const { buildJob } = await import('#main/worker/reports/report-job.ts');
      const { renderBuilt } = await import('#main/worker/reports/make-report.ts');
      const { content, claimCount } = renderBuilt(buildJob(job), job);
      return { content: encodeContent(content), claimCount };
    },
    findQuote: async (document, quote) => locateQuote(document, quote),
    findPackageLeaks: async (places, terms) => findLeaksInPackage(places, terms),
    carryReview: async (job) => carryReview(job),
    compareDrafts: async (before, after) => compareDrafts(before, after),
    countCoverage: (job) => countCoverage(job),
    verifyLines: async (lines, before) => verifyLines(lines, before),
    startSearch: startPlainSearch,
    printPdf: rejectMissing('printer'),
    printOnPaper: rejectMissing('printer'),
    servePreview: () => 'app://preview/',
    emit: () => undefined,
    about: () => ({ version: '0', electron: '0', chrome: '0', platform: 'test' }),
    reportFonts: async () => ({ serif: 'data:font/woff2;base64,', sans: 'data:font/woff2;base64,' }),
    paste: () => false,
    applySettings: () => undefined,
    answerClosing: () => undefined,
    reopen: () => undefined,
  };
}
