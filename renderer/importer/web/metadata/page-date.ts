import { findWrittenDate } from '../../../../shared/import/credits/written-date';
import { parseWrittenDate } from '../../../../shared/references/written-dates';

/** Names of meta elements that hold the publication date, the most reliable first. */
const dateFields = [
  ...['article:published_time', 'article:published', 'og:published_time', 'og:article:published_time'],
  ...[
    'parsely-pub-date',
    'sailthru.date',
    'datepublished',
    'date.published',
    'dc.date.issued',
    'dcterms.issued',
  ],
  ...[
    'dcterms.created',
    'dcterms.date',
    'dc.date.created',
    'dc.date',
    'citation_publication_date',
    'citation_date',
  ],
  ...[
    'cxenseparse:recs:publishtime',
    'cxenseparse:publishtime',
    'bt:pubdate',
    'rnews:datepublished',
    'pubdate',
  ],
  ...['publishdate', 'publish-date', 'publish_date', 'publication_date', 'published_date', 'pdate', 'ptime'],
  ...['article.published', 'published', 'post-date', 'originalpublicationdate', 'article_date_original'],
  'date',
];

/** Other names that a site may have given to it. */
const dateFieldPattern = /(?:publi|post|releas|issu|creat).*(?:date|time)/;

/** The contents of the meta elements that may hold the publication date, the most reliable first. */
export function listDateFields(metas: ReadonlyMap<string, string>): (string | null)[] {
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
export function findShownDate(document: Document): string | null {
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
