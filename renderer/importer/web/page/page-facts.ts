import { articleFields } from '../../../../shared/domain/article';
import { longestLine } from '../../../../shared/domain/primitives';
import { datePattern, readDate } from '../../../../shared/references/written-dates';
import { shorten } from '../../../../shared/text/format/shorten';
import { linkAddress } from '../elements/link-address';
import type { FoundArticle } from './article';
import { articleData } from './json-ld';
import type { Page } from './page';

/** What a page says of its article; null where it does not, or says nothing that fits. */
export interface PageFacts {
  title: string | null;
  byline: string | null;
  link: string | null;
  publishedAt: string | null;
  language: string | null;
}

const dates = [
  ...['article:published_time', 'parsely-pub-date', 'datepublished', 'dc.date.issued', 'dcterms.created'],
  ...['dc.date', 'pubdate', 'publishdate', 'publish-date', 'sailthru.date', 'date'],
];

/** Something that can be seen. */
const visible = /[^\s\p{C}]/u;

/** A byline that is nothing but a date, as "Last updated: January 7, 2025". */
const onlyDate = new RegExp(
  `^(?:(?:last|first|updated|published|posted|modified|created|on|at)[\\s:,]*)*${datePattern}[\\s\\d:,.apm]*$`,
  'i',
);

function line(words: string | null | undefined): string | null {
  return words && visible.test(words) ? shorten(words, longestLine) : null;
}

/** The calendar date of a moment as pages write it: what a reader saw there, whatever the zone. */
export function calendarDate(words: string | null | undefined): string | null {
  const date = (words ?? '')
    .trim()
    .replace(/^\p{L}{2,9}\.?,\s*/u, '')
    .replace(/(?<=\d)[T,\s]+\d{1,2}:.*$/s, '');
  const read = readDate(date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'));
  return read ?? null;
}

function languageTag(words: string | null | undefined): string | null {
  const found = articleFields.language.safeParse(words?.trim().replace(/_/g, '-'));
  return found.success ? found.data : null;
}

/** The first that gives something. */
function first<T>(read: (words: string | null) => T | null, ...said: (string | null)[]): T | null {
  for (const words of said) {
    const value = read(words);
    if (value !== null) return value;
  }
  return null;
}

/** Reads what a page says of its article, for when what Readability makes out of it (`found`) is known. */
export function factsOf({ document, url }: Page): (found: FoundArticle | null) => PageFacts {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]'))
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase() ?? '';
      if (name !== '' && !metas.has(name)) metas.set(name, meta.getAttribute('content') ?? '');
    }
  const said = (name: string) => metas.get(name) ?? null;
  const data = articleData(document);
  const time = document.querySelector('time[itemprop~="datePublished"][datetime], time[pubdate][datetime]');
  const canonical = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute('href') ?? null;
  const web = (href: string | null) => {
    const address = href === null ? null : linkAddress(href, url);
    return address !== null && /^https?:/i.test(address) ? address : null;
  };
  const byline = (words: string | null) => {
    const names = line(words);
    return names !== null && (onlyDate.test(names) || linkAddress(names) !== null) ? null : names;
  };
  const own = document.querySelector('head title')?.textContent ?? null;
  const headings = document.querySelectorAll('h1');
  const only = headings.length === 1 ? (headings[0]?.textContent ?? null) : null;
  const root = document.documentElement.getAttribute('lang');
  return (found) => ({
    title: first(line, found?.title ?? null, said('og:title'), own, only),
    byline: first(byline, found?.byline ?? null, data.byline),
    link: first(web, canonical, said('og:url'), url),
    publishedAt: first(
      calendarDate,
      ...[found?.publishedAt ?? null, data.publishedAt, ...dates.map(said)],
      time?.getAttribute('datetime') ?? null,
    ),
    language: first(
      languageTag,
      ...[found?.language ?? null, root, data.language, said('content-language'), said('og:locale')],
    ),
  });
}
