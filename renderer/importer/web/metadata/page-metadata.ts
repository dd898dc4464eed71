import { articleFields } from '../../../../shared/domain/article';
import { maxLineLength } from '../../../../shared/domain/primitives';
import { shorten } from '../../../../shared/text/format/wording';
import { resolveLinkAddress } from '../elements/link-address';
import type { ExtractedArticle } from '../page/extract-article';
import type { ParsedPage } from '../page/parse-page';
import { readJsonLd } from './json-ld';
import { readPageByline } from './page-byline';
import { findShownDate, listDateFields, parsePageDate } from './page-date';
import { removeSiteName } from './page-title';

/** Metadata of the article on a page; null for each field without a valid value. */
interface PageMetadata {
  title: string | null;
  byline: string | null;
  link: string | null;
  publishedAt: string | null;
  language: string | null;
}

const visible = /[^\s\p{C}]/u;

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
  const shownDate = findShownDate(document);
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? null;
  const titleElement = document.querySelector('head title')?.textContent ?? null;
  const headings = Array.from(document.querySelectorAll('h1'), ({ textContent }) => textContent ?? '');
  const onlyHeading = headings.length === 1 ? (headings[0] ?? null) : null;
  const siteNames = [
    ...[getMeta('og:site_name'), getMeta('application-name'), getMeta('apple-mobile-web-app-title')],
    ...jsonLd.siteNames,
  ].filter((name) => name !== null);
  const rootLanguage = document.documentElement.getAttribute('lang');
  const link = findFirst((href) => toWebAddress(href, url), canonical, getMeta('og:url'), url);
  const host = link === null ? null : new URL(link).hostname;
  const toTitle = (text: string | null) =>
    toLine(text === null ? null : removeSiteName(text, { siteNames, host, headings }));
  return (article) => ({
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
  const language = articleFields.language.safeParse(text?.trim().replace(/_/g, '-'));
  return language.success ? language.data : null;
}
