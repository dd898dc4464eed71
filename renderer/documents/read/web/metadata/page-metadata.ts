import { resolveLinkAddress } from '#renderer/documents/read/flow/link-address.ts';
import { articleFields } from '#shared/domain/base/article.ts';
import { maxLineLength } from '#shared/domain/base/primitives.ts';
import { findWrittenDate } from '#shared/import/text/written-date.ts';
import { parseWrittenDate } from '#shared/references/written-dates.ts';
import { collapseWhitespace, shorten } from '#shared/text/format/wording.ts';
import type { ExtractedArticle } from '../article/find-article.ts';
import type { ParsedPage } from '../elements/parse-page.ts';
import { readJsonLd } from './json-ld.ts';
import { readPageByline } from './page-byline.ts';

/** Names of meta elements that hold the publication date, the most reliable first. */
const dateFields = (
  'article:published_time article:published og:published_time og:article:published_time parsely-pub-date sailthru.date ' +
  'datepublished date.published dc.date.issued dcterms.issued dcterms.created dcterms.date dc.date.created dc.date ' +
  'citation_publication_date citation_date cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate ' +
  'rnews:datepublished pubdate publishdate publish-date publish_date publication_date published_date pdate ptime ' +
  'article.published published post-date originalpublicationdate article_date_original date'
).split(' ');

/** Other names that a site may have given to it. */
const dateFieldPattern = /(?:publi|post|releas|issu|creat).*(?:date|time)/;

/** The contents of the meta elements that may hold the publication date, the most reliable first. */
function listDateFields(metas: ReadonlyMap<string, string>): (string | null)[] {
  const others = [...metas].filter(([name]) => dateFieldPattern.test(name)).map(([, content]) => content);
  return [...dateFields.map((name) => metas.get(name) ?? null), ...others];
}

/** Systems write this year where a date is missing. */
const emptyYear = /^0001/;

/**
 * The calendar date of a date or timestamp as pages write it: ISO 8601, RFC 2822 and its relatives, or words. It is the day in the time
 * zone of the page, which its readers saw.
 */
export function parsePageDate(text: string | null): string | null {
  const written = (text ?? '').trim();
  if (written === '' || emptyYear.test(written)) return null;
  // "Tue Mar 05 08:00:00 +0000 2024" has its year at the end.
  const yearLast = /^(?:\p{L}{3,9},?\s+)?(\p{L}{3,9}\s+\d{1,2})\s+\d{1,2}:\d\d(?::\d\d)?\s.*?(\d{4})$/u.exec(
    written,
  );
  const date = yearLast
    ? `${yearLast[1]}, ${yearLast[2]}`
    : written
        .replace(/^\p{L}{2,9}\.?(?:,\s*|\s+(?=\p{L}{3,9}\.?\s+\d))/u, '')
        .replace(/(?<=\d)(?:T|,|\s|\bat\b)+\d{1,2}[:.h]\d\d.*$/s, '')
        .replace(/(?<=\d)T\d{4,6}.*$/, '');
  const compact = date.replace(/^(\d{4})(\d\d)(\d\d)(?:\d{4}|\d{6})?$/, '$1-$2-$3');
  return parseWrittenDate(compact) ?? findWrittenDate(compact)?.date ?? null;
}

/** Where pages show when they were published: the elements that say so, before any other time. */
const timeSelectors = [
  '[itemprop~="datePublished" i]',
  'time[pubdate]',
  'time[class*="publish" i], time[class*="posted" i], time.entry-date, [class*="publish" i] time, .dt-published',
  'article header time, header time, [class*="byline" i] time, [class*="dateline" i] time, article time',
];

