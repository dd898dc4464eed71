import type { Evidence } from '../../domain/evidence';
import { findReferrers, type Review } from '../../domain/review/review';
import type { Source } from '../../domain/source';
import { sourceKindTraits } from '../source-kind-traits';
import { hasIdentifyingWord } from './is-identifying';
import { normalizeWords } from './normalize-for-search';
import {
  listAddressVariants,
  listAuthorVariants,
  listContactVariants,
  listProseVariants,
  listTitleVariants,
  minExcerptLength,
} from './term-variants';

/** In letters and digits: shorter terms occur anywhere by chance. */
const minNameLength = 2;
const minProseLength = 6;

/** A string that becomes a term if it identifies somebody or something. */
export interface TermCandidate {
  text: string;
  description: string;
  minLength: number;
  canRepeatIfPublic?: boolean;
}

function normalize(text: string): string {
  return normalizeWords(text).join('');
}

function listSourceCandidates(source: Source, publicNames: ReadonlySet<string>): TermCandidate[] {
  const { kind, title, author, publisher, contact, url, archiveUrl } = source;
  const canHaveWorkName = (field: string) =>
    field === 'author' || (field === 'title' && !sourceKindTraits[kind].isPerson);
  const candidates = (text: string | null, field: string, listVariants: (text: string) => string[]) =>
    (text === null ? [] : listVariants(text)).map((variant) => ({
      text: variant,
      description: `the ${field} of a confidential source`,
      minLength: minNameLength,
      canRepeatIfPublic:
        field === 'publisher' || (canHaveWorkName(field) && publicNames.has(normalize(variant))),
    }));
  return [
    ...candidates(title, 'title', listTitleVariants),
    ...candidates(author, 'author', listAuthorVariants),
    ...candidates(publisher, 'publisher', (text) => [text]),
    ...candidates(contact, 'contact', listContactVariants),
    ...candidates(url, 'address', listAddressVariants),
    ...candidates(archiveUrl, 'archive address', listAddressVariants),
  ];
}

function listProseCandidates(text: string | null, description: string): TermCandidate[] {
  if (text === null) return [];
  const canRepeatIfPublic = normalize(text).length < minExcerptLength;
  return [
    { text, description, minLength: minProseLength, canRepeatIfPublic },
    ...listProseVariants(text).map((variant) => ({
      text: variant,
      description,
      minLength: minExcerptLength,
    })),
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
  return [{ text: locator, description, minLength: minProseLength, canRepeatIfPublic: true }, ...candidates];
}

/** Lists the candidates of a confidential source: its fields, its files, and the evidence from it. */
export function listCandidates(
  review: Review,
  source: Source,
  publicNames: ReadonlySet<string>,
): TermCandidate[] {
  const key = `sources/${source.id}` as const;
  const minLength = minNameLength;
  return [
    ...listSourceCandidates(source, publicNames),
    ...listProseCandidates(source.standingReason, 'the reason why a confidential source no longer stands'),
    ...findReferrers(review, key, 'attachments').flatMap(({ name, sha256 }) => [
      { text: name, description: 'the name of a file of a confidential source', minLength },
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
