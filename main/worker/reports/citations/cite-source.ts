import { toBrowserUrl } from '#shared/domain/base/primitives.ts';
import type { CitationStyle } from '#shared/domain/settings/report-options.ts';
import { toPrintable } from '#shared/reports/base/printable.ts';
import { sourceKindTraits } from '#shared/reports/base/source-kind-traits.ts';
import { type CitedFields, type CslItem, splitNames, toCslItem } from '#shared/reports/csl-item.ts';
import { formatDate } from '#shared/text/format/format-dates.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import { createItemFormatter, type ItemFormatter, italicEnd, italicStart } from './csl-engine.ts';

/** The fields of a source that its citation does not print. */
export type MissingFields = ('author' | 'publisher' | 'publishedAt' | 'accessedAt' | 'url')[];

/** Removes white space, punctuation and case from a text to compare it: citation styles add and move all three. */
function stripPunctuation(text: string): string {
  return text.replace(/[\s\p{P}]+/gu, '').toLowerCase();
}

/** How the names of the months begin in every style. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Finds all parts of a date among the remaining words of a citation and removes them, so that one printed date does not
 * count for two fields. Returns whether all parts were found.
 */
function removeDate(words: string[], date: string): boolean {
  const indexes = date.split('-').map((part, index) => {
    if (index !== 1) return words.indexOf(String(Number(part)));
    const month = months[Number(part) - 1] ?? '';
    return words.findIndex((word) => word.startsWith(month));
  });
  if (indexes.includes(-1)) return false;
  for (const index of indexes) words[index] = '';
  return true;
}

/** Lists the forms in which a citation may print an address, the longest first. */
function listAddressForms(url: string): string[] {
  const doi = /^doi:(.*)$/is.exec(url)?.[1];
  return (doi === undefined ? [url] : [toBrowserUrl(url), `doi:${doi}`, doi]).map(toPrintable);
}

/** Finds the fields of a source that the text of its citation does not print. */
function findMissingFields(text: string, source: CitedFields): MissingFields {
  const { kind, title, author, publisher, publishedAt, accessedAt, url } = source;
  const printed = stripPunctuation(text);
  const isPrinted = (field: string) => printed.includes(stripPunctuation(toPrintable(field)));
  const fields = [title, author ?? '', publisher ?? '', url ?? ''].map(toPrintable);
  // Numbers in other fields are no dates.
  const words = fields
    .filter((field) => field !== '')
    .reduce((rest, field) => rest.replace(field, ' '), text)
    .split(/[^\p{L}\p{N}]+/u);
  const missing: MissingFields = [];
  if (!splitNames(author).every(isPrinted)) missing.push('author');
  if (publisher !== null && !isPrinted(publisher)) missing.push('publisher');
  if (publishedAt !== null && !removeDate(words, publishedAt)) missing.push('publishedAt');
  // A style that prints the date of a conversation does not say that it is the day of the conversation.
  if (accessedAt !== null && (sourceKindTraits[kind].isPerson || !removeDate(words, accessedAt)))
    missing.push('accessedAt');
  if (url !== null && !listAddressForms(url).some((form) => text.includes(form))) missing.push('url');
  return missing;
}

/** Text of a citation with one look; `link` when the text is the source's address. */
interface CitationRun {
  text: string;
  italic: boolean;
  link: boolean;
}

/** A source in one citation style, and the fields that the style does not print. */
export interface Citation {
  runs: CitationRun[];
  missingFields: MissingFields;
}

/** Splits citeproc's output at the delimiters of italics and at the source's address. */
function splitIntoRuns(output: string, url: string | null): CitationRun[] {
  const runs: CitationRun[] = [];
  let italicDepth = 0;
  for (const part of output.split(/([\ufdd0\ufdd1])/)) {
    if (part === italicStart) italicDepth += 1;
    else if (part === italicEnd) italicDepth -= 1;
    else if (part !== '') runs.push({ text: part, italic: italicDepth > 0, link: false });
  }
  const forms = url === null ? [] : listAddressForms(url);
  const address = forms.find((form) => runs.some(({ text }) => text.includes(form)));
  if (address === undefined) return runs;
  const addressIndex = runs.findLastIndex(({ text }) => text.includes(address));
  return runs.flatMap((run, index) => {
    if (index !== addressIndex) return run;
    const start = run.text.lastIndexOf(address);
    return [
      { ...run, text: run.text.slice(0, start) },
      { ...run, text: address, link: true },
      { ...run, text: run.text.slice(start + address.length) },
    ].filter(({ text }) => text !== '');
  });
}