/** The date of the first element that shows when the page was published. Else that of all times on it, when they are of one day. */
function findShownDate(document: Document): string | null {
  for (const selector of timeSelectors)
    for (const element of document.querySelectorAll(selector)) {
      // A card that leads to another article has a date of its own.
      if (element.closest('aside, nav, footer, [class*="related" i], [class*="recommend" i]')) continue;
      const value =
        element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent;
      const date = parsePageDate(value);
      if (date !== null) return date;
    }
  const times = Array.from(document.querySelectorAll('time'), (time) =>
    parsePageDate(time.getAttribute('datetime') ?? time.textContent),
  );
  const days = new Set(times.filter((date) => date !== null));
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

/** Other facts about a page, by which its title is read. */
interface TitleClues {
  /** The names of the site, as the page has them. */
  siteNames: readonly string[];
  /** The host of the page's address; null when it is not known. */
  host: string | null;
  /** The page's headings of level 1. */
  headings: readonly string[];
}

/** Between a title and the name of its site or section. A hyphen or colon only with spaces, since titles have them as well. */
const separator = /\s+[-–—·•»«:]\s+|\s*[|｜]\s*/gu;

/** "The ferry [gull.example]" */
const hostInBrackets = /(?<=\S)\s*\[[\w-]+(?:\.[\w-]+)+\]$/u;

/** Shorter remainders are no title: "News | The Gull" keeps both. In UTF-16 code units. */
const minTitleLength = 8;

/**
 * Removes the name of the site from a title, at its end or at its beginning: "The ferry | The Harbour Gull". Where the page's heading
 * is a part of the title, whatever stands beyond a separator goes too, such as a section.
 */
export function removeSiteName(title: string, clues: TitleClues): string {
  const line = decodeEntities(collapseWhitespace(title)).replace(hostInBrackets, '');
  const parts = splitTitle(line);
  const headings = new Set(clues.headings.map(normalize).filter((heading) => heading !== ''));
  const heading = parts.find(({ text }) => headings.has(normalize(text)));
  if (heading) return heading.text;
  for (const { text, rest } of parts)
    if (rest.every((other) => isSiteName(other, clues)) && text.length >= minTitleLength) return text;
  return line;
}

interface TitlePart {
  text: string;
  /** The names cut off before and behind it. */
  rest: string[];
}

/** Lists the ways to cut a title at separators, the shortest first. */
function splitTitle(line: string): TitlePart[] {
  const cuts = Array.from(line.matchAll(separator), ({ index, 0: mark }) => ({
    start: index,
    end: index + mark.length,
  }));
  const starts = [0, ...cuts.map(({ end }) => end)];
  const ends = [...cuts.map(({ start }) => start), line.length];
  const parts = starts.flatMap((start, first) =>
    ends.slice(first).map((end, offset) => ({
      text: line.slice(start, end),
      rest: starts.flatMap((from, index) =>
        index < first || index > first + offset ? [line.slice(from, ends[index])] : [],
      ),
    })),
  );
  return parts.filter(({ rest }) => rest.length > 0).sort((a, b) => a.text.length - b.text.length);
}

function normalize(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a part of a title is the name of the site: "The Harbour Gull", "harbourgull.example", "BBC News". */
function isSiteName(part: string, { siteNames, host }: TitleClues): boolean {
  const name = normalize(part).replace(/^the(?=.)/, '');
  if (name.length < 2) return false;
  if (siteNames.some((siteName) => normalize(siteName).replace(/^the(?=.)/, '') === name)) return true;
  const labels = (host ?? '').split('.').slice(0, -1).map(normalize);
  return normalize(host ?? '').replace(/^www/, '') === name || labels.includes(name);
}

/** Decodes the entities of a title that was escaped twice, as "this&amp;nbsp;game". */
function decodeEntities(line: string): string {
  if (!/&(?:[a-z]+|#\d+);/i.test(line)) return line;
  const decoded = new DOMParser().parseFromString(line.replace(/</g, '&lt;'), 'text/html').body.textContent;
  return collapseWhitespace(decoded ?? line);
}

const visible = /[^\s\p{C}]/u;

/**
 * Reads the metadata that a page has about its article; null for each field without a valid value. Readability takes the page apart
 * later, so this reads the page at once and returns a function that adds what Readability found.
 */
export function readPageMetadata({ document, url }: ParsedPage) {
  const metas = readMetaElements(document);
  const getMeta = (name: string) => metas.get(name) ?? null;
  const jsonLd = readJsonLd(document);
  const shownDate = findShownDate(document);
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? null;
  const titleElement = document.querySelector('head title')?.textContent ?? null;
  const headings = Array.from(document.querySelectorAll('h1'), ({ textContent }) => textContent ?? '');
  const onlyHeading = headings.length === 1 ? (headings[0] ?? null) : null;
  const siteNames = [
    getMeta('og:site_name'),
    getMeta('application-name'),
    getMeta('apple-mobile-web-app-title'),
    ...jsonLd.siteNames,
  ].filter((name) => name !== null);
  const rootLanguage = document.documentElement.getAttribute('lang');
  const link = findFirst((href) => toWebAddress(href, url), canonical, getMeta('og:url'), url);
  const host = link === null ? null : new URL(link).hostname;
  const toTitle = (text: string | null) =>
    toLine(text === null ? null : removeSiteName(text, { siteNames, host, headings }));
  return (article: ExtractedArticle | null) => ({
    title: findFirst(toTitle, article?.title ?? null, getMeta('og:title'), titleElement, onlyHeading),
    byline: findFirst(
      (text) => toLine(text === null ? null : readPageByline(text)),
      ...[article?.byline ?? null, jsonLd.byline, getMeta('author'), getMeta('parsely-author')],
    ),
    link,
    publishedAt: findFirst(
      parsePageDate,
      ...[article?.publishedAt ?? null, jsonLd.publishedAt, ...listDateFields(metas), shownDate],
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

function toWebAddress(href: string | null, base: string | null): string | null {
  const address = href === null ? null : resolveLinkAddress(href, base);
  return address !== null && /^https?:/i.test(address) ? address : null;
}

function parseLanguageTag(text: string | null): string | null {
  return articleFields.language.safeParse(text?.trim().replace(/_/g, '-')).data ?? null;
}
