import type { DocumentReader } from './import/document-reader';
import type { ReportPrinter } from './report/encoded-report';
import type { SearchWorker } from './search/search-engine';
import type { System } from './system';
import type { BackgroundWork } from './tasks/background-work';
import type { Task } from './tasks/tasks';
import type { FetchedPage } from './web/read-page';
import type { WindowShell } from './window/window-shell';

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
