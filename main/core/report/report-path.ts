import { access } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ReportFormat } from '../../../shared/reports/options';

export const reportExtension: Record<ReportFormat, string> = {
  html: '.html',
  pdf: '.pdf',
  markdown: '.md',
  json: '.json',
};

/** Not every dialog adds the extension; added here only where no file stands that nobody agreed to replace. */
export async function withExtension(path: string, extension: string): Promise<string> {
  if (extname(path) !== '') return path;
  const longer = path + extension;
  return access(longer).then(
    () => path,
    () => longer,
  );
}
