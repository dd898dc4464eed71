import type { Evidence } from '../../../domain/evidence';
import { findReferrers, type Review } from '../../../domain/review/review';
import type { Source } from '../../../domain/source';
import { splitNames } from '../../citations/csl-item';
import { sourceKindTraits } from '../../source-kind-traits';
import type { LeakLevel } from '../leak';
import { normalizeWords } from '../search/normalize-for-search';
import type { ConfidentialTerm, PublicIn } from './confidential-term';
import { listAddressParts, listContactParts, listFileNameParts } from './contact-parts';
import { hasIdentifyingWord } from './is-identifying';
import { listAuthorParts, listOrganizationParts, listPersonParts } from './name-parts';
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

/** In letters and digits: shorter terms occur anywhere by chance. */
const minNameLength = 2;
const minProseLength = 6;

/** A string that becomes a term if it identifies somebody or something. */
export interface TermCandidate extends Omit<ConfidentialTerm, 'allowance' | 'level'> {
  minLength: number;
  /** `certain` when it is left out. */
  level?: LeakLevel;
}

function normalize(text: string): string {
  return normalizeWords(text).join('');
}

/** Makes candidates of the parts of a value. */
function listPartCandidates(
  parts: readonly TermPart[],
  description: string,
  publicIn: PublicIn,
): TermCandidate[] {
  return parts.map((part) => ({
    ...part,
    ...{ description: `a part of ${description}`, minLength: minNameLength, publicIn },
  }));
}

function listSourceCandidates(source: Source, publicNames: ReadonlySet<string>): TermCandidate[] {
  const { kind, title, author, publisher, contact, url, archiveUrl } = source;
  const { isPerson } = sourceKindTraits[kind];
  const canHaveWorkName = (field: string) => field === 'author' || field === 'title';
  const candidates = (
    text: string | null,
    field: string,
    listVariants: (text: string) => string[],
    parts: readonly TermPart[],
    partsPublicIn: PublicIn,
  ) => {
    const description = `the ${field} of a confidential source`;
    const whole = (text === null ? [] : listVariants(text)).map((variant): TermCandidate => {
      const isWork = field === 'publisher' || (canHaveWorkName(field) && publicNames.has(normalize(variant)));
      return { text: variant, description, minLength: minNameLength, ...(isWork && { publicIn: 'report' }) };
    });
    return [...whole, ...listPartCandidates(parts, description, partsPublicIn)];
  };
  const listParts = (text: string | null, list: (text: string) => TermPart[]) =>
    text === null ? [] : list(text);
  const titleParts = isPerson ? listPersonParts(title) : listPersonNames(title).flatMap(listPersonParts);
  const authorParts = splitNames(author).flatMap(listAuthorParts);
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
  ];
}

function listProseCandidates(text: string | null, description: string): TermCandidate[] {
  if (text === null) return [];
  const isShort = normalize(text).length < minExcerptLength;
  return [
    { text, description, minLength: minProseLength, ...(isShort && { publicIn: 'report' }) },
    ...listSentences(text).map((sentence) => ({ text: sentence, description, minLength: minExcerptLength })),
    ...listWordRuns(text).map(
      (run): TermCandidate => ({
        ...run,
        ...{
          description: `words of ${description}`,
          minLength: minProseLength,
          publicIn: 'report',
          isRun: true,
        },
      }),
    ),
  ];
}

function listEvidenceCandidates({ locator, quote, note }: Evidence): TermCandidate[] {
  const candidates = [
    ...listProseCandidates(quote, 'a quotation from a confidential source'),
    ...listProseCandidates(note, 'the note on evidence from a confidential source'),
  ];
  // A range of pages has many digits, but identifies no more than a single page.
  if (locator === null || !hasIdentifyingWord(normalizeWords(locator))) return candidates;
  const description = 'a place in a confidential source';
  return [{ text: locator, description, minLength: minProseLength, publicIn: 'report' }, ...candidates];
}

/** Lists the candidates of a confidential source: its fields, its files, and the evidence from it. */
export function listCandidates(
  review: Review,
  source: Source,
  publicNames: ReadonlySet<string>,
): TermCandidate[] {
  const key = `sources/${source.id}` as const;
  const minLength = minNameLength;
  const fileName = 'the name of a file of a confidential source';
  return [
    ...listSourceCandidates(source, publicNames),
    ...listProseCandidates(source.standingReason, 'the reason why a confidential source no longer stands'),
    ...findReferrers(review, key, 'attachments').flatMap(({ name, sha256 }) => [
      { text: name, description: fileName, minLength },
      ...listPartCandidates(listFileNameParts(name), fileName, 'report'),
      { text: sha256, description: 'the SHA-256 of a file of a confidential source', minLength },
    ]),
    ...findReferrers(review, key, 'evidence').flatMap(listEvidenceCandidates),
  ];
}

/** Lists the normalized titles and publishers of public sources: names of works and organizations, not of persons. */
export function listPublicNames(sources: readonly Source[]): Set<string> {
  const names = sources
    .filter(({ confidential }) => !confidential)
    .flatMap(({ kind, title, publisher }) => [publisher, sourceKindTraits[kind].isPerson ? null : title]);
  return new Set(names.flatMap((name) => (name === null ? [] : normalize(name))));
}
