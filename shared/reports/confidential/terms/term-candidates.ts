import type { Evidence } from '#shared/domain/base/evidence.ts';
import type { LeakKind, Source, SourceTextField } from '#shared/domain/base/source.ts';
import { sourceFieldTraits } from '#shared/domain/base/source.ts';
import { sourceTextFields, splitHiddenWords } from '#shared/domain/base/source-fields.ts';
import { findReferrers, type Review } from '#shared/domain/review/review.ts';
import { sourceKindTraits } from '#shared/reports/base/source-kind-traits.ts';
import { splitNames } from '#shared/reports/csl-item.ts';
import { isCommonWord } from '#shared/text/common-words.ts';
import { listKeys } from '#shared/text/sequences/records.ts';
import type { ConfidentialTerm, PublicIn, TermPart } from '../search/confidential-term.ts';
import { normalizeText, normalizeWords } from '../search/normalize-words.ts';
import { listAddressParts, listContactParts, listFileNameParts } from './contact-parts.ts';
import {
  listAuthorParts,
  listNameForms,
  listOrganizationParts,
  listPersonParts,
  listSpellings,
  looksLikePerson,
  rateWord,
} from './names.ts';
import {
  hasIdentifyingWord,
  listAddressVariants,
  listAuthorVariants,
  listContactVariants,
  listPersonNames,
  listSentences,
  listTitleVariants,
  listWordRuns,
  minExcerptLength,
} from './term-variants.ts';

/** Words that begin with a capital letter. */
const capitalized = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]*/gu;

/**
 * Lists the rare capitalized words in a text: in "Met her at the Hubert annex", `Hubert` may reveal who a source is. They are only
 * possible leaks, because such a word can also be a German noun or the name of a firm.
 */
function listRareNames(text: string): TermPart[] {
  const words = (text.match(capitalized) ?? []).flatMap(normalizeWords);
  return [...new Set(words)]
    .filter((word) => rateWord(word)?.level === 'certain')
    .map((word) => ({ text: word, level: 'possible', isCapitalized: true }));
}

/** The shortest term, in letters and digits. Shorter ones occur anywhere by chance. */
export const minNameLength = 2;
const minProseLength = 6;
/** The shortest word that counts as rare, in letters. */
const minRareLength = 4;

/** A possible term. It becomes one if its text identifies somebody or something. */
export interface TermCandidate {
  term: ConfidentialTerm;
  /** The fewest letters and digits that it needs for that. */
  minLength: number;
}

/** Makes the candidate of a string that is certainly confidential, wherever it stands. */
export function certain(text: string, description: string, minLength: number): TermCandidate {
  return { term: { text, description, level: 'certain' }, minLength };
}

/** Makes candidates from the parts of a value. */
export function listPartCandidates(
  parts: readonly TermPart[],
  description: string,
  publicIn: PublicIn,
): TermCandidate[] {
  return parts.map((part) => ({
    term: { ...part, description: `a ${part.form ? 'form' : 'part'} of ${description}`, publicIn },
    minLength: minNameLength,
  }));
}

/** Lists the parts of a person's name with their other spellings, and the forms of the name. */
function listPersonTerms(name: string): TermPart[] {
  const spellings = listSpellings(name);
  const parts = [name, ...spellings].flatMap(listPersonParts);
  return mayBeName(name) ? [...parts, ...listNameForms(name)] : parts;
}

/** Whether a text may be a name. A single word counts, because it may be all that is known of a person's name. */
function mayBeName(text: string): boolean {
  return looksLikePerson(text) || /^\p{Lu}\S+$/u.test(text.trim());
}

/** Whether a text looks like a person's name with a rare word. */
function isRarePerson(name: string): boolean {
  return looksLikePerson(name) && normalizeWords(name).some((word) => !isCommonWord(word));
}

/** The fields of a source whose values become terms. */
type SearchedSource = Pick<Source, 'kind'> & Partial<Record<SourceTextField, string | null>>;

