import type { z } from 'zod';
import type { annotationReadingFields, NamedSource } from '#shared/domain/base/evidence.ts';
import { maxProseLength } from '#shared/domain/base/primitives.ts';
import { readAddressFields } from '../address-fields.ts';
import { findAddress } from '../addresses.ts';
import { parseReferenceFields, type ReferenceFields, toFieldLine } from '../reference-fields.ts';
import { readWrittenReference } from '../written-reference.ts';
import { findAccessDate, findDate } from './dates.ts';
import { type Found, findLocators, joinFoundLocators } from './locators.ts';
import { findMentions, type Mention } from './mentions.ts';
import { type Contact, findNames, mask } from './people.ts';

/** Longer texts, in UTF-16 code units, are not references. */
const maxLength = 2_000;
/** Words before a reference that refer to it. */
const referringWord =
  /^(?:(?:see|cf|compare|from|source|sources|ref|quelle|quellen|siehe|s|vgl|vergleiche|aus|voir|cfr|d’après|source|fuente|véase|ver|vedi|zie|se|jf|jfr)(?: also|e\.g\.| auch| aussi| también)?(?:[.:,]\s*|\s+))+/iu;
/** The end of a sentence, and not of initials or of an abbreviation. */
const sentenceEnd =
  /(?<=(?:[\p{L}\p{N}]{3}|(?<![\p{L}\p{N}])\p{Ll}{2}|[\p{N}%])[)\]”"’]?[.!?…][”"’)]?)(?<!(?<!\p{L})(?:vs|vol|no|pp|ed|eds|al|ca)\.)\s+(?!\()/gu;
const beginsReference = /^[“"„«]?\p{Lu}/u;

/** A capitalized word, and the small words that join such words in the names of publishers and journals. */
const capitalized = "\\p{Lu}[\\p{L}\\p{M}\\p{N}.’'&/-]*";
const joining = '(?:&|of|for|the|and|on|in|at|to|und|für|der|des|de|del|la|du|et|y|van|von)';
const name = `(?:(?:de|la|van|von) )?${capitalized}(?: (?:${joining} ){0,3}${capitalized})*`;
/** A publisher, with its place before it: `Oxford: OUP`, `Cambridge, MA: MIT Press`. */
const publisherPattern = new RegExp(`^(?:${name}(?:, ${name})?: )?${name}`, 'u');

/** Where a text goes on with another sentence, a quotation, a position, a bracket or a remark; its length when it does not. */
function findEnd(text: string): number {
  const end = text.search(/[.!?…]\s|[“”„«»"()[\]<>–—;]|,?\s(?:pp?|S|Seiten?|pages?|vol|no)\.?\s?\d/u);
  return end === -1 ? text.length : end;
}

function trimPublisher(publisher: string | null | undefined): string | undefined {
  if (publisher == null) return undefined;
  const found = publisherPattern.exec(publisher.slice(0, findEnd(publisher)))?.[0] ?? '';
  return toFieldLine(found.replace(/(?<=\p{L}{2})\.$/u, ''));
}

/** The title without a sentence behind it, which can begin with a small letter. */
function trimTitle(title: string): string | undefined {
  const [first = ''] = title.split(sentenceEnd);
  return toFieldLine(first.replace(/[.,;:]+$/, ''));
}

/** Where a reference may begin: at the start of a text, and behind each sentence in it. The last one comes first. */
function listStarts(text: string): number[] {
  const starts = Array.from(text.matchAll(sentenceEnd), ({ 0: found, index }) => index + found.length);
  return [0, ...starts].reverse();
}

/** Cuts a text behind the reference, at the address, position or quotation that closes it. */
function cutBehind(text: string, offset: number, closing: readonly Found[]): string {
  const address = findAddress(text);
  const year = text.search(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/);
  // A quotation before the year is the title, and numbers before it are the volume.
  const ends = closing.map(({ start }) => start - offset).filter((end) => year !== -1 && end > year + 8);
  return text.slice(0, Math.min(address?.end ?? text.length, ...ends));
}

/**
 * Reads the written reference in an annotation: author and title in a known order; null for any other text. Words before and behind the
 * reference are the author's own, perhaps private, and get into no field. `quotes` and `locators` are those found in the text.
 */
function readCitedReference(
  text: string,
  quotes: readonly Found[],
  locators: readonly Found[],
): ReferenceFields | null {
  if (text.length > maxLength) return null;
  for (const start of listStarts(text)) {
    const lead = /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
    const rest = text.slice(start + lead);
    const own = rest.replace(referringWord, '');
    if (!beginsReference.test(own)) continue;
    const offset = start + lead + rest.length - own.length;
    const isTitle = ({ start: begin }: Found) => /(?:\)\.?|\.)\s*$/u.test(text.slice(offset, begin));
    const closing = [...quotes.filter((quote) => !isTitle(quote)), ...locators];
    const fields = readWrittenReference(cutBehind(own, offset, closing));
    if (fields?.author == null) continue;
    const address = findAddress(own);
    return parseReferenceFields({
      ...fields,
      title: trimTitle(fields.title ?? ''),
      publisher: trimPublisher(fields.publisher),
      accessedAt: fields.accessedAt ?? (address ? findAccessDate(own.slice(address.end)) : undefined),
    });
  }
  return null;
}

/** Words before the contact of the one who writes, who is no source: `call me 0171 …`, `my number is …`. */
const ownContact =
  /(?:\b(?:call|phone|ring|text|reach|mail|e-?mail|write(?: to)?|contact|ping|message|tell|ask)\s+(?:me|us)|\bmy\s+(?:own\s+)?(?:new\s+)?(?:number|phone|mobile|cell|e-?mail|address)|\b(?:ruf|rufe?t?|erreichst|erreichbar|melde?t?|schreib)\b[^.!?]{0,12}\b(?:mich|mir|uns)|\bmeine\s+(?:nummer|mail)|(?:appelle|appelez|écris|écrivez)[- ](?:moi|nous))(?![\p{L}])[^.!?;]{0,30}$/iu;

/** Farther words, in UTF-16 code units, are not beside a contact. */
const maxDistance = 60;
const contactLabel =
  /(?:[\s,;:(–-]*(?:private|personal|direct|work|home|office|her|his|their|privat)?\s*(?:tel(?:ephone|efon)?|(?:tele)?phone|ph|mob(?:ile|il)?|cell|fax|whatsapp|signal|number|nummer|e-?mail|mail|contact)?\.?:?\s*(?:on|at|under|via)?)?[\s,;:(<–-]*$/iu;
const role =
  /(?:^|[,;:(.!?]\s*|\b(?:with|to|from|by|asked|called|told|quelle|mit|von|avec)\s+)((?:the|a|an|our|der|die|das|dem|den|le|la|un|une)\s+\p{L}[\p{L}\p{M}’'-]*(?:\s\p{L}[\p{L}\p{M}’'-]*){0,3})$/iu;
const givenName =
  /\b(?:[Cc]all(?:ed)?|[Aa]sk(?:ed)?|[Pp]honed?|[Rr]ing|[Cc]ontact|[Ww]ith|[Tt]o|[Ff]rom|[Ii]nterviewed)\s+(\p{Lu}\p{Ll}[\p{L}’'-]*)(?:\s(?:on|at))?$/u;

/** Whether a contact is that of the one who writes. */
function isOwnContact({ start }: Contact, part: string): boolean {
  return ownContact.test(part.slice(Math.max(0, start - 80), start));
}

/** Whether only words of the same sentence, and few of them, lie between a name and a contact. */
function isBeside(between: string): boolean {
  return between.length <= maxDistance && !/[.!?]\s+\p{Lu}/u.test(between);
}

/** Finds the role or the given name before a contact, behind which labels and a date may stand: `the mayor, 14 Nov, phone …`. */
function findRole(before: string): string | null {
  const parts = before
    .slice(-160)
    .replace(contactLabel, '')
    .split(/(?<=,)\s/);
  for (let count = parts.length; count > 0 && parts.length - count < 3; count -= 1) {
    const text = parts
      .slice(0, count)
      .join(' ')
      .replace(/[\s,]+$/, '');
    const found = role.exec(text)?.[1] ?? givenName.exec(text)?.[1];
    if (found !== undefined) return found;
    if (!/\d/.test(parts[count - 1] ?? '')) return null;
  }
  return null;
}

function findName(contacts: readonly Contact[], part: string): string | null {
  const start = contacts[0]?.start ?? 0;
  const end = contacts.at(-1)?.end ?? 0;
  const names = findNames(contacts.reduce((rest, found) => mask(rest, found.start, found.end), part));
  const before = names.findLast((name) => name.end <= start && isBeside(part.slice(name.end, start)));
  if (before) return before.text;
  const named = findRole(part.slice(0, start));
  if (named !== null) return named.charAt(0).toUpperCase() + named.slice(1);
  return (
    names.find((name: Found) => name.start >= end && isBeside(part.slice(end, name.start)))?.text ?? null
  );
}

/**
 * Reads the person whom contacts belong to: the name or the role beside them, and when somebody spoke to them. The name is null where none
 * is there: a contact is no name, because names are shown in many places. A person is confidential until the checker says otherwise.
 */
function readPerson(contacts: readonly Contact[], part: string): Partial<NamedSource> {
  const rest = contacts.reduce((text, { start, end }) => mask(text, start, end), part);
  const name = findName(contacts, part);
  return {
    kind: 'person',
    title: name === null ? null : (toFieldLine(name) ?? null),
    contact: toFieldLine(contacts.map(({ text }) => text).join(', ')) ?? null,
    accessedAt: findDate(rest) ?? null,
    confidential: true,
  };
}

/** Longer text beside an address, in UTF-16 code units, is a remark and not a title. */
const maxTitleLength = 160;
const maxTitleWords = 16;
/** How much text is searched for a title, in UTF-16 code units. */
const maxTitleSearch = 400;
/** Words before a source that are not part of its title. */
const leadIn =
  /^(?:(?:see(?: also)?|cf\.?|from|source|sources|ref(?:erence)?|via|in|of|per|according to|quelle|siehe|vgl\.?|aus|voir|d’après|fuente|also|and|und|at|on|the)\b[:,.]?\s*)+/iu;

/** The title before an address: short, and separated from it by a colon, a comma, a dash or a bracket. */
function findTitleBefore({ start }: Mention, part: string): string | null {
  const [, before = ''] =
    /^(.*\S)\s*[:,–—(<[-]\s*$/su.exec(part.slice(Math.max(0, start - maxTitleSearch), start)) ?? [];
  const own = before.split(/https?:\/\/\S+|www\.\S+/).at(-1) ?? '';
  return findTitleBetween(own, findLocators(own));
}

/** The first title in what lies between other parts of a text; null when there is none. */
function findTitleBetween(text: string, parts: readonly Found[]): string | null {
  const ends = [0, ...parts.map(({ end }) => end)];
  const starts = [...parts.map(({ start }) => start), text.length];
  const titles = starts.map((start, index) => findTitle(text.slice(ends[index], start)));
  return titles.find((title) => title !== null) ?? null;
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

const emptySource: NamedSource = {
  kind: 'document',
  title: null,
  author: null,
  publisher: null,
  publishedAt: null,
  accessedAt: null,
  url: null,
  contact: null,
  confidential: false,
};

const dataFile = /\.(?:csv|tsv|xlsx?|ods|numbers|json|xml)$/i;

/** The source that a group of mentions names; `reference` is the written reference around them. */
function readMention(
  group: readonly Mention[],
  part: string,
  reference: ReferenceFields | null,
): NamedSource {
  const [first] = group;
  if (!first || first.kind === 'contact') return { ...emptySource, ...readPerson(group, part) };
  if (reference) return { ...emptySource, ...reference };
  if (first.kind === 'file')
    return {
      ...emptySource,
      kind: dataFile.test(first.text) ? 'dataset' : 'document',
      title: toFieldLine(first.text) ?? null,
    };
  const fields = first.url === null ? null : readAddressFields(first.url);
  const title = findTitleBefore(first, part) ?? fields?.title ?? null;
  const accessedAt = findAccessDate(part.slice(first.end)) ?? null;
  return { ...emptySource, ...fields, title, accessedAt, url: first.url };
}

/** Shorter words in quotation marks, in UTF-16 code units, are a term and not a quotation. */
const minQuoteLength = 12;
const quotation = /“([^“”\n]+)”|„([^“”„\n]+)[“”]|«\s?([^«»\n]+?)\s?»|"([^"\n]+)"/g;

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
 * - `mentions.ts`: addresses, file names and contacts, each of which is a source
 * - `people.ts`: telephone numbers, e-mail addresses and names
 * - `locators.ts`: pages, paragraphs and times
 * - `dates.ts`: when something was read, and when somebody was spoken to
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
