import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import {
  getAuthorText,
  hasImportedNote,
  listUnplacedComments,
  type ProposedEvidence,
} from '#shared/domain/base/evidence.ts';
import type { Review } from '#shared/domain/review/review.ts';
import type { ReviewData } from '#shared/domain/review/review-data.ts';
import { listAuthorNotes, splitNote } from '#shared/domain/sources/article-references.ts';
import { findContacts, findNames } from '#shared/references/annotations/people.ts';
import type { LeakLevel } from '#shared/reports/base/leak.ts';
import { collapseWhitespace } from '#shared/text/format/wording.ts';
import type { ConfidentialTerm } from '../search/confidential-term.ts';
import { listPersonParts } from './names.ts';
import {
  certain,
  listCandidates,
  listPartCandidates,
  listProseCandidates,
  listPublicNames,
  listSourceCandidates,
  minNameLength,
  type TermCandidate,
} from './term-candidates.ts';
import { isIdentifying, listContactVariants } from './term-variants.ts';

/** Makes a candidate a possible leak, so that the reviewer is asked about it. */
function ask({ term, minLength }: TermCandidate): TermCandidate {
  return { term: { ...term, level: 'possible' }, minLength };
}

/** Lists the telephone numbers and e-mail addresses in a text. `description` names the text. */
function listContactCandidates(text: string, description: string): TermCandidate[] {
  return findContacts(text)
    .flatMap((contact) => listContactVariants(contact.text))
    .map((variant) => certain(variant, `a telephone or e-mail in ${description}`, minNameLength));
}

/** Lists the names in a text that may be people's. Names that the article prints are public. */
function listNameCandidates(text: string, description: string): TermCandidate[] {
  return findNames(text).flatMap((name) =>
    listPartCandidates(
      [{ text: name.text, level: 'possible' }, ...listPersonParts(name.text)],
      description,
      'article',
    ).map(ask),
  );
}

/**
 * Lists the words of a text. `level` is the highest level that they get: words that may come from a public source that the text names
 * are only possible leaks.
 */
function listWordCandidates(text: string, description: string, level: LeakLevel): TermCandidate[] {
  return listProseCandidates(text, description).map(({ term, minLength }) => {
    const isWeaker = level === 'possible' && term.level === 'certain';
    return { term: isWeaker ? { ...term, level, publicIn: 'report' } : term, minLength };
  });
}

/** Lists the candidates of a text that may name people and sources, and that no report prints. */
function listOpenCandidates(text: string, description: string): TermCandidate[] {
  return [
    ...listContactCandidates(text, description),
    ...listWordCandidates(text, description, 'possible'),
    // A person can stand beside a link or a file as well.
    ...listNameCandidates(text, description),
  ];
}

const person = 'a person whom the author named';
const annotation = 'an annotation of the author';
const authorNote = 'a note that is the author’s source';
const unplacedComment = 'a comment on no words of the article';
const importedNote = 'an imported comment';
const authorAnswer = 'an answer of the author';

/**
 * Lists the candidates of the author's annotations: their contacts, and their words until the checker accepts the proposed evidence.
 * Accepted evidence has a source in the review, which has its own mark for confidential.
 */
function listProposedCandidates(review: Review): TermCandidate[] {
  const proposed = [...review.proposedEvidence.values()];
  const open = proposed.filter(({ state }) => state !== 'accepted');
  const isPrivate = ({ source }: ProposedEvidence) => !source || source.confidential;
  const listTexts = (rows: readonly ProposedEvidence[]) =>
    rows.map((one) => getAuthorText(one.annotation)).filter((text) => text !== '');
  const privateTexts = new Set(listTexts(open.filter(isPrivate)));
  const otherTexts = new Set(listTexts(open).filter((text) => !privateTexts.has(text)));
  return [
    // No report prints a contact, even if the evidence was accepted.
    ...[...new Set(listTexts(proposed))].flatMap((text) => listContactCandidates(text, annotation)),
    ...[...privateTexts].flatMap((text) => [
      ...listWordCandidates(text, annotation, 'certain'),
      ...listNameCandidates(text, annotation),
    ]),
    ...[...otherTexts].flatMap((text) => listOpenCandidates(text, annotation)),
  ];
}

