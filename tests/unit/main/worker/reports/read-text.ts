import { decodeHTML, decodeHTMLStrict } from 'entities/decode';
import type { ReportFormat } from '#shared/domain/settings/report-options.ts';

/** Tags inside which a word can continue. */
const inlineTags =
  /<\/?(?:a|b|strong|em|mark|span|cite|q|i|u|wbr|w:r|w:t|w:hyperlink)\b(?:[^>"']|"[^"]*"|'[^']*')*>/g;
const tags = /<[!?/a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi;

/** The text of HTML or XML, without its tags and their attributes. */
export function readMarkup(markup: string): string {
  return decodeHTML(markup.replace(inlineTags, '').replace(tags, '\n'));
}

/** An escaped character, an entity, or stars of emphasis. An escaped `&` begins no entity. */
const markdownMarkup = /\\([!-/:-@[-`{-~])|(&#?\w{1,31};)|\*+/g;

function readMarkdown(markdown: string): string {
  return markdown
    .replace(/\\$/gm, '')
    .replace(markdownMarkup, (_, character?: string, entity = '') => character ?? decodeHTMLStrict(entity));
}

function listStrings(value: unknown): string[] {
  if (typeof value === 'string') return [value.startsWith('<?xml') ? readMarkup(value) : value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listStrings) : [];
}

/** The text of a report's content as a reader of the file sees it, a line for each paragraph or field. */
export function readText(format: ReportFormat, content: string): string {
  if (format === 'markdown') return readMarkdown(content);
  return /^\s*[[{]/.test(content) ? listStrings(JSON.parse(content)).join('\n') : readMarkup(content);
}
