import { foldForSearch, foldQueryWords, foldToLetters } from '#shared/text/characters/folding.ts';
import { findGraphemeStart } from '#shared/text/segmenter/graphemes.ts';
import { createRecord, listKeys } from '#shared/text/sequences/records.ts';
import { maxLineLength, toBrowserUrl } from './primitives.ts';
import { type Source, type SourceTextField, sourceFieldTraits } from './source.ts';
import type { StandingDetails } from './source-standing.ts';

/** Keeps letters and digits only, in lower case, and a space for everything between them. */
function normalizeName(text: string): string {
  return foldToLetters(text, ' ').trim();
}

/** Removes the parts of an address that rarely change where it leads: scheme, `www.`, fragment and trailing slash. */
function normalizeUrl(url: string): string {
  return toBrowserUrl(url)
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}

type ComparedFields = Pick<Source, 'kind' | 'title' | 'author' | 'url'>;

/** Two sources that share a key look like the same one: same address, or same kind, title and author. */
function getIdentityKeys({ title, author, url, kind }: ComparedFields): string[] {
  const name = normalizeName(title);
  return [
    ...(url === null ? [] : [`at ${normalizeUrl(url)}`]),
    ...(name === '' ? [] : [`${kind} ${name} by ${normalizeName(author ?? '')}`]),
  ];
}

/** Whether two sources are the same to a reader: by address, and if neither has one, by kind, title and author. */
export function isSameSource(a: ComparedFields, b: ComparedFields): boolean {
  if (a.url !== null || b.url !== null)
    return a.url !== null && b.url !== null && normalizeUrl(a.url) === normalizeUrl(b.url);
  return getIdentityKeys(a).some((key) => getIdentityKeys(b).includes(key));
}

/**
 * Groups the sources that look like duplicates, directly or through others of the group. Groups and their members are in
 * the order of the given sources.
 */
export function findDuplicateGroups(sources: Iterable<Source>): Source[][] {
  const groupOf = new Map<Source, Set<Source>>();
  const firstWithKey = new Map<string, Source>();
  for (const source of sources) {
    let group = new Set([source]);
    for (const key of getIdentityKeys(source)) {
      const first = firstWithKey.get(key);
      if (!first) firstWithKey.set(key, source);
      const otherGroup = (first && groupOf.get(first)) ?? group;
      if (otherGroup === group) continue;
      // The smaller group joins the larger one, so that many duplicates do not take quadratic time.
      const [large, small] = otherGroup.size < group.size ? [group, otherGroup] : [otherGroup, group];
      for (const member of small) groupOf.set(member, large.add(member));
      group = large;
    }
    groupOf.set(source, group);
  }
  const sorted = new Map<Set<Source>, Source[]>();
  for (const [source, group] of groupOf) {
    const members = sorted.get(group);
    if (members) members.push(source);
    else sorted.set(group, [source]);
  }
  return [...sorted.values()].filter((group) => group.length > 1);
}

/** The title of a source for which nobody entered one: its address without scheme, `www.` and trailing slash. */
export function getFallbackTitle(url: string): string {
  const title = url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|doi:)/i, '').replace(/\/$/, '') || url;
  return title.length <= maxLineLength ? title : title.slice(0, findGraphemeStart(title, maxLineLength));
}

/** Whether the title of a source is its fallback title, so that a better one is welcome. */
export function hasFallbackTitle({ title, url }: Pick<Source, 'title' | 'url'>): boolean {
  return url !== null && title === getFallbackTitle(url);
}

/** Splits the field "Also hide" of a source into its entries, which are separated by commas or semicolons. */
export function splitHiddenWords(alsoHide: string | null): string[] {
  return (alsoHide ?? '').split(/[,;\n]/).flatMap((entry) => entry.trim() || []);
}

/** Joins two such fields when their sources are merged: each entry once, as many as the field can hold. */
export function joinHiddenWords(first: string | null, second: string | null): string | null {
  if (second === null || first === second) return first;
  const entries = new Set([...splitHiddenWords(first), ...splitHiddenWords(second)]);
  let joined = '';
  for (const entry of entries) {
    const longer = joined === '' ? entry : `${joined}, ${entry}`;
    if (longer.length <= maxLineLength) joined = longer;
  }
  return joined === '' ? null : joined;
}

