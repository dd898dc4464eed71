import type { Draft } from '#shared/domain/base/draft.ts';
import type { Review } from '#shared/domain/review/review.ts';
import { fingerprintText } from '#shared/text/sequences/rolling-hash.ts';
import { describeLeak, type Leak, type LeakLevel } from '../base/leak.ts';
import type { ShownDraft } from '../base/report-text.ts';
import type { SearchedEntry } from '../base/searched-texts.ts';
import { findDatedPlaces, listDatedPlaces } from './find-dated-places.ts';
import type { ConfidentialTerm } from './search/confidential-term.ts';
import { normalizeText } from './search/normalize-words.ts';
import { normalizeForSearch } from './search/search-text.ts';
import {
  compareOccurrences,
  createTermSearch,
  type Occurrence,
  removeCovered,
  type SearchedPart,
  type TermSearch,
} from './search/term-search.ts';
import { collectConfidentialTerms } from './terms/confidential-terms.ts';

/** How much of the text around the words of a leak is shown, in UTF-16 code units. */
const contextLength = 50;

/** Finds the UTF-16 offset in a text before which it has this many letters and digits in the form of the search. */
function findWrittenOffset(text: string, count: number): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (normalizeForSearch([text.slice(0, middle)]).characters.length < count) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts the words of an occurrence out of the text of its part. `start` and `end` count letters and digits. */
function cutExcerpt(text: string, start: number, end: number): Leak['excerpt'] {
  const from = Math.max(0, findWrittenOffset(text, start + 1) - 1);
  const to = findWrittenOffset(text, end);
  const before = text.slice(Math.max(0, from - contextLength), from).replace(/\s/g, ' ');
  const after = text.slice(to, to + contextLength).replace(/\s/g, ' ');
  return {
    before: before.length < from ? before.replace(/^\S*\s/, '… ') : before,
    words: text.slice(from, to).replace(/\s+/g, ' '),
    after: to + after.length < text.length ? after.replace(/\s\S*$/, ' …') : after,
  };
}

/**
 * Joins touching occurrences of one kind of term in one part, such as overlapping runs of five words. Expects and returns
 * them sorted by offset.
 */
function joinOverlapping(occurrences: readonly Occurrence[]): Occurrence[] {
  const joined: Occurrence[] = [];
  for (const occurrence of occurrences) {
    const last = joined.at(-1);
    if (last && occurrence.offset <= last.offset + last.length)
      joined[joined.length - 1] = {
        ...last,
        length: Math.max(last.length, occurrence.offset + occurrence.length - last.offset),
      };
    else joined.push(occurrence);
  }
  return joined;
}

/**
 * Leaves out possible leaks that overlap a certain one, whose words have to be changed anyway. Expects and returns them
 * sorted by offset.
 */
function removeOverlapped(occurrences: readonly Occurrence[]): Occurrence[] {
  const certain = occurrences.filter(({ term }) => term.level === 'certain');
  let next = 0;
  let certainEnd = 0;
  return occurrences.filter(({ term, offset, length }) => {
    for (; next < certain.length && (certain[next]?.offset ?? 0) < offset + length; next += 1)
      certainEnd = Math.max(certainEnd, (certain[next]?.offset ?? 0) + (certain[next]?.length ?? 0));
    return term.level === 'certain' || certainEnd <= offset;
  });
}

/**
 * Describes the occurrences. A certain leak is listed once for each kind of term and entry. A possible one is listed for each
 * place, because the reviewer confirms each by its row, field and words. Certain leaks come first.
 */
function createLeaks(found: readonly Occurrence[], entries: readonly SearchedEntry[]): Leak[] {
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of removeOverlapped(found)) {
    const { term, partIndex } = occurrence;
    const key = `${term.level}\n${term.description}\n${partIndex}`;
    const group = groups.get(key);
    if (group) group.push(occurrence);
    else groups.set(key, [occurrence]);
  }
  const leaks = Array.from(groups.values()).flatMap((occurrences): Leak[] => {
    const [first] = occurrences;
    const entry = entries[first?.partIndex ?? -1];
    if (!first || !entry) return [];
    const { level, description } = first.term;
    const { name: place, text } = entry;
    const { row, claimId } = entry.place;
    if (level === 'certain') {
      const message = describeLeak(description, place);
      const excerpt = cutExcerpt(text, first.offsetInPart, first.offsetInPart + first.length);
      return [{ id: fingerprintText(message), level, place, claimId, message, excerpt }];
    }
    const message = `Words in ${place} may be ${description}.`;
    const seen = new Map<string, number>();
    return joinOverlapping(occurrences).map(({ offsetInPart, length }) => {
      const excerpt = cutExcerpt(text, offsetInPart, offsetInPart + length);
      const words = JSON.stringify([row, entry.field, description, excerpt]);
      const count = (seen.get(words) ?? 0) + 1;
      seen.set(words, count);
      return { id: fingerprintText(`${words} ${count}`), level, place, claimId, message, excerpt };
    });
  });
  return sortLeaks(leaks);
}

