import { findContacts, findNames } from '../../../references/annotations/people';
import type { LeakLevel } from '../leak';
import { listPersonParts } from './name-parts';
import {
  certain,
  listPartCandidates,
  listProseCandidates,
  minNameLength,
  type TermCandidate,
} from './term-candidates';
import { listContactVariants } from './term-variants';

/** Makes a candidate only possible: the reviewer is asked about it. */
export function ask({ term, minLength }: TermCandidate): TermCandidate {
  return { term: { ...term, level: 'possible' }, minLength };
}

/** Lists the telephones and e-mail addresses in a text. `description` names the text. */
export function listContactCandidates(text: string, description: string): TermCandidate[] {
  return findContacts(text)
    .flatMap((contact) => listContactVariants(contact.text))
    .map((variant) => certain(variant, `a telephone or e-mail in ${description}`, minNameLength));
}

/** Lists the names in a text that may be those of people. Names that the article prints are public. */
export function listNameCandidates(text: string, description: string): TermCandidate[] {
  return findNames(text).flatMap((name) =>
    listPartCandidates(
      [{ text: name.text, level: 'possible' }, ...listPersonParts(name.text)],
      description,
      'article',
    ).map(ask),
  );
}

/**
 * Lists the words of a text. They are certain where it is about a person, or about nothing that can be read; elsewhere, they
 * may be those of the source that it names.
 */
export function listWordCandidates(text: string, description: string, level: LeakLevel): TermCandidate[] {
  return listProseCandidates(text, description).map(({ term, minLength }) => {
    const isWeaker = level === 'possible' && term.level === 'certain';
    return { term: isWeaker ? { ...term, level, publicIn: 'report' } : term, minLength };
  });
}

/** Lists the candidates of a text that no report prints, and that may name people and sources. */
export function listOpenCandidates(text: string, description: string): TermCandidate[] {
  return [
    ...listContactCandidates(text, description),
    ...listWordCandidates(text, description, 'possible'),
    // A person can stand beside a link or a file as well.
    ...listNameCandidates(text, description),
  ];
}