/**
 * Lists the candidates of words that a reviewer wants hidden: each entry as a whole, and the words and forms of one that may be a name.
 * An entry with a rare word is certain. One of common words, such as "harbour master", is only possible, because it may stand
 * anywhere.
 */
function listHiddenCandidates(words: string, description: string): TermCandidate[] {
  const entries = splitHiddenWords(words);
  const whole = entries
    .flatMap((entry) => [entry, ...listSpellings(entry)])
    .map((entry): TermCandidate => {
      const isRare = normalizeWords(entry).some(
        (word) => word.length >= minRareLength && !isCommonWord(word) && !/^\p{N}{1,4}$/u.test(word),
      );
      const { term, minLength } = certain(entry, description, minNameLength);
      const weak = isRare ? {} : ({ level: 'possible', publicIn: 'article' } as const);
      return { term: { ...term, ...weak, isAlwaysAsked: true }, minLength };
    });
  const parts = entries.filter(mayBeName).flatMap(listPersonTerms);
  return [...whole, ...listPartCandidates(parts, description, 'article')];
}

/** The search for the value of a field: its forms, its parts, and the text that makes a part public. */
interface FieldSearch {
  listVariants: (text: string) => string[];
  listParts: (text: string, isPerson: boolean) => TermPart[];
  partsPublicIn: PublicIn;
}

/** The description of equal terms is that of the first of these. */
const fieldSearches: Readonly<Record<Exclude<LeakKind, 'words'>, FieldSearch>> = {
  title: {
    listVariants: listTitleVariants,
    listParts: (text, isPerson) => (isPerson ? [text] : listPersonNames(text)).flatMap(listPersonTerms),
    partsPublicIn: 'article',
  },
  names: {
    listVariants: listAuthorVariants,
    listParts: (text) =>
      splitNames(text).flatMap((name) =>
        looksLikePerson(name) ? listPersonTerms(name) : listAuthorParts(name),
      ),
    partsPublicIn: 'article',
  },
  organization: {
    listVariants: (text) => [text],
    listParts: listOrganizationParts,
    partsPublicIn: 'report',
  },
  contact: { listVariants: listContactVariants, listParts: listContactParts, partsPublicIn: 'article' },
  address: { listVariants: listAddressVariants, listParts: listAddressParts, partsPublicIn: 'report' },
};

/**
 * Lists the candidates of the fields of a source by their table, `sourceFieldTraits`. `owner` describes the source in messages without
 * identifying it.
 */
export function listSourceCandidates(
  source: SearchedSource,
  publicNames: ReadonlySet<string>,
  owner = 'a confidential source',
): TermCandidate[] {
  const { isPerson } = sourceKindTraits[source.kind];
  const listFieldCandidates = (by: keyof typeof fieldSearches, text: string, name: string) => {
    const { listVariants, listParts, partsPublicIn } = fieldSearches[by];
    const description = `the ${by === 'title' && isPerson ? 'name' : name} of ${owner}`;
    // The name of a work or an organization is harmless if a public source has it, too. A person's name never is.
    const mayBeWork = by === 'names' || (by === 'title' && !isPerson);
    const isWork = (variant: string) =>
      by === 'organization' ||
      (mayBeWork && publicNames.has(normalizeText(variant)) && !isRarePerson(variant));
    const whole = listVariants(text)
      .flatMap((variant) => [variant, ...listSpellings(variant)])
      .map((variant): TermCandidate => {
        const { term, minLength } = certain(variant, description, minNameLength);
        return { term: isWork(variant) ? { ...term, publicIn: 'report' } : term, minLength };
      });
    return [...whole, ...listPartCandidates(listParts(text, isPerson), description, partsPublicIn)];
  };
  const kinds = [...listKeys(fieldSearches), 'words'] as const;
  return kinds.flatMap((by) =>
    sourceTextFields.flatMap((field) => {
      const { leaks } = sourceFieldTraits[field];
      const text = source[field] ?? null;
      if (leaks?.by !== by || text === null) return [];
      return by === 'words'
        ? listHiddenCandidates(text, `${leaks.name} of ${owner}`)
        : listFieldCandidates(by, text, leaks.name);
    }),
  );
}

