import type { DocumentReader } from '../../base/document-reader';
import type { System } from '../../base/system';
import type { Task } from '../../base/tasks';
import type { ReportPrinter } from '../../worker/output/encoded-report';
import type { SearchWorker } from '../../worker/search/search-engine';
import type { FetchedPage } from '../web/read-page';
import type { BackgroundWork } from './background-work';
import type { WindowShell } from './window-shell';

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
