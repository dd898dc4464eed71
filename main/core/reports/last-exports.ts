import { createHash } from 'node:crypto';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { getErrorCode, StetError } from '#main/base/stet-error.ts';
import {
  type ReportChoices,
  type ReportFormat,
  reportFormatTraits,
} from '#shared/domain/settings/report-options.ts';
import type { Settings, WrittenFile } from '#shared/domain/settings/settings.ts';
import type { Platform } from '../ports/platform.ts';
import { type FoundWordBase, wordFile } from './find-word-base.ts';

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

/**
 * The extension of a report, with its full stop. One that is written into the author's Word file keeps the extension of that: programs
 * refuse a document with macros under another name.
 */
export function getReportExtension(format: ReportFormat, word: FoundWordBase | null): string {
  const [extension] = (word?.kind === 'original' && wordFile.exec(word.file.name)) || [];
  return extension?.toLowerCase() ?? `.${reportFormatTraits[format].file.extensions[0]}`;
}

/**
 * Adds the format's extension, which not every dialog does. When the longer path is a file already, the path is returned as
 * it is, because nobody agreed to replace that file.
 */
export async function addExtension(path: string, extension: string): Promise<string> {
  if (path.toLowerCase().endsWith(extension)) return path;
  const extended = path + extension;
  return (await isTaken(extended)) ? path : extended;
}

/**
 * The path of a further file of the report that was saved at `path`: its name with a suffix. Where a file has that name, a number
 * follows, because nobody agreed to replace that file, unless it is among our `own`.
 */
export async function findFreePath(
  path: string,
  suffix: string,
  own: ReadonlySet<string> = new Set(),
): Promise<string> {
  const extension = extname(path);
  const stem = path.slice(0, path.length - extension.length) + suffix;
  for (let number = 1; ; number += 1) {
    const candidate = `${stem}${number === 1 ? '' : ` (${number})`}${extension}`;
    if (own.has(candidate) || !(await isTaken(candidate))) return candidate;
  }
}

/** Whether something is at a path. */
function isTaken(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The last export of an article: its choices, and what they wrote, the chosen file first. */
export interface LastExport {
  choices: ReportChoices;
  files: readonly WrittenFile[];
  /** The ids of possible leaks that the reviewer confirmed to be none. They count for these words alone, and are stored nowhere. */
  confirmed: readonly string[];
}

/**
 * The last export of each article since the start, by the article's id. After a restart the settings have it, but for what is never
 * stored: a report for lawyers, and claims that were chosen for one report.
 */
export class LastExports {
  readonly #sinceStart = new Map<string, LastExport>();

  set(articleId: string, last: LastExport): void {
    this.#sinceStart.set(articleId, last);
  }

  /** The article's last export; null when there was none, or when it is not stored whole. */
  find(articleId: string, { reports }: Pick<Settings, 'reports'>): LastExport | null {
    const stored = reports.find((entry) => entry.articleId === articleId && entry.files.length > 0);
    return this.#sinceStart.get(articleId) ?? (stored ? { ...stored, confirmed: [] } : null);
  }
}

export function hashContent(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether somebody changed a file since it was written. One that is gone is not changed: nothing is lost where it is written again. */
export function isChanged({ path, sha256 }: WrittenFile): Promise<boolean> {
  return readFile(path).then(
    (content) => hashContent(content) !== sha256,
    (error) => getErrorCode(error) !== 'ENOENT',
  );
}

/** The files that nobody changed since they were written, so that nothing is lost when they are replaced. */
export async function findUnchanged(files: readonly WrittenFile[]): Promise<WrittenFile[]> {
  const changes = await Promise.all(files.map(isChanged));
  return files.filter((_, index) => !changes[index]);
}

/**
 * Where an export is repeated without a question: at its path, or under a free name beside it when the file is not among those that are
 * `unchanged`. Null when its folder is not there, or when the report has another extension now.
 */
export async function findPathAgain(
  { files: [chosen] }: LastExport,
  { unchanged, extension }: { unchanged: readonly WrittenFile[]; extension: string },
): Promise<string | null> {
  if (!chosen?.path.toLowerCase().endsWith(extension)) return null;
  const isThere = await access(dirname(chosen.path)).then(
    () => true,
    () => false,
  );
  return isThere ? findFreePath(chosen.path, '', new Set(unchanged.map(({ path }) => path))) : null;
}
