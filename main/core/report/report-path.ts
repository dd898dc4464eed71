import { access } from 'node:fs/promises';
import type { ReportFormat } from '../../../shared/domain/report-options';

export const reportExtensions: Record<ReportFormat, string> = {
  html: '.html',
  pdf: '.pdf',
  markdown: '.md',
  json: '.json',
  docx: '.docx',
  xlsx: '.xlsx',
  csv: '.csv',
  webAnnotation: '.jsonld',
  claimReview: '.jsonld',
};

/**
 * Adds the format's extension, which not every dialog does. When the longer path is a file already, the path is returned as
 * it is, because nobody agreed to replace that file.
 */
export async function addExtension(path: string, extension: string): Promise<string> {
  if (path.toLowerCase().endsWith(extension)) return path;
  const extended = path + extension;
  return access(extended).then(
    () => path,
    () => extended,
  );
}
