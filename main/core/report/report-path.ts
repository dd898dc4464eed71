import { access } from 'node:fs/promises';
import type { ReportFormat } from '../../../shared/domain/report-options';

export const reportExtension: Record<ReportFormat, string> = {
  html: '.html',
  pdf: '.pdf',
  markdown: '.md',
  json: '.json',
};

/** Not every dialog adds the extension, and a point in a name makes none; added here only where no file stands that nobody agreed to replace. */
export async function withExtension(path: string, extension: string): Promise<string> {
  if (path.toLowerCase().endsWith(extension)) return path;
  const longer = path + extension;
  return access(longer).then(
    () => path,
    () => longer,
  );
}
