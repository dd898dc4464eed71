import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ReportChoices } from '../../../shared/domain/report-options';

/** A file of a report, with the SHA-256 of what was written, in hexadecimal digits. */
export interface WrittenFile {
  path: string;
  sha256: string;
}

/** The last export of an article since the start. */
export interface LastExport {
  choices: ReportChoices;
  /** The absolute path that was chosen; the files have it, or names that begin with it. */
  path: string;
  files: readonly WrittenFile[];
}

/** The last export of each article since the start, which "Export again" repeats. It is stored nowhere. */
export type LastExports = Map<string, LastExport>;

export function hashContent(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whether the files of an export are still as they were written, so that nothing is lost when they are replaced. */
export async function isUnchanged({ files }: LastExport): Promise<boolean> {
  const checks = files.map(({ path, sha256 }) =>
    readFile(path).then(
      (content) => hashContent(content) === sha256,
      () => false,
    ),
  );
  return (await Promise.all(checks)).every(Boolean);
}
