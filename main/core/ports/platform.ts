import type { DocumentReader } from '#main/base/document-reader.ts';
import type { System } from '#main/base/system.ts';
import type { Task } from '#main/base/tasks.ts';
import type { ReportPrinter } from '#main/worker/output/encoded-report.ts';
import type { SearchWorker } from '#main/worker/search/search-engine.ts';
import type { FetchedPage } from '../web/read-page.ts';
import type { BackgroundWork } from './background-work.ts';
import type { WindowShell } from './window-shell.ts';

/**
 * Everything that main/core needs from Electron and the system. Each part is described where it is used; code asks for no more
 * than it needs.
 */
export interface Platform extends System, WindowShell, DocumentReader, BackgroundWork, ReportPrinter {
  /** Fetches a page from the web, as `fetchPage` does. */
  fetchPage(address: string, task: Task): Promise<FetchedPage>;
  /** Starts the worker that holds the index of the library. It costs nothing before. */
  startSearch(): SearchWorker;
}
