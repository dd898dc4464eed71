import { access } from 'node:fs/promises';
import { extname } from 'node:path';
import { type ReportFormat, reportFormatTraits } from '../../../shared/domain/report-options';
import { type FoundWordBase, wordFile } from './find-word-base';

/**
 * The extension of a report, with its full stop. One that is written into the author's Word file keeps the extension of that: programs refuse
 * a document with macros under another name.
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
