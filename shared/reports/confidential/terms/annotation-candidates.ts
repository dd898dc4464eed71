import type { ProposedEvidence } from '../../../domain/proposed-evidence';
import type { Review } from '../../../domain/review/review';
import { findContacts, findNames } from '../../../references/annotations/people';
import type { LeakLevel } from '../leak';
import { listPersonParts } from './name-parts';
import {
  certain,
  listPartCandidates,
  listProseCandidates,
  listSourceCandidates,
  minNameLength,
  type TermCandidate,
} from './term-candidates';
import { listContactVariants } from './term-variants';

const person = 'a person whom the author named';
const annotation = 'an annotation of the author';

/** Lists the telephones and e-mail addresses in an annotation. No report prints any, whatever became of the evidence. */
function listContactCandidates(text: string): TermCandidate[] {
  return findContacts(text)
    .flatMap((contact) => listContactVariants(contact.text))
    .map((variant) => certain(variant, `a telephone or e-mail in ${annotation}`, minNameLength));
}

/** Lists the names in an annotation that may be those of people. Names that the article prints are public. */
function listNameCandidates(text: string): TermCandidate[] {
  return findNames(text).flatMap((name) =>
    listPartCandidates(
      [{ text: name.text, level: 'possible' }, ...listPersonParts(name.text)],
      annotation,
      'article',
    ).map(({ term, minLength }) => ({ term: { ...term, level: 'possible' }, minLength })),
  );
}

/**
 * Lists the words of an annotation. They are certain where it is about a person, or about nothing that can be read; elsewhere, they
 * may be those of the source that it names.
 */
function listWordCandidates(text: string, level: LeakLevel): TermCandidate[] {
  return listProseCandidates(text, annotation).map(({ term, minLength }) => {
    const isWeaker = level === 'possible' && term.level === 'certain';
    return { term: isWeaker ? { ...term, level, publicIn: 'report' } : term, minLength };
  });
}

/** Accepted evidence has a source in the review, which says itself whether it is confidential. */
function isAccepted({ state }: ProposedEvidence): boolean {
  return state === 'accepted';
}

/**
 * Lists the candidates of annotations: what each says of people, and its words until the checker has accepted what it proposes.
 * `unplaced` are the texts of those that point at no words of the draft.
 */
export function listAnnotationCandidates(
  review: Review,
  unplaced: readonly string[],
  publicNames: ReadonlySet<string>,
): TermCandidate[] {
  const proposed = [...review.proposedEvidence.values()];
  const open = proposed.filter((one) => !isAccepted(one));
  const isPrivate = ({ source }: ProposedEvidence) => !source || source.confidential;
  const listTexts = (rows: readonly ProposedEvidence[]) => rows.map((one) => one.annotation.text);
  const texts = new Set([...listTexts(proposed), ...unplaced]);
  const privateTexts = new Set(listTexts(open.filter(isPrivate)));
  const otherTexts = new Set([...listTexts(open), ...unplaced].filter((text) => !privateTexts.has(text)));
  return [
    ...open.flatMap(({ source }) =>
      source?.confidential ? listSourceCandidates({ ...source, archiveUrl: null }, publicNames, person) : [],
    ),
    ...[...texts].flatMap(listContactCandidates),
    ...[...privateTexts].flatMap((text) => listWordCandidates(text, 'certain')),
    ...[...otherTexts].flatMap((text) => listWordCandidates(text, 'possible')),
    // A person can stand beside a link or a file as well.
    ...[...privateTexts, ...otherTexts].flatMap(listNameCandidates),
  ];
}