/** Cites a source without a style: for sources that a style does not list, and for those that citeproc cannot format. */
function formatPlainly({ kind, title, author, publisher, publishedAt, url }: CitedFields): string {
  const names = [splitNames(author).join(', '), title, publisher ?? ''].filter((part) => part !== '');
  const date = publishedAt === null ? [] : [formatDate(publishedAt)];
  const genre = sourceKindTraits[kind].isPerson ? ['Personal communication'] : [];
  const address = url === null ? '' : ` ${toBrowserUrl(url)}`;
  return toPrintable(`${[...names, ...date, ...genre].join('. ')}.${address}`);
}

/** A citation that is made when it is first read: formatting is the slowest part of a report with many sources. */
class LazyCitation implements Citation {
  readonly #make: () => Citation;
  #made: Citation | null = null;

  constructor(make: () => Citation) {
    this.#make = make;
  }

  get runs(): CitationRun[] {
    return this.#read().runs;
  }

  get missingFields(): MissingFields {
    return this.#read().missingFields;
  }

  #read(): Citation {
    this.#made ??= this.#make();
    return this.#made;
  }
}

const formatters = new Map<CitationStyle, ItemFormatter>();
/**
 * By the fields of the source, because each report that a worker makes has copies of the sources: the preview and the export of one
 * report cite the same. Emptied when it is full.
 */
const cache = new Map<CitationStyle, Map<string, Citation>>();
const maxCached = 10_000;

function createKey({ kind, title, author, publisher, publishedAt, accessedAt, url }: CitedFields): string {
  return JSON.stringify([kind, title, author, publisher, publishedAt, accessedAt, url]);
}

function getFormatter(style: CitationStyle): ItemFormatter {
  const formatter = formatters.get(style) ?? createItemFormatter(style);
  formatters.set(style, formatter);
  return formatter;
}

/** Formats an item in a style; null when the style does not list such items, fails, or leaves the title out. */
function formatInStyle(style: CitationStyle, item: CslItem): string | null {
  // APA cites personal communications in the text only (APA 7, 8.9); citeproc lists some of them nevertheless.
  if (style === 'apa' && item.type === 'personal_communication') return null;
  try {
    const output = collapseWhitespace(getFormatter(style)(item) ?? '');
    return output !== '' && stripPunctuation(output).includes(stripPunctuation(item.title)) ? output : null;
  } catch {
    // The failed engine may hold half an entry. Nothing is lost: the source is cited without the style.
    formatters.delete(style);
    return null;
  }
}

function makeCitation(source: CitedFields, style: CitationStyle): Citation {
  const output = formatInStyle(style, toCslItem(source, 'source'));
  const runs = splitIntoRuns(output ?? formatPlainly(source), source.url);
  return { runs, missingFields: findMissingFields(getCitationText({ runs }), source) };
}

/**
 * Cites a source as an entry of a numbered list, without its number, with the fields that the style left out. All of this is done when the
 * citation is first read. Never throws.
 */
export function citeSource(source: CitedFields, style: CitationStyle): Citation {
  const citations = cache.get(style) ?? new Map<string, Citation>();
  cache.set(style, citations);
  const key = createKey(source);
  const cached = citations.get(key);
  if (cached) return cached;
  if (citations.size >= maxCached) citations.clear();
  const citation = new LazyCitation(() => makeCitation(source, style));
  citations.set(key, citation);
  return citation;
}

/** The text of a citation without its formatting. */
export function getCitationText({ runs }: Pick<Citation, 'runs'>): string {
  return runs.map(({ text }) => text).join('');
}
