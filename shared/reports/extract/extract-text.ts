import type { ReportFormat } from '../../domain/report-options';
import { readHtml } from './from-html';
import { readJson } from './from-json';
import { readMarkdown } from './from-markdown';
import type { Place } from './report-part';

/** Reads a report back, as a file of its format and not as what it was made of. Throws on JSON that is none. */
export function readBack(format: ReportFormat, content: string): Place[] {
  if (format === 'json') return readJson(content);
  return format === 'markdown' ? readMarkdown(content) : readHtml(content);
}
