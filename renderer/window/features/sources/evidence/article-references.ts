import { showNotice } from '#renderer/window/state/base/notices.ts';
import { currentSession } from '#renderer/window/state/review/open-review.ts';
import { currentEditContext } from '#renderer/window/state/review/reviewer.ts';
import type { Session } from '#renderer/window/state/review/session.ts';
import { showPanel } from '#renderer/window/state/view/panels.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import type { Claim } from '#shared/domain/base/claim.ts';
import type { Draft } from '#shared/domain/base/draft.ts';
import {
  type ArticleReference,
  adoptReferences,
  areNotesSources,
  filterReferencesInSpan,
  findReferencedSource,
  findReferences,
  type ReferencedSource,
} from '#shared/domain/sources/article-references.ts';
import { findEvidence } from '#shared/domain/sources/evidence-edits.ts';
import { listProposedEvidence, toSourceFields } from '#shared/domain/sources/proposed-evidence-edits.ts';
import { readNote } from '#shared/import/annotations/propose-evidence.ts';
import { readAnnotation } from '#shared/references/annotations/read-annotation.ts';
import { readArticleReference } from '#shared/references/records/read-reference.ts';
import { formatCount } from '#shared/text/format/numbers.ts';
import type { Span } from '#shared/text/span.ts';
import { openNextProposed } from './evidence-actions.ts';
import { showExistingEvidence } from './existing-evidence.ts';

const referencesByDraft = new WeakMap<Draft, ArticleReference[]>();

/** Finds the links and notes of a draft. A draft is immutable, so the result is cached. */
export function getReferences(draft: Draft): ArticleReference[] {
  const references = referencesByDraft.get(draft) ?? findReferences(draft);
  referencesByDraft.set(draft, references);
  return references;
}

/** Lists the links and notes on the words of a claim, except the notes that the author's proposed evidence was read from. */
export function listReferencesOfClaim(
  { review, draft }: Session,
  claimId: string,
  span: Span,
): ArticleReference[] {
  const proposed = new Set(listProposedEvidence(review, claimId).map(({ annotation }) => annotation.text));
  return filterReferencesInSpan(getReferences(draft), span).filter(
    ({ isNote, words }) => !isNote || !proposed.has(words),
  );
}

/** Lists the sources that the note of a claim names, such as those in the comment of an editor. */
export function listSourcesInNote({ note }: Pick<Claim, 'note'>): Omit<ReferencedSource, 'claimIds'>[] {
  return readAnnotation(note ?? '').flatMap((reading) => {
    const fields = reading.source?.url == null ? null : toSourceFields(reading);
    return fields ? [{ fields, locator: reading.locator }] : [];
  });
}

/**
 * Adds the next source that is named for the current claim: opens the form of what the author proposed, else adds the links and
 * notes on its words and the addresses in its note.
 */
export function adoptReferencesOfClaim(session: Session): void {
  const { currentClaimId } = useReviewView.getState();
  if (currentClaimId === null || openNextProposed(session, currentClaimId)) return;
  adoptReferencesOfWords(session);
}

/** The same without what the author proposed. */
export function adoptReferencesOfWords(session: Session): void {
  const { currentClaimId } = useReviewView.getState();
  if (currentClaimId === null) return;
  const current = session.outlineById().get(currentClaimId);
  if (!current) return;
  const { claim, span } = current;
  const references = listReferencesOfClaim(session, claim.id, span);
  const inNote = listSourcesInNote(claim).map((source) => ({ ...source, claimIds: [claim.id] }));
  if (references.length + inNote.length > 0) void adoptAsSources(references, () => [claim.id], inNote);
  else showNotice('Nothing names a source for this claim: no link, no note, and no address in your note.');
}

/** Adopts links as sources, and as evidence of the claims that they are on. */
export function adoptLinks(links: readonly ArticleReference[]): Promise<void> {
  return adoptAsSources(links, (link, session) => listClaimIdsAt(session, link));
}

/** Does nothing when the article was left while the references were read. */
async function adoptAsSources(
  references: readonly ArticleReference[],
  listClaimIds: (reference: ArticleReference, session: Session) => string[],
  others: readonly ReferencedSource[] = [],
): Promise<void> {
  const session = currentSession();
  const isOfAuthor = session !== null && areNotesSources(session.review, session.draft);
  const readable = await Promise.all(
    references.map(async (reference) => {
      const read =
        isOfAuthor && reference.isNote ? readAuthorNote(reference) : [await readArticleReference(reference)];
      return read.map((source) => ({ reference, ...source }));
    }),
  );
  if (!session || currentSession() !== session) return;
  const sources = readable
    .flat()
    .map(({ reference, ...source }) => ({ ...source, claimIds: listClaimIds(reference, session) }));
  if (sources.length + others.length > 0) adopt(session, [...sources, ...others]);
  else showNotice('The note names no source that can be read. Add it yourself.');
}

/** The sources that a note of the author names. Its words are an annotation: they make no title, and its people are confidential. */
function readAuthorNote(note: ArticleReference): Omit<ReferencedSource, 'claimIds'>[] {
  return readNote(note).flatMap((reading) => {
    const fields = toSourceFields(reading);
    return fields ? [{ fields, locator: reading.locator }] : [];
  });
}

function adopt(session: Session, sources: readonly ReferencedSource[]): void {
  const countBefore = session.review.sources.size;
  const step = adoptReferences(session.review, sources, currentEditContext());
  if (!step) showAdopted(session, sources);
  else if (session.apply(step)) {
    const addedCount = session.review.sources.size - countBefore;
    showNotice(
      addedCount === 0
        ? 'Evidence added from a source of this article.'
        : `${formatCount(addedCount, 'source')} added from the article.`,
    );
  }
}

function listClaimIdsAt(session: Session, reference: ArticleReference): string[] {
  return session
    .outline()
    .filter(({ span }) => filterReferencesInSpan([reference], span).length > 0)
    .map(({ claim }) => claim.id);
}

/** Says that all references were adopted before, and opens the evidence of the current claim if it has some from them. */
function showAdopted(session: Session, sources: readonly ReferencedSource[]): void {
  const { review } = session;
  const { currentClaimId } = useReviewView.getState();
  const evidence = sources
    .flatMap(({ fields, claimIds }) => {
      const source = findReferencedSource(review.sources.values(), fields);
      return claimIds.map((claimId) => source && findEvidence(review, claimId, source.id));
    })
    .find((each) => each?.claimId === currentClaimId);
  if (!evidence) {
    showNotice('These sources have been added already.');
    return;
  }
  showPanel('card');
  showExistingEvidence(session, evidence);
}
