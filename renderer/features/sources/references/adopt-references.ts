import type { Draft } from '../../../../shared/domain/draft';
import {
  adoptReferences,
  findReferencedSource,
  type ReferencedSource,
} from '../../../../shared/domain/sources/adopt-references';
import {
  type ArticleReference,
  filterReferencesInSpan,
  findReferences,
} from '../../../../shared/domain/sources/article-references';
import { findEvidence } from '../../../../shared/domain/sources/evidence-edits';
import { readArticleReference } from '../../../../shared/references/read-article-reference';
import { formatCount } from '../../../../shared/text/format/format-count';
import { currentSession } from '../../../state/article/open-review';
import { showNotice } from '../../../state/notices';
import { currentEditContext } from '../../../state/review/edit-context';
import type { Session } from '../../../state/review/session';
import { showPanel } from '../../../state/view/panels';
import { useReviewView } from '../../../state/view/review-view';
import { showExistingEvidence } from '../evidence/existing-evidence';

const referencesByDraft = new WeakMap<Draft, ArticleReference[]>();

/** Finds the links and notes of a draft. A draft is immutable, so the result is cached. */
export function getReferences(draft: Draft): ArticleReference[] {
  const references = referencesByDraft.get(draft) ?? findReferences(draft);
  referencesByDraft.set(draft, references);
  return references;
}

/** Adopts the links and notes on the current claim's words as its evidence. */
export function adoptReferencesOfClaim(session: Session): void {
  const { currentClaimId } = useReviewView.getState();
  const current = currentClaimId === null ? undefined : session.outlineById().get(currentClaimId);
  if (!current) return;
  const references = filterReferencesInSpan(getReferences(session.draft), current.span);
  if (references.length === 0) showNotice('There is no link and no note on the words of this claim.');
  else void adoptAsSources(references, () => [current.claim.id]);
}

/** Adopts links as sources, and as evidence of the claims that they are on. */
export function adoptLinks(links: readonly ArticleReference[]): Promise<void> {
  return adoptAsSources(links, (link, session) => listClaimIdsAt(session, link));
}

/** Does nothing when the article was left while the references were read. */
async function adoptAsSources(
  references: readonly ArticleReference[],
  listClaimIds: (reference: ArticleReference, session: Session) => string[],
): Promise<void> {
  const session = currentSession();
  const readable = await Promise.all(
    references.map(async (reference) => ({ reference, ...(await readArticleReference(reference)) })),
  );
  if (!session || currentSession() !== session) return;
  const sources = readable.map(({ reference, ...source }) => ({
    ...source,
    claimIds: listClaimIds(reference, session),
  }));
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
