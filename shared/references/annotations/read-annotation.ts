import type { z } from 'zod';
import { maxProseLength } from '../../domain/primitives';
import type { annotationReadingFields, NamedSource } from '../../domain/proposed-evidence';
import { toFieldLine } from '../reference-fields';
import { readCitedReference } from './cited-reference';
import { type Found, findLocators, joinFoundLocators } from './locators';
import { findMentions, type Mention } from './mentions';
import { emptySource, readMention } from './named-source';
import { findNames, mask } from './people';
import { findQuotes } from './quotations';
import { isOwnContact } from './read-person';
import { findTitleBetween } from './source-titles';

/** A source that an annotation names, with the position and the words in it. */
export type AnnotationReading = {
  [Key in keyof typeof annotationReadingFields]: z.infer<(typeof annotationReadingFields)[Key]>;
};

/** Longer annotations, in UTF-16 code units, are kept but not read further. */
const maxReadLength = 20_000;
/** An annotation that names more sources is a text of its own; the first ones are read. */
const maxReadings = 40;
/**
 * Reads what an annotation names: links, DOIs, written references, files, people with a telephone number or an e-mail address,
 * positions in these sources, and quoted words. An annotation can name several sources; each line is read by itself. Everything
 * that it returns is in the text, except that a title may be made of the words of an address. Empty when nothing can be read.
 * Never throws.
 *
 *     mentions.ts         addresses, file names and contacts, each of which is a source
 *     people.ts           telephone numbers, e-mail addresses and names
 *     named-source.ts     the fields of a source from its mentions; read-person.ts makes those of a person
 *     cited-reference.ts  written references, without the words around them
 *     source-titles.ts    the words beside a source that are its title
 *     locators.ts         pages, paragraphs and times
 *     quotations.ts       quoted words
 *     dates.ts            when something was read, and when somebody was spoken to
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
  const groups = groupMentions(
    mentions.filter((mention) => mention.kind !== 'contact' || !isOwnContact(mention, part)),
    part,
  );
  if (groups.length > 1)
    return groups.map((group, index) => {
      const isOwn = ({ start }: Found) => findNearest(groups, start) === index;
      return createReading(readMention(group, part, null), locators.filter(isOwn), quotes.filter(isOwn));
    });
  const [group] = groups;
  const reference = group?.[0]?.kind === 'contact' ? null : readCitedReference(part, quotes, locators);
  const own = quotes.filter(({ text }) => !reference?.title?.includes(text));
  if (group) return [createReading(readMention(group, part, reference), locators, own)];
  if (reference) return [createReading({ ...emptySource, ...reference }, locators, own)];
  if (locators.length === 0) return [];
  const title = findTitleBetween(withoutMentions, [...locators, ...quotes]);
  return [createReading(title === null ? null : { ...emptySource, title }, locators, own)];
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