/** Lists the candidates of people whom the author named. They are confidential until the checker decides otherwise. */
function listPersonCandidates(review: Review, publicNames: ReadonlySet<string>): TermCandidate[] {
  return Array.from(review.proposedEvidence.values()).flatMap(({ source, state }) =>
    source?.confidential && state !== 'accepted' ? listSourceCandidates(source, publicNames, person) : [],
  );
}

/** Lists the candidates of the author's notes, except those that became proposed evidence, which are listed with it. */
function listNoteCandidates(review: Review, draft: Draft): TermCandidate[] {
  const known = new Set(Array.from(review.proposedEvidence.values(), ({ annotation }) => annotation.text));
  return listAuthorNotes(review, draft)
    .map(({ start, end }) => collapseWhitespace(splitNote(draft.text.slice(start, end)).words))
    .filter((words) => words !== '' && !known.has(words))
    .flatMap((words) => listOpenCandidates(words, authorNote));
}

/** Lists the contacts in notes that came with a file, because their author may not have expected a report. */
function listImportedNoteCandidates(claims: Iterable<Claim>): TermCandidate[] {
  return Array.from(claims)
    .filter(hasImportedNote)
    .flatMap(({ note }) => listContactCandidates(note ?? '', importedNote))
    .map(({ term, minLength }) => ask({ term: { ...term, publicIn: 'report' }, minLength }));
}

function listAnswerTexts(claims: Iterable<Pick<Claim, 'answers'>>): string[] {
  return Array.from(claims).flatMap(({ answers }) =>
    answers.flatMap(({ replies }) => replies.map(({ text }) => text)),
  );
}

/**
 * Lists the candidates of everything that a review's imports brought along with the text: the author's annotations, notes, comments
 * and answers.
 */
function listAnnotationCandidates(
  review: Review,
  draft: Draft,
  publicNames: ReadonlySet<string>,
): TermCandidate[] {
  const ofAuthor = [
    ...listProposedCandidates(review),
    ...listNoteCandidates(review, draft),
    ...listUnplacedComments(draft).flatMap((text) => listOpenCandidates(text, unplacedComment)),
    ...listImportedNoteCandidates(review.claims.values()),
    ...listAnswerTexts(review.claims.values()).flatMap((text) => listOpenCandidates(text, authorAnswer)),
  ];
  return [
    ...listPersonCandidates(review, publicNames),
    ...ofAuthor.map(({ term, minLength }) => ({ term: { ...term, isOfAuthor: true } as const, minLength })),
  ];
}

/** Whether a review or a draft holds anything that `listAnnotationCandidates` lists. */
export function hasAnnotations(
  { drafts, proposedEvidence, claims }: Pick<ReviewData, 'drafts' | 'proposedEvidence' | 'claims'>,
  draft: Draft,
): boolean {
  const areNotesSources = drafts.some((row) => row.id === draft.id && row.areNotesSources);
  return (
    proposedEvidence.length > 0 ||
    (areNotesSources && draft.blocks.some(({ kind }) => kind === 'note')) ||
    listUnplacedComments(draft).length > 0 ||
    listAnswerTexts(claims).length > 0 ||
    claims.some((claim) => hasImportedNote(claim) && findContacts(claim.note ?? '').length > 0)
  );
}

/**
 * Collects the identifying strings of a review's confidential sources and annotations: whole values and their parts. Among equal
 * strings, a certain one is kept, or else the first.
 */
export function collectConfidentialTerms(review: Review, draft: Draft): ConfidentialTerm[] {
  const sources = Array.from(review.sources.values());
  const publicNames = listPublicNames(sources);
  const terms = new Map<string, ConfidentialTerm>();
  const candidates = [
    ...sources
      .filter(({ confidential }) => confidential)
      .flatMap((source) => listCandidates(review, source, publicNames)),
    ...listAnnotationCandidates(review, draft, publicNames),
  ];
  for (const { term, minLength } of candidates) {
    const { text, level, isCapitalized = false, isRun = false, isAlwaysAsked = false, form = '' } = term;
    // A word may be certain with a capital letter and only possible without one, and each of its forms is searched differently.
    const key = `${isCapitalized ? '^' : ' '}${form} ${text}`;
    const existing = terms.get(key);
    if (existing && (existing.level === 'certain' || level === 'possible')) continue;
    if (!isRun && !isAlwaysAsked && !isIdentifying(text, minLength)) continue;
    terms.set(key, existing && !existing.isOfAuthor ? { ...term, isOfAuthor: undefined } : term);
  }
  return [...terms.values()];
}