/** Lists the candidates of a quotation or a note: the whole, its sentences, and runs of its words. */
export function listProseCandidates(text: string | null, description: string): TermCandidate[] {
  if (text === null) return [];
  const isShort = normalizeText(text).length < minExcerptLength;
  const toProse = (prose: string, minLength: number): TermCandidate => ({
    term: { ...certain(prose, description, minLength).term, isProse: true },
    minLength,
  });
  const whole = toProse(text, minProseLength);
  const ofRuns = `words of ${description}`;
  return [
    isShort ? { ...whole, term: { ...whole.term, publicIn: 'report' } } : whole,
    ...listSentences(text).map((sentence) => toProse(sentence, minExcerptLength)),
    ...listWordRuns(text).map(
      (run): TermCandidate => ({
        term: { text: run.text, description: ofRuns, level: run.level, publicIn: 'report', isRun: true },
        minLength: minProseLength,
      }),
    ),
  ];
}

/** Lists possible names in a reviewer's words. The reviewer is asked about them unless a public source has them, too. */
function listRareNameCandidates(text: string, description: string): TermCandidate[] {
  return listRareNames(text).map((part) => ({
    term: { ...part, description: `a name in ${description}`, publicIn: 'report', isAlwaysAsked: true },
    minLength: minNameLength,
  }));
}

/** Lists the candidates of a reviewer's note on a confidential source: its words, and possible names among them. */
function listPrivateCandidates(text: string | null, description: string): TermCandidate[] {
  if (text === null) return [];
  return [...listProseCandidates(text, description), ...listRareNameCandidates(text, description)];
}

function listEvidenceCandidates({ locator, quote, note }: Evidence): TermCandidate[] {
  const candidates = [
    ...listProseCandidates(quote, 'a quotation from a confidential source'),
    ...listPrivateCandidates(note, 'the note on evidence from a confidential source'),
  ];
  // A range of pages has many digits, but identifies no more than a single page.
  if (locator === null || !hasIdentifyingWord(normalizeWords(locator))) return candidates;
  const description = 'a place in a confidential source';
  const place = certain(locator, description, minProseLength);
  return [
    { ...place, term: { ...place.term, publicIn: 'report' } },
    ...listRareNameCandidates(locator, description),
    ...candidates,
  ];
}

/** Lists the candidates of a confidential source: its fields, its files, and the evidence from it. */
export function listCandidates(
  review: Review,
  source: Source,
  publicNames: ReadonlySet<string>,
): TermCandidate[] {
  const key = `sources/${source.id}` as const;
  const fileName = 'the name of a file of a confidential source';
  return [
    ...listSourceCandidates(source, publicNames),
    ...listPrivateCandidates(source.standingReason, 'the reason why a confidential source no longer stands'),
    ...findReferrers(review, key, 'attachments').flatMap(({ name, sha256 }) => [
      certain(name, fileName, minNameLength),
      ...listPartCandidates(listFileNameParts(name), fileName, 'report'),
      certain(sha256, 'the SHA-256 of a file of a confidential source', minNameLength),
    ]),
    ...findReferrers(review, key, 'evidence').flatMap(listEvidenceCandidates),
  ];
}

/** Lists the normalized titles and publishers of public sources: names of works and organizations, not of persons. */
export function listPublicNames(sources: readonly Source[]): Set<string> {
  const names = sources
    .filter(({ confidential }) => !confidential)
    .flatMap(({ kind, title, publisher }) => [publisher, sourceKindTraits[kind].isPerson ? null : title]);
  return new Set(names.flatMap((name) => (name === null ? [] : normalizeText(name))));
}
