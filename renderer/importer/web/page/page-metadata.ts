import { articleFields } from '../../../../shared/domain/article';
import { maxLineLength } from '../../../../shared/domain/primitives';
import { datePattern, parseWrittenDate } from '../../../../shared/references/written-dates';
import { shorten } from '../../../../shared/text/format/shorten';
import { resolveLinkAddress } from '../elements/link-address';
import type { ExtractedArticle } from './extract-article';
import { readJsonLd } from './json-ld';
import type { ParsedPage } from './parse-page';

/** Metadata of the article on a page; null for each field without a valid value. */
interface PageMetadata {
  title: string | null;
  byline: string | null;
  link: string | null;
  publishedAt: string | null;
  language: string | null;
}

/** Names of meta elements that hold the publication date, the most reliable first. */
const dateFields = [
  ...['article:published_time', 'parsely-pub-date', 'datepublished', 'dc.date.issued', 'dcterms.created'],
  ...['dc.date', 'pubdate', 'publishdate', 'publish-date', 'sailthru.date', 'date'],
];

const visible = /[^\s\p{C}]/u;

/** A byline that is only a date, as "Last updated: January 7, 2025". */
const dateOnly = new RegExp(
  `^(?:(?:last|first|updated|published|posted|modified|created|on|at)[\\s:,]*)*${datePattern}[\\s\\d:,.apm]*$`,
  'i',
);

/**
 * Reads the metadata that a page has about its article. Readability takes the page apart later, so this reads the page at once and
 * returns a function that adds what Readability found.
 */
export function readPageMetadata({
  document,
  url,
}: ParsedPage): (article: ExtractedArticle | null) => PageMetadata {
  const metas = readMetaElements(document);
  const getMeta = (name: string) => metas.get(name) ?? null;
  const jsonLd = readJsonLd(document);
  const time = document.querySelector('time[itemprop~="datePublished"][datetime], time[pubdate][datetime]');
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? null;
  const titleElement = document.querySelector('head title')?.textContent ?? null;
  const headings = document.querySelectorAll('h1');
  const onlyHeading = headings.length === 1 ? (headings[0]?.textContent ?? null) : null;
  const rootLanguage = document.documentElement.getAttribute('lang');
  return (article) => ({
    title: findFirst(toLine, article?.title ?? null, getMeta('og:title'), titleElement, onlyHeading),
    byline: findFirst(toByline, article?.byline ?? null, jsonLd.byline),
    link: findFirst((href) => toWebAddress(href, url), canonical, getMeta('og:url'), url),
    publishedAt: findFirst(
      parseCalendarDate,
      ...[article?.publishedAt ?? null, jsonLd.publishedAt, ...dateFields.map(getMeta)],
      time?.getAttribute('datetime') ?? null,
    ),
    language: findFirst(
      parseLanguageTag,
      ...[article?.language ?? null, rootLanguage, jsonLd.language],
      ...[getMeta('content-language'), getMeta('og:locale')],
    ),
  });
}

/** The content of meta elements by their name in lower case, the first of each. */
function readMetaElements(document: Document): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]'))
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase() ?? '';
      if (name !== '' && !metas.has(name)) metas.set(name, meta.getAttribute('content') ?? '');
    }
  return metas;
}

/** The first candidate that `read` accepts, as `read` returns it. */
function findFirst<T>(read: (text: string | null) => T | null, ...candidates: (string | null)[]): T | null {
  for (const candidate of candidates) {
    const value = read(candidate);
    if (value !== null) return value;
  }
  return null;
}

function toLine(text: string | null): string | null {
  return text && visible.test(text) ? shorten(text, maxLineLength) : null;
}

function toByline(text: string | null): string | null {
  const names = toLine(text);
  return names !== null && (dateOnly.test(names) || resolveLinkAddress(names) !== null) ? null : names;
}

function toWebAddress(href: string | null, base: string | null): string | null {
  const address = href === null ? null : resolveLinkAddress(href, base);
  return address !== null && /^https?:/i.test(address) ? address : null;
}

/** The calendar date of a date or timestamp as pages write it, in the time zone of the page: the date that its readers saw. */
function parseCalendarDate(text: string | null): string | null {
  const date = (text ?? '')
    .trim()
    .replace(/^\p{L}{2,9}\.?,\s*/u, '')
    .replace(/(?<=\d)[T,\s]+\d{1,2}:.*$/s, '');
  return parseWrittenDate(date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')) ?? null;
}

function parseLanguageTag(text: string | null): string | null {
  const language = articleFields.language.safeParse(text?.trim().replace(/_/g, '-'));
  return language.success ? language.data : null;
}
