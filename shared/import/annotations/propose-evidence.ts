import type { NamedSource, StoredAnnotation } from '#shared/domain/base/evidence.ts';
import type { ArticleReference } from '#shared/domain/sources/article-references.ts';
import { readAddressFields } from '#shared/references/address-fields.ts';
import { type AnnotationReading, readAnnotation } from '#shared/references/annotations/read-annotation.ts';
import type { Span } from '#shared/text/span.ts';
import { type AnnotationChoice, formatAnnotation, toStoredAnnotation } from '../base/annotation.ts';
import type { DraftProposal, ProposedClaim } from '../base/proposal.ts';
import { listNoteReferences } from './notes-as-sources.ts';
import { findReferringSentences } from './referring-sentences.ts';

/** The reading of an annotation that names nothing: its words alone are there for the checker to look at. */
const nothingRead: AnnotationReading = { source: null, locator: null, quote: null };

/**
 * Makes proposed evidence of the author's annotations. The claim of an author's comment has no note: a note goes into reports,
 * and an annotation never does. Each note that is the author's source makes a claim on the sentence that refers to it. Comments
 * of editors stay notes.
 */
export function proposeEvidence(
  proposal: DraftProposal,
  { authors, areNotesSources }: AnnotationChoice,
): DraftProposal {
  const names = new Set(authors);
  if (names.size === 0 && !areNotesSources) return proposal;
  const claims = proposal.claims.map((claim) => readComments(claim, names));
  const notes = areNotesSources ? createNoteClaims(proposal) : [];
  return { ...proposal, ...(areNotesSources && { areNotesSources }), claims: [...claims, ...notes] };
}

/** A thread can hold both: what its author wrote is proposed evidence, what editors wrote in it stays the claim's note. */
function readComments(claim: ProposedClaim, authors: ReadonlySet<string | null>): ProposedClaim {
  const comments = claim.annotation?.comments ?? [];
  const own = comments.filter(({ by }) => authors.has(by));
  const others = comments.filter(({ by }) => !authors.has(by));
  const annotation = claim.annotation && toStoredAnnotation(claim.annotation);
  // The author answers a claim of ours there, and names no source of the article's.
  if (!annotation || own.length === 0 || claim.annotation?.returned) return claim;
  const readings = own.flatMap(({ text }) => readAnnotation(text));
  const isAllOwn = others.length === 0 && claim.annotation?.remark === undefined;
  const format = (comments: typeof own) => formatAnnotation({ comments, isResolved: false });
  return {
    ...claim,
    note: format(others),
    proposedEvidence: addAnnotation(
      isAllOwn ? annotation : { ...annotation, authorText: format(own) ?? '' },
      readings,
    ),
  };
}

function addAnnotation(annotation: StoredAnnotation, readings: readonly AnnotationReading[]) {
  const list = readings.length === 0 ? [nothingRead] : readings;
  return list.map((reading) => ({ annotation, ...reading }));
}

/** Counts the claims that notes make if they are the author's sources. */
export function countNoteClaims(proposal: DraftProposal): number {
  return findNoteSentences(proposal).length;
}

/** The references to notes, each with the sentence that it belongs to. */
function findNoteSentences(proposal: DraftProposal): { reference: ArticleReference; span: Span }[] {
  const references = listNoteReferences(proposal);
  const sentences = findReferringSentences(
    proposal,
    references.map(({ span }) => span),
  );
  return references.flatMap((reference, index) => {
    const span = sentences[index] ?? null;
    return span ? [{ reference, span }] : [];
  });
}

function createNoteClaims(proposal: DraftProposal): ProposedClaim[] {
  return findNoteSentences(proposal).map(({ reference, span }): ProposedClaim => {
    const annotation = { by: null, at: null, text: reference.words };
    return {
      span,
      verdict: 'unchecked',
      annotation: null,
      evidence: [],
      note: null,
      correction: null,
      claimant: null,
      kind: null,
      proposedEvidence: addAnnotation(annotation, readNote(reference)),
    };
  });
}

/** Reads a note that is the author's source. Its link may lie on words, which do not contain the address. */
export function readNote({ words, url }: ArticleReference): AnnotationReading[] {
  const readings = readAnnotation(words);
  if (url === null || readings.some(({ source }) => source?.url != null)) return readings;
  const [first] = readings;
  const fields = readAddressFields(url);
  const linked: NamedSource = {
    kind: 'webPage',
    title: null,
    author: null,
    publisher: null,
    publishedAt: null,
    accessedAt: null,
    contact: null,
    confidential: false,
    ...fields,
    url,
  };
  if (!first || first.source?.kind === 'person') return [{ ...nothingRead, source: linked }, ...readings];
  return [{ ...first, source: { ...linked, ...first.source, url } }, ...readings.slice(1)];
}
