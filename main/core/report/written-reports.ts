import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { StetError } from '../errors/stet-error';
import type { Platform } from '../platform';

type ReportPlatform = Pick<Platform, 'newId' | 'openFile' | 'showInFolder' | 'log'>;

/** The reports written since the start. The window knows them by an id, so that it can't name any other file. */
export class WrittenReports {
  readonly #written = new Map<string, { path: string; extension: string }>();

  constructor(private readonly platform: ReportPlatform) {}

  /** Remembers a report by its absolute path and its format's extension. Returns its id. */
  add(path: string, extension: string): string {
    const id = this.platform.newId();
    this.#written.set(id, { path, extension });
    return id;
  }

  /**
   * Opens a report in the system's program for it. Shows it in its folder when there is no program, or when the name does not
   * have its format's extension. Rejects with `notFound`.
   */
  async open(id: string): Promise<'file' | 'folder'> {
    const { path, extension } = await this.#find(id);
    if (extname(path).toLowerCase() === extension) {
      try {
        await this.platform.openFile(path);
        return 'file';
      } catch (error) {
        this.platform.log.error('no program opened a report', error);
      }
    }
    this.platform.showInFolder(path);
    return 'folder';
  }

  /** Shows a report in its folder. Rejects with `notFound`. */
  async show(id: string): Promise<void> {
    this.platform.showInFolder((await this.#find(id)).path);
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
