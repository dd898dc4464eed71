import type { ReportFormat } from './options';
import { printable } from './printable';
import { type Place, readBack } from './read-back';
import type { Secret } from './secrets';
import { comparable, isUnspaced, squeezed, wordsOf } from './telling';

const wordSign = /[\p{L}\p{N}\p{M}]/u;

/** A string as it is looked for: its words, without the punctuation around them. */
function lookedFor(text: string): string {
  return comparable(printable(text)).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');
}

/** All places as one text, and which place an offset of it lies in. */
function joined(places: readonly Place[]): { text: string; whereAt: (offset: number) => string } {
  const texts = places.map(({ text }) => comparable(text));
  let end = 0;
  const ends = texts.map((text) => {
    end += text.length + 1;
    return end;
  });
  const whereAt = (offset: number) => {
    let [first, after] = [0, ends.length];
    while (first < after) {
      const middle = (first + after) >> 1;
      if ((ends[middle] ?? 0) > offset) after = middle;
      else first = middle + 1;
    }
    return places[first]?.where ?? '';
  };
  // No comparable text holds a line break, so nothing is found across places.
  return { text: texts.join('\n'), whereAt };
}

/** For each of the words the offsets at which it stands as a whole word: one pass over the text for all of them. */
function offsetsOf(text: string, words: ReadonlySet<string>): Map<string, number[]> {
  const offsets = new Map(Array.from(words, (word): [string, number[]] => [word, []]));
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) offsets.get(match[0])?.push(match.index);
  return offsets;
}

/** Every offset of a string in a text. */
function everyOffset(text: string, words: string): number[] {
  const all: number[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) all.push(at);
  return all;
}

interface Found {
  secret: Secret;
  /** Each place once. */
  where: string[];
}

/**
 * The secrets that stand in the places as whole words. Where each word of a secret stands is known from one pass, so it is
 * looked for only where its rarest word is.
 */
export function searchFor(secrets: readonly Secret[], places: readonly Place[]): Found[] {
  const { text, whereAt } = joined(places);
  const wanted = secrets.map((secret) => ({ secret, words: lookedFor(secret.text) }));
  const offsets = offsetsOf(text, new Set(wanted.flatMap(({ words }) => wordsOf(words))));
  return wanted.flatMap(({ secret, words }) => {
    const found = isUnspaced(words) ? everyOffset(text, words) : wholeWords(text, words, offsets);
    return found.length === 0 ? [] : [{ secret, where: [...new Set(found.map(whereAt))] }];
  });
}

/** The offsets at which the words stand as whole words. */
function wholeWords(text: string, words: string, offsets: ReadonlyMap<string, number[]>): number[] {
  let rarest: { at: number; offsets: number[] } | null = null;
  for (const { 0: word, index } of words.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const stands = offsets.get(word) ?? [];
    if (rarest === null || stands.length < rarest.offsets.length) rarest = { at: index, offsets: stands };
  }
  const at = rarest?.at ?? 0;
  return (rarest?.offsets ?? [])
    .map((offset) => offset - at)
    .filter((start) => text.startsWith(words, start) && !wordSign.test(text.charAt(start - 1)))
    .filter((start) => !wordSign.test(text.charAt(start + words.length)));
}

/** A sentence for each thing and place: it says what stands there, and not the words themselves. */
export function leakSentences(found: readonly Found[]): string[] {
  const said = found.flatMap(({ secret: { what }, where }) =>
    where.map((place) => `${what.slice(0, 1).toUpperCase()}${what.slice(1)} stands in ${place}.`),
  );
  return [...new Set(said)];
}

/**
 * Searches a written report for confidential strings, as whole words, whatever their case, width, spaces and quotation
 * marks. Returns a sentence for each place; empty when nothing was found.
 */
export function leaksIn(format: ReportFormat, content: string, secrets: readonly Secret[]): string[] {
  return secrets.length === 0 ? [] : leakSentences(searchFor(secrets, readBack(format, content)));
}

/** In letters and figures: shorter strings are found in other words when spaces are left out. */
const leastSqueezed = 8;

/**
 * The same for a printed file, of which `pages` are the texts of its pages and `beside` what else it holds, such as its
 * title. Spaces and hyphens of a printed page are not to be relied on, so longer strings are looked for without them too,
 * and over the borders of pages.
 */
export function leaksInPages(
  pages: readonly string[],
  beside: readonly string[],
  secrets: readonly Secret[],
): string[] {
  if (secrets.length === 0) return [];
  const places = [
    ...pages.map((text, at) => ({ where: `page ${at + 1}`, text })),
    ...beside.map((text) => ({ where: 'the properties of the file', text })),
  ];
  const asWords = new Map(searchFor(secrets, places).map(({ secret, where }) => [secret, where]));
  const bare = places.map(({ where, text }) => ({ where, text: squeezed(text) }));
  const whole = bare
    .slice(0, pages.length)
    .map(({ text }) => text)
    .join('');
  const found = secrets.map((secret): Found => {
    const letters = squeezed(printable(secret.text));
    const long = letters.length >= leastSqueezed;
    const where = new Set(asWords.get(secret));
    if (long) for (const place of bare) if (place.text.includes(letters)) where.add(place.where);
    if (where.size === 0 && long && whole.includes(letters)) where.add('the pages');
    return { secret, where: [...where] };
  });
  return leakSentences(found);
}

/** The secrets that the places do not hold by chance when all spaces are left out: those can be searched for in print. */
export function notByChance(places: readonly Place[], secrets: readonly Secret[]): Secret[] {
  const letters = squeezed(places.map(({ text }) => text).join('\n'));
  return secrets.filter(({ text }) => !letters.includes(squeezed(printable(text))));
}
