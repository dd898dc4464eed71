import type { Draft } from '../../../../shared/domain/draft';
import { findNamed, type NamedSource, takeOver } from '../../../../shared/domain/sources/adopt-references';
import {
  type ArticleReference,
  referencesIn,
  referencesOn,
} from '../../../../shared/domain/sources/article-references';
import { findTie } from '../../../../shared/domain/sources/source-use';
import { namedSource } from '../../../../shared/references/named-source';
import { counted } from '../../../../shared/text/format/count-of';
import { mention } from '../../../state/notices';
import { showPanel } from '../../../state/reading/panels';
import { factsNow } from '../../../state/review/facts';
import { currentSession } from '../../../state/review/open-review';
import { useReviewView } from '../../../state/review/review-view';
import type { Session } from '../../../state/review/session';
import { showTie } from '../evidence/open-tie';

const known = new WeakMap<Draft, ArticleReference[]>();

/** What the article refers to. A draft is immutable, so it is looked through once. */
export function referencesOf(draft: Draft): ArticleReference[] {
  const references = known.get(draft) ?? referencesIn(draft);
  known.set(draft, references);
  return references;
}

/** The claims on whose passages a reference stands. */
function claimsAt(session: Session, reference: ArticleReference): string[] {
  return session
    .shown()
    .filter(({ span }) => referencesOn([reference], span).length > 0)
    .map(({ claim }) => claim.id);
}

/** What is asked for is there already: the first evidence that ties one of its claims to it opens, as after attaching it twice. */
function showTied(session: Session, named: readonly NamedSource[]): void {
  const { review } = session;
  const ties = named.flatMap(({ fields, claimIds }) => {
    const source = findNamed(review.sources.values(), fields);
    return claimIds.map((claimId) => source && findTie(review, claimId, source.id));
  });
  const tie = ties.find((there) => there?.claimId === useReviewView.getState().current);
  if (!tie) {
    mention('These sources are there already.');
    return;
  }
  showPanel('card');
  showTie(session, tie);
}

/** Takes sources over; for each, `claims` says what it is tied to. False when the article was left meanwhile. */
async function take(
  references: readonly ArticleReference[],
  claims: (reference: ArticleReference, session: Session) => string[],
): Promise<void> {
  const session = currentSession();
  const read = await Promise.all(
    references.map(async (reference) => ({ reference, ...(await namedSource(reference)) })),
  );
  if (!session || currentSession() !== session) return;
  const named = read.map(({ reference, ...source }) => ({ ...source, claimIds: claims(reference, session) }));
  const before = session.review.sources.size;
  const step = takeOver(session.review, named, factsNow());
  if (!step) showTied(session, named);
  else if (session.apply(step)) {
    const added = session.review.sources.size - before;
    mention(
      added === 0
        ? 'Tied to a source of this article.'
        : `${counted(added, 'source')} taken over from the article.`,
    );
  }
}

/** Makes evidence of the links and notes on the current claim's words. */
export function takeOnClaim(session: Session): void {
  const { current } = useReviewView.getState();
  const shown = current === null ? undefined : session.shownById().get(current);
  if (!shown) return;
  const here = referencesOn(referencesOf(session.draft), shown.span);
  if (here.length === 0) mention('There is no link and no note on the words of this claim.');
  else void take(here, () => [shown.claim.id]);
}

/** Takes links over as sources, tied to the claims they stand on. */
export function takeLinks(links: readonly ArticleReference[]): Promise<void> {
  return take(links, (reference, session) => claimsAt(session, reference));
}
