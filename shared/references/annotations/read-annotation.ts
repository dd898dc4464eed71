import type { z } from 'zod';
import { maxProseLength } from '../../domain/primitives';
import type { annotationReadingFields, NamedSource } from '../../domain/proposed-evidence';
import { readAddressFields } from '../address-fields';
import { type ReferenceFields, toFieldLine } from '../reference-fields';
import { readWrittenReference } from '../written-reference';
import { type Found, findLocators, joinFoundLocators } from './locators';
import { findMentions, type Mention } from './mentions';
import { findNames, mask } from './people';

/** A source that an annotation names, with the position and the words in it. */
export type AnnotationReading = {
  [Key in keyof typeof annotationReadingFields]: z.infer<(typeof annotationReadingFields)[Key]>;
};

/** Longer annotations, in UTF-16 code units, are kept but not read further. */
const maxReadLength = 20_000;
/** An annotation that names more sources is a text of its own; the first ones are read. */
const maxReadings = 40;
/** Longer text beside an address, in UTF-16 code units, is a remark and not a title. */
const maxTitleLength = 160;
const maxTitleWords = 16;
/** How much text is searched for a title, in UTF-16 code units. */
const maxTitleSearch = 400;
/** Shorter words in quotation marks, in UTF-16 code units, are a term and not a quotation. */
const minQuoteLength = 12;

const emptySource: NamedSource = {
  ...{ kind: 'document', title: null, author: null, publisher: null, publishedAt: null },
  ...{ accessedAt: null, url: null, contact: null, confidential: false },
};

const quotation = /“([^“”\n]+)”|„([^“”„\n]+)[“”]|«\s?([^«»\n]+?)\s?»|"([^"\n]+)"/g;
/** Words before a source that are not part of its title. */
const leadIn =
  /^(?:(?:see(?: also)?|cf\.?|from|source|sources|ref(?:erence)?|via|in|of|per|according to|quelle|siehe|vgl\.?|aus|voir|d’après|fuente|also|and|und|at|on|the)\b[:,.]?\s*)+/iu;
const dataFile = /\.(?:csv|tsv|xlsx?|ods|numbers|json|xml)$/i;

/**
 * Reads what an annotation names: links, DOIs, written references, files, people with a telephone number or an e-mail address,
 * positions in these sources, and quoted words. An annotation can name several sources; each line is read by itself. Everything
 * that it returns is in the text, except that a title may be made of the words of an address. Empty when nothing can be read.
 * Never throws.
 *
 *     mentions.ts  addresses, file names and contacts, each of which is a source
 *     people.ts    telephone numbers, e-mail addresses and names
 *     locators.ts  pages, paragraphs and times
 */
export function readAnnotation(text: string): AnnotationReading[] {
  const readings: AnnotationReading[] = [];
  for (const part of text.slice(0, maxReadLength).split(/\n+|;\s|(?<=[)\].\p{L}]);/u)) {
    const read = readPart(part);
    const before = readings.at(-1);
    // A line with nothing but a page continues the line before it.
    if (before && read.length === 1 && read[0]?.source === null) {
      before.locator = [before.locator, read[0].locator].filter((line) => line !== null).join('; ') || null;
      before.quote ??= read[0].quote;
    } else readings.push(...read);
  }
  return readings.slice(0, maxReadings).map((reading) => ({
    ...reading,
    locator: reading.locator === null ? null : (toFieldLine(reading.locator) ?? null),
  }));
}

function readPart(part: string): AnnotationReading[] {
  const mentions = findMentions(part);
  const withoutMentions = mentions.reduce((rest, { start, end }) => mask(rest, start, end), part);
  const quotes = findQuotes(part, mentions);
  const locators = findLocators(
    quotes.reduce((rest, { start, end }) => mask(rest, start, end), withoutMentions),
  );
  const groups = groupMentions(mentions, part);
  if (groups.length > 1)
    return groups.map((group, index) => {
      const isOwn = ({ start }: Found) => findNearest(groups, start) === index;
      return createReading(readMention(group, part, null), locators.filter(isOwn), quotes.filter(isOwn));
    });
  const [group] = groups;
  const reference = group?.[0]?.kind === 'contact' ? null : readReference(part);
  const own = quotes.filter(({ text }) => !reference?.title?.includes(text));
  if (group) return [createReading(readMention(group, part, reference), locators, own)];
  if (reference) return [createReading({ ...emptySource, ...reference }, locators, own)];
  if (locators.length === 0) return [];
  const title = findTitleBetween(withoutMentions, [...locators, ...quotes]);
  return [createReading(title === null ? null : { ...emptySource, title }, locators, own)];
}

