import type { ReportFormat } from '../../domain/report-options';
import { capitalized } from '../../text/format/end-sentence';
import { readBack } from '../extract/extract-text';
import type { Place } from '../extract/report-part';
import type { Secret } from './confidential-terms';
import { findNeedles } from './multi-pattern-search';
import { folded } from './normalize-for-search';
import { type Medium, needleOf } from './search-patterns';

/** How often each secret stands in each place; those that stand nowhere are left out. */
export type Found = ReadonlyMap<Secret, ReadonlyMap<string, number>>;

/** Where something stands that runs over the border of two pages. */
const across = 'the pages';

/**
 * Searches places for secrets, whatever their case, width, spaces and punctuation. With `runsOn` also across places, as
 * words run on over the border of two pages.
 */
export function searchFor(
  secrets: readonly Secret[],
  places: readonly Pick<Place, 'where' | 'text'>[],
  { medium, runsOn }: { medium: Medium; runsOn: boolean } = { medium: 'written', runsOn: false },
): Found {
  const text = folded(places.map((place) => place.text));
  const needles = secrets.flatMap((secret) => needleOf(secret, medium) ?? []);
  const found = new Map<Secret, Map<string, number>>();
  let place = 0;
  findNeedles(text, needles, ({ secret, letters }, at) => {
    while ((text.ends[place] ?? at + 1) <= at) place += 1;
    const isWithin = at + letters.length <= (text.ends[place] ?? 0);
    if (!isWithin && !runsOn) return;
    const where = isWithin ? (places[place]?.where ?? across) : across;
    const counts = found.get(secret) ?? new Map<string, number>();
    counts.set(where, (counts.get(where) ?? 0) + 1);
    found.set(secret, counts);
  });
  return found;
}

/** How often a secret stands in all places, or in those that are counted. */
export function totalIn(found: Found, secret: Secret, isCounted = (_where: string) => true): number {
  const counts = Array.from(found.get(secret) ?? []);
  return counts.reduce((sum, [where, count]) => sum + (isCounted(where) ? count : 0), 0);
}

/** A sentence for each thing and place: it says what stands there, and not the words themselves. */
export function leakSentences(found: Iterable<readonly [Secret, Iterable<string>]>): string[] {
  const said = Array.from(found).flatMap(([{ what }, where]) =>
    Array.from(where, (place) => `${capitalized(what)} stands in ${place}.`),
  );
  return [...new Set(said)];
}

/** Searches a written report for secrets. Returns a sentence for each place; empty when nothing was found. */
export function leaksIn(format: ReportFormat, content: string, secrets: readonly Secret[]): string[] {
  if (secrets.length === 0) return [];
  const found = searchFor(secrets, readBack(format, content));
  return leakSentences(Array.from(found, ([secret, counts]) => [secret, counts.keys()] as const));
}

/**
 * The same for a printed file, of which `pages` are the texts of its pages and `beside` what else it holds, such as its
 * title. Spaces and hyphens of a printed page are not to be relied on, so longer strings are looked for without them, and
 * over the borders of pages. What stands there rightly is named by no page: which of them it is can't be told.
 */
export function leaksInPages(
  pages: readonly string[],
  beside: readonly string[],
  secrets: readonly Secret[],
): string[] {
  if (secrets.length === 0) return [];
  const inPages = searchFor(
    secrets,
    pages.map((text, at) => ({ where: `page ${at + 1}`, text })),
    { medium: 'printed', runsOn: true },
  );
  const around = beside.map((text) => ({ where: 'the properties of the file', text }));
  const besides = searchFor(secrets, around, { medium: 'printed', runsOn: false });
  const found = secrets.map((secret): [Secret, string[]] => {
    const { inText = 0, onEachPage = 0, beside: isBeside = false } = secret.rightly ?? {};
    const allowed = inText + onEachPage * pages.length;
    const named = Array.from(inPages.get(secret)?.keys() ?? []).filter((place) => place !== across);
    const told = allowed > 0 || named.length === 0 ? [across] : named;
    const where = totalIn(inPages, secret) > allowed ? told : [];
    return [secret, isBeside ? where : [...where, ...(besides.get(secret)?.keys() ?? [])]];
  });
  return leakSentences(found);
}