/** Removes duplicates and puts certain leaks first. */
function sortLeaks(leaks: readonly Leak[]): Leak[] {
  const unique = new Map(leaks.map((leak) => [leak.id, leak]));
  return Array.from(unique.values()).toSorted(
    (a, b) => Number(a.level === 'possible') - Number(b.level === 'possible'),
  );
}

/** The texts to search, and the review with the confidential terms to search for. */
interface TextSearch {
  review: Review;
  draft: Draft;
  /** The draft as the public may see it: a part of a name in it is no leak. */
  shown: ShownDraft;
  /** All texts that come neither from the article nor from our own code. */
  entries: readonly SearchedEntry[];
}

interface FoundLeaks {
  leaks: Leak[];
  /** The terms that are not public. */
  secretTerms: ConfidentialTerm[];
}

/**
 * Finds certain and possible leaks in the texts of a report. Terms of its review that also occur in the article, in texts about public
 * sources, or in notes about several sources are public. All others are searched in all texts, also disguised and misspelled, and so
 * are dates beside places.
 */
export function findLeaksInTexts(job: TextSearch): FoundLeaks {
  const { review, draft, entries } = job;
  const terms = collectConfidentialTerms(review, draft);
  if (terms.length === 0) return { leaks: [], secretTerms: [] };
  const search = createTermSearch(terms);
  const { found, publicTerms } = findInEntries(job, terms, search);
  const rated = rateOccurrences(job, search, found);
  const dated = findDatedPlaces(
    entries.filter(({ traits }) => traits.isDerived !== true),
    listDatedPlaces(review),
  );
  const leaks = sortLeaks([
    ...createLeaks(removeCovered(rated.sort(compareOccurrences)), entries),
    ...createLeaks(dated.occurrences, dated.strings),
  ]);
  return { leaks, secretTerms: terms.filter((term) => !publicTerms.has(term)) };
}

/** A run of words that was written about this many sources is a standard phrase of the reviewer. */
const minFormulaSources = 3;

/** Lists the quotations and notes of each source, under the source's id. */
function listSourceTexts(review: Review): SearchedPart[] {
  const texts = new Map<string, string[]>();
  for (const { sourceId, quote, note } of review.evidence.values()) {
    const ofSource = texts.get(sourceId) ?? [];
    ofSource.push(quote ?? '', note ?? '');
    texts.set(sourceId, ofSource);
  }
  return Array.from(texts, ([name, ofSource]) => ({ name, text: ofSource.join('\n') }));
}

/** Finds the runs of words that say nothing about one source, because they were written about several. */
function findFormulas(
  { review }: TextSearch,
  search: TermSearch,
  isSearched: (term: ConfidentialTerm) => boolean,
): ConfidentialTerm[] {
  const options = {
    keepsCovered: true,
    isSearched: (term: ConfidentialTerm) => term.isRun === true && isSearched(term),
  };
  const sources = new Map<ConfidentialTerm, Set<number>>();
  for (const { term, partIndex } of search.findOccurrences(listSourceTexts(review), options))
    sources.set(term, (sources.get(term) ?? new Set()).add(partIndex));
  return Array.from(sources).flatMap(([term, indexes]) => (indexes.size >= minFormulaSources ? term : []));
}

/** Finds the terms that the article makes public. A word of a name makes its other forms public, too. */
function findTermsOfArticle(
  { shown }: TextSearch,
  terms: readonly ConfidentialTerm[],
  search: TermSearch,
): Set<ConfidentialTerm> {
  const found = search.findTerms([shown.text], ({ publicIn }) => publicIn !== undefined);
  const words = new Set(Array.from(found, ({ text }) => text));
  for (const term of terms) if (term.formOf !== undefined && words.has(term.formOf)) found.add(term);
  return found;
}

