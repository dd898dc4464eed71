import { findAddress } from '../addresses';
import { parseReferenceFields, type ReferenceFields, toFieldLine } from '../reference-fields';
import { readWrittenReference } from '../written-reference';
import { findAccessDate } from './dates';
import type { Found } from './locators';

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
export function readCitedReference(
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
