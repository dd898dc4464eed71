import type { Evidence } from '../../../domain/evidence';
import { findReferrers, type Review } from '../../../domain/review/review';
import type { Source } from '../../../domain/source';
import { splitHiddenWords } from '../../../domain/sources/source-fields';
import { isCommonWord } from '../../../text/common-words';
import { splitNames } from '../../citations/csl-item';
import { sourceKindTraits } from '../../source-kind-traits';
import { normalizeText, normalizeWords } from '../search/normalize-words';
import type { ConfidentialTerm, PublicIn } from './confidential-term';
import { listAddressParts, listContactParts, listFileNameParts } from './contact-parts';
import { hasIdentifyingWord } from './is-identifying';
import { listNameForms, listSpellings } from './name-forms';
import {
  listAuthorParts,
  listOrganizationParts,
  listPersonParts,
  looksLikePerson,
  rateWord,
} from './name-parts';
import type { TermPart } from './term-part';
import {
  listAddressVariants,
  listAuthorVariants,
  listContactVariants,
  listPersonNames,
  listSentences,
  listTitleVariants,
  listWordRuns,
  minExcerptLength,
} from './term-variants';

/** Words that begin with a capital letter. */
const capitalized = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}’'-]*/gu;

/**
 * Lists the rare words in a text that are written like names, one by one: in "Met her at the Hubert annex", `Hubert` may say who a
 * source is. They are only possible, because such a word can be a German noun or the name of a firm as well.
 */
function listRareNames(text: string): TermPart[] {
  const words = (text.match(capitalized) ?? []).flatMap(normalizeWords);
  return [...new Set(words)]
    .filter((word) => rateWord(word)?.level === 'certain')
    .map((word) => ({ text: word, level: 'possible', isCapitalized: true }));
}

/** In letters and digits: shorter terms occur anywhere by chance. */
export const minNameLength = 2;
const minProseLength = 6;
/** In letters: a shorter word is rare by chance. */
const minRareLength = 4;

/** A term, if its text identifies somebody or something. */
export interface TermCandidate {
  term: ConfidentialTerm;
  /** How many letters and digits it needs for that. */
  minLength: number;
}

/** The candidate of a string that is certain to be confidential, wherever it stands. */
export function certain(text: string, description: string, minLength: number): TermCandidate {
  return { term: { text, description, level: 'certain' }, minLength };
}

/** Makes candidates of the parts of a value. */
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

/** Whether a text reads as a name. A single word may be that of a person of whom no more is known. */
function mayBeName(text: string): boolean {
  return looksLikePerson(text) || /^\p{Lu}\S+$/u.test(text.trim());
}

/** Whether a text reads as a person's name that has a rare word. */
function isRarePerson(name: string): boolean {
  return looksLikePerson(name) && normalizeWords(name).some((word) => !isCommonWord(word));
}

/** The fields of a source that are searched for. */
type SearchedSource = Pick<
  Source,
  'kind' | 'author' | 'publisher' | 'contact' | 'url' | 'archiveUrl' | 'alsoHide'
> & {
  title: string | null;
};

/**
 * Lists the candidates of the words that a reviewer wants hidden: each entry as a whole, and of one that reads as a name its words and
 * forms. An entry with a rare word is certain, as a name is; one of common words, such as "harbour master", may stand anywhere.
 */
function listHiddenCandidates(alsoHide: string | null, owner: string): TermCandidate[] {
  const description = `words to hide of ${owner}`;
  const entries = splitHiddenWords(alsoHide);
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

/** Lists the candidates of the fields of a source. `owner` names it in messages without saying which it is. */
export function listSourceCandidates(
  source: SearchedSource,
  publicNames: ReadonlySet<string>,
  owner = 'a confidential source',
): TermCandidate[] {
  const { kind, title, author, publisher, contact, url, archiveUrl, alsoHide } = source;
  const { isPerson } = sourceKindTraits[kind];
  const canHaveWorkName = (field: string) => field === 'author' || field === 'title';
  const candidates = (
    text: string | null,
    field: string,
    listVariants: (text: string) => string[],
    parts: readonly TermPart[],
    partsPublicIn: PublicIn,
  ) => {
    const description = `the ${field} of ${owner}`;
    const variants = text === null ? [] : listVariants(text);
    const whole = variants
      .flatMap((variant) => [variant, ...listSpellings(variant)])
      .map((variant) => {
        // A name that others give to a work or an organization says nothing; a person's does, wherever it stands.
        const isKnownWork = canHaveWorkName(field) && publicNames.has(normalizeText(variant));
        const isWork = field === 'publisher' || (isKnownWork && !isRarePerson(variant));
        const { term, minLength } = certain(variant, description, minNameLength);
        return { term: isWork ? { ...term, publicIn: 'report' as const } : term, minLength };
      });
    return [...whole, ...listPartCandidates(parts, description, partsPublicIn)];
  };
  const listParts = (text: string | null, list: (text: string) => TermPart[]) =>
    text === null ? [] : list(text);
  const titleParts = listParts(title, (text) =>
    isPerson ? listPersonTerms(text) : listPersonNames(text).flatMap(listPersonTerms),
  );
  const authorParts = splitNames(author).flatMap((name) =>
    looksLikePerson(name) ? listPersonTerms(name) : listAuthorParts(name),
  );
  return [
    ...candidates(title, isPerson ? 'name' : 'title', listTitleVariants, titleParts, 'article'),
    ...candidates(author, 'author', listAuthorVariants, authorParts, 'article'),
    ...candidates(
      publisher,
      'publisher',
      (text) => [text],
      listParts(publisher, listOrganizationParts),
      'report',
    ),
    ...candidates(contact, 'contact', listContactVariants, listParts(contact, listContactParts), 'article'),
    ...candidates(url, 'address', listAddressVariants, listParts(url, listAddressParts), 'report'),
    ...candidates(
      archiveUrl,
      'archive address',
      listAddressVariants,
      listParts(archiveUrl, listAddressParts),
      'report',
    ),
    ...listHiddenCandidates(alsoHide, owner),
  ];
}

/** Lists the candidates of what was written: the whole, its sentences, and runs of its words. */
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

/** Lists what may be a name among the words of a reviewer. It is asked about unless a public source has it as well. */
function listRareNameCandidates(text: string, description: string): TermCandidate[] {
  return listRareNames(text).map((part) => ({
    term: { ...part, description: `a name in ${description}`, publicIn: 'report', isAlwaysAsked: true },
    minLength: minNameLength,
  }));
}

/** Lists the candidates of what the reviewer wrote about a confidential source: its words, and what may be a name among them. */
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
