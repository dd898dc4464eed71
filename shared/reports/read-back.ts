import type { ReportFormat } from '../domain/report-options';
import type { Place } from './places';
import { readHtml } from './read-html';
import { readJson } from './read-json';
import { readMarkdown } from './read-markdown';

/** Reads a report back, as a file of its format and not as what it was made of. Throws on JSON that is none. */
export function readBack(format: ReportFormat, content: string): Place[] {
  if (format === 'json') return readJson(content);
  return format === 'markdown' ? readMarkdown(content) : readHtml(content);
}
