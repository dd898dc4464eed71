import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { bareError } from '../errors/error-message';
import { StetError } from '../errors/stet-error';
import type { Outside } from '../platform';

type Effects = Pick<Outside, 'newId' | 'openFile' | 'showInFolder' | 'log'>;

/** The reports that were written since the start: the window knows them by an id, so that it can name no other file. */
export class WrittenReports {
  readonly #written = new Map<string, { path: string; extension: string }>();

  constructor(private readonly effects: Effects) {}

  /** Remembers an absolute path, and how names of the report's format end; its id. */
  add(path: string, extension: string): string {
    const id = this.effects.newId();
    this.#written.set(id, { path, extension });
    return id;
  }

  /**
   * Opens a report in the system's program for it, or shows it in its folder when there is none, or when its name does not
   * end as a report's does. Rejects with `notFound`.
   */
  async open(id: string): Promise<'file' | 'folder'> {
    const { path, extension } = await this.#find(id);
    if (extname(path).toLowerCase() === extension) {
      try {
        await this.effects.openFile(path);
        return 'file';
      } catch (error) {
        this.effects.log.error('no program took a report', bareError(error));
      }
    }
    this.effects.showInFolder(path);
    return 'folder';
  }

  /** Shows a report in its folder. Rejects with `notFound`. */
  async show(id: string): Promise<void> {
    this.effects.showInFolder((await this.#find(id)).path);
  }

  async #find(id: string): Promise<{ path: string; extension: string }> {
    const report = this.#written.get(id);
    const isThere =
      report !== undefined &&
      (await stat(report.path).then(
        (found) => found.isFile(),
        () => false,
      ));
    if (!report || !isThere)
      throw new StetError('notFound', 'The report is no longer where it was saved. Export it again.');
    return report;
  }
}