/** The first title in what lies between other parts of a text; null when there is none. */
function findTitleBetween(text: string, parts: readonly Found[]): string | null {
  const ends = [0, ...parts.map(({ end }) => end)];
  const starts = [...parts.map(({ start }) => start), text.length];
  const titles = starts.map((start, index) => findTitle(text.slice(ends[index], start)));
  return titles.find((title) => title !== null) ?? null;
}

function createReading(
  source: NamedSource | null,
  locators: readonly Found[],
  quotes: readonly Found[],
): AnnotationReading {
  const quote = quotes.map(({ text }) => text).join(' […] ');
  return {
    source,
    locator: joinFoundLocators(locators),
    quote: quote === '' || quote.length > maxProseLength ? null : quote,
  };
}

/** Finds the words in quotation marks that are a quotation and not the name of a file. */
function findQuotes(part: string, mentions: readonly Mention[]): Found[] {
  return Array.from(part.matchAll(quotation), ({ 0: whole, 1: a, 2: b, 3: c, 4: d, index }) => {
    return { start: index, end: index + whole.length, text: (a ?? b ?? c ?? d ?? '').trim() };
  }).filter(
    ({ start, end, text }) =>
      text.length >= minQuoteLength &&
      /\s/.test(text) &&
      !mentions.some((mention) => mention.start < end && start < mention.end),
  );
}

/** The telephone number and e-mail address of one person are one mention when no name and no other mention lies between them. */
function groupMentions(mentions: readonly Mention[], part: string): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const last = groups.at(-1)?.at(-1);
    const between = last ? part.slice(last.end, mention.start) : '';
    const isSamePerson =
      last?.kind === 'contact' && mention.kind === 'contact' && findNames(between).length === 0;
    if (isSamePerson) groups.at(-1)?.push(mention);
    else groups.push([mention]);
  }
  return groups;
}

/** The mention that a position or a quotation belongs to: the last one before it, or else the first. */
function findNearest(groups: readonly Mention[][], offset: number): number {
  const after = groups.findIndex(([first]) => (first?.start ?? 0) > offset);
  return after === -1 ? groups.length - 1 : Math.max(0, after - 1);
}

/** Reads a written reference with author and title in a known order; null for any other text. */
function readReference(part: string): ReferenceFields | null {
  const fields = readWrittenReference(part);
  return fields?.author == null ? null : fields;
}

function readMention(
  group: readonly Mention[],
  part: string,
  reference: ReferenceFields | null,
): NamedSource {
  const [first] = group;
  if (!first || first.kind === 'contact') return readPerson(group, part);
  if (reference) return { ...emptySource, ...reference };
  if (first.kind === 'file')
    return {
      ...emptySource,
      kind: dataFile.test(first.text) ? 'dataset' : 'document',
      title: toFieldLine(first.text) ?? null,
    };
  const fields = first.url === null ? null : readAddressFields(first.url);
  const title = findTitleBefore(first, part) ?? fields?.title ?? null;
  return { ...emptySource, ...fields, title, url: first.url };
}

/** A person is confidential until the checker says otherwise. */
function readPerson(group: readonly Mention[], part: string): NamedSource {
  const [first] = group;
  const names = findNames(group.reduce((rest, { start, end }) => mask(rest, start, end), part));
  const start = first?.start ?? 0;
  const name = names.findLast(({ end }) => end <= start) ?? names[0];
  const contact = toFieldLine(group.map(({ text }) => text).join(', ')) ?? null;
  return { ...emptySource, kind: 'person', title: name?.text ?? null, contact, confidential: true };
}

/** The title before an address: short, and separated from it by a colon, a comma, a dash or a bracket. */
function findTitleBefore({ start }: Mention, part: string): string | null {
  const [, before = ''] =
    /^(.*\S)\s*[:,–—(<[-]\s*$/su.exec(part.slice(Math.max(0, start - maxTitleSearch), start)) ?? [];
  const own = before.split(/https?:\/\/\S+|www\.\S+/).at(-1) ?? '';
  return findTitleBetween(own, findLocators(own));
}

/** A text as the title of a source; null when it is a remark or nothing. */
function findTitle(text: string): string | null {
  if (text.length > maxTitleSearch) return null;
  const title = text
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:()[\]–—-]+/, '')
    .replace(leadIn, '')
    .replace(/(?:[\s.,;:()[\]<–—-]|\s(?:at|on|in|see|and|und))+$/iu, '')
    .trim();
  const words = title.split(' ');
  const isTitle = /\p{L}{2}/u.test(title) && title.length <= maxTitleLength && words.length <= maxTitleWords;
  return isTitle ? (toFieldLine(title) ?? null) : null;
}