/** The fields of a source that a person fills in. Its standing is set separately. */
export type SourceFields = Omit<Source, 'id' | keyof StandingDetails>;

/** The fields of a source that are typed as text. */
export const sourceTextFields = listKeys(sourceFieldTraits);

/** Those that are printed, at least for lawyers. */
export type PrintedTextField = {
  [F in SourceTextField]: (typeof sourceFieldTraits)[F]['report'] extends 'none' ? never : F;
}[SourceTextField];

export const printedTextFields = sourceTextFields.filter(
  (field): field is PrintedTextField => sourceFieldTraits[field].report !== 'none',
);

/** Those of them that only a report for lawyers prints. */
export type LawyersTextField = {
  [F in PrintedTextField]: (typeof sourceFieldTraits)[F]['report'] extends 'lawyers' ? F : never;
}[PrintedTextField];

export const isLawyersTextField = (field: PrintedTextField): field is LawyersTextField =>
  sourceFieldTraits[field].report === 'lawyers';

/** Those of them that are dates. */
export type PrintedDateField = {
  [F in PrintedTextField]: (typeof sourceFieldTraits)[F]['input'] extends 'date' ? F : never;
}[PrintedTextField];

export const printedDateFields = printedTextFields.filter(
  (field): field is PrintedDateField => sourceFieldTraits[field].input === 'date',
);

/** Those of them that somebody could type confidential words into, but for the title, which every source has. */
export type PrintedWordField = Exclude<PrintedTextField, PrintedDateField | 'title'>;

export const printedWordFields = printedTextFields.filter(
  (field): field is PrintedWordField => field !== 'title' && sourceFieldTraits[field].input !== 'date',
);

/** The label of a field, in the form, on the card and in the history. */
export function getSourceTextLabel(field: SourceTextField, kind: Source['kind'] | null): string {
  const traits: { label: string; labelOfPerson?: string } = sourceFieldTraits[field];
  return (kind === 'person' && traits.labelOfPerson) || traits.label;
}

/** Whether sources of a kind have a field. */
export function isTextFieldOfKind(field: SourceTextField, kind: Source['kind']): boolean {
  const { of } = sourceFieldTraits[field];
  return of === 'all' || (of === 'persons') === (kind === 'person');
}

/** The texts by which a source is found in the library, or in its own article. */
export function listSourceTexts(
  source: Partial<Record<SourceTextField, string | null>>,
  place: 'library' | 'article',
): string[] {
  return sourceTextFields.flatMap((field) => {
    const { search } = sourceFieldTraits[field];
    return search === 'library' || search === place ? (source[field] ?? []) : [];
  });
}

/** A source about which nothing is known yet. The order of the fields is the one in which they are stored. */
export const emptySourceFields: Omit<SourceFields, 'kind' | 'title'> = {
  ...createRecord(
    sourceTextFields.filter((field) => field !== 'title'),
    () => null,
  ),
  primary: false,
  secondary: false,
  confidential: false,
  derivedFrom: null,
};

type SearchedFields = Pick<Source, 'title'> & Partial<Record<SourceTextField, string | null>>;

/** The searched text of a source, folded once for many queries. */
export interface FoldedSource {
  title: string;
  /** Title, author, publisher and address. */
  all: string;
}

export function foldSource(source: SearchedFields): FoldedSource {
  const all = foldForSearch(listSourceTexts(source, 'library').join('\n'));
  return { title: foldForSearch(source.title), all };
}

/**
 * Returns a function that rates how well a source matches a query. 0: a word of the query is missing in title, author,
 * publisher and address. 3: the title starts with the query. 2: the title contains all its words. 1: all words are found.
 */
export function createSourceRanking(query: string): (source: FoldedSource) => number {
  const words = foldQueryWords(query);
  const start = words.join(' ');
  return ({ title, all }) => {
    if (!words.every((word) => all.includes(word))) return 0;
    if (title.startsWith(start)) return 3;
    return words.every((word) => title.includes(word)) ? 2 : 1;
  };
}

/** Rates how well a source matches a query, as `createSourceRanking` does. */
export function rankSource(source: SearchedFields, query: string): number {
  return createSourceRanking(query)(foldSource(source));
}