/** Finds all terms in the entries, except public ones, which may be repeated anywhere. */
function findInEntries(
  job: TextSearch,
  terms: readonly ConfidentialTerm[],
  search: TermSearch,
): { found: Occurrence[]; publicTerms: ReadonlySet<ConfidentialTerm> } {
  const { entries } = job;
  const publicTerms = findTermsOfArticle(job, terms, search);
  const isLeft = (term: ConfidentialTerm) => !publicTerms.has(term);
  // Each text is joined or read once: an entry does so every time.
  const parts = entries.map(({ name, text }) => ({ name, text }));
  const found = search.findOccurrences(parts, {
    keepsCovered: true,
    isSearched: isLeft,
    // Such a term is not searched for any more: it can be in each of thousands of quotations.
    onFound: ({ term, partIndex }) => {
      if (term.publicIn === 'report' && entries[partIndex]?.traits.isAboutPublicSource === true)
        publicTerms.add(term);
    },
  });
  const isRunLeft = (term: ConfidentialTerm) => term.publicIn === 'report' && isLeft(term);
  for (const term of findFormulas(job, search, isRunLeft)) publicTerms.add(term);
  return { found: found.filter(({ term }) => isLeft(term)), publicTerms };
}

/** Rates how surely a term reveals something in a text; null when it reveals nothing there. */
function rateTerm(
  { level, publicIn, isOfAuthor, isAlwaysAsked, isProse }: ConfidentialTerm,
  { whole, isPublished, isRemark, isAboutPublicSource }: SearchedEntry['traits'],
): LeakLevel | null {
  if (isRemark) return level;
  if (isProse === true && isPublished && isAboutPublicSource === true) return null;
  if (level === 'possible') return isPublished && isAlwaysAsked !== true ? null : level;
  if (!isPublished) return isOfAuthor === true ? 'possible' : level;
  return publicIn === undefined && isOfAuthor !== true ? whole : 'possible';
}

/** Leaves only occurrences that run from one of the values that an entry joins into the next. */
function listAcrossJoints({ parts }: SearchedEntry, occurrences: readonly Occurrence[]): Occurrence[] {
  let end = 0;
  const joints = parts.slice(0, -1).map((part) => {
    end += normalizeText(part).length;
    return end;
  });
  return occurrences.filter(({ offsetInPart, length }) =>
    joints.some((joint) => offsetInPart < joint && joint < offsetInPart + length),
  );
}

/** Rates each occurrence for its place, and leaves out those that reveal nothing there. */
function rateOccurrences(
  { entries, shown }: TextSearch,
  search: TermSearch,
  found: readonly Occurrence[],
): Occurrence[] {
  let inArticle: ReadonlySet<ConfidentialTerm> | null = null;
  const articleHas = (term: ConfidentialTerm) => {
    inArticle ??= search.findTerms([shown.text], () => true);
    return inArticle.has(term);
  };
  const rate = (entry: SearchedEntry, inEntry: readonly Occurrence[]) => {
    const { place, traits, parts } = entry;
    const occurrences = traits.isDerived && parts.length > 1 ? listAcrossJoints(entry, inEntry) : inEntry;
    if (occurrences.length === 0) return [];
    const terms = new Set(occurrences.map(({ term }) => term));
    const around = place.context
      ? search.findTerms([place.context()], (term) => terms.has(term))
      : new Set<ConfidentialTerm>();
    const isAround = (term: ConfidentialTerm) => {
      if (place.article === 'enough') return around.has(term) || articleHas(term);
      return around.has(term) && (place.article !== 'needed' || articleHas(term));
    };
    // If one term is not in the context, the whole text counts: its other terms may be the key to that one.
    if (place.context && traits.isDerived !== true && [...terms].every(isAround)) return [];
    return occurrences.flatMap((occurrence): Occurrence[] => {
      const { term } = occurrence;
      if (traits.isDerived && isAround(term)) return [];
      const level = rateTerm(term, traits);
      return level === null ? [] : [{ ...occurrence, term: { ...term, level } }];
    });
  };
  const byEntry = new Map<SearchedEntry, Occurrence[]>();
  for (const occurrence of found) {
    const entry = entries[occurrence.partIndex];
    if (!entry) continue;
    const ofEntry = byEntry.get(entry);
    if (ofEntry) ofEntry.push(occurrence);
    else byEntry.set(entry, [occurrence]);
  }
  return Array.from(byEntry).flatMap(([entry, occurrences]) => rate(entry, occurrences));
}
