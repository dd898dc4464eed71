import { getFormerWords } from '../../../shared/domain/claims/retired-claims';
import type { LibraryEntry } from '../../../shared/domain/library/library-entry';
import { sourceKindLabels } from '../../../shared/domain/source';
import { statusLooks } from '../../../shared/domain/verdict';
import type { PaletteItem } from '../../features/palette/search-palette';
import { currentSession } from '../../state/article/open-review';
import { showArticle } from '../../state/article/show-article';
import type { Session } from '../../state/review/session';
import { goToListedClaim, showSource } from '../../state/view/navigate';
import { showCardIfNarrow, showPanel } from '../../state/view/panels';

/** Longest part of a claim that is searched and shown, in UTF-16 code units. */
const maxClaimLength = 160;

/** The claims of the open article, by number; those without a place come last. */
export function createClaimItems(session: Session): PaletteItem[] {
  const listed = [...session.outline(), ...session.unplaced()];
  return listed.map((claim) => {
    const words = claim.span
      ? session.draft.text.slice(
          claim.span.start,
          Math.min(claim.span.end, claim.span.start + maxClaimLength),
        )
      : getFormerWords(claim.placement).slice(0, maxClaimLength);
    return {
      id: `claim/${claim.claim.id}`,
      label: claim.number === null ? words : `${claim.number} ${words}`,
      detail: statusLooks[claim.status].label,
      obstacle: null,
      run: () => {
        goToListedClaim(claim);
        showCardIfNarrow();
      },
    };
  });
}

/** The sources of the open article, by title. */
export function createSourceItems({ review }: Session): PaletteItem[] {
  return [...review.sources.values()].map((source) => ({
    id: `source/${source.id}`,
    label: source.title,
    detail: [sourceKindLabels[source.kind], source.author].filter(Boolean).join(', '),
    obstacle: null,
    run: () => {
      showPanel('card');
      showSource(source.id);
    },
  }));
}

/** The articles of the library outside of the bin, without the open one. */
export function createArticleItems(articles: readonly LibraryEntry[]): PaletteItem[] {
  const openId = currentSession()?.articleId;
  return articles
    .filter(({ id, binnedAt }) => binnedAt === null && id !== openId)
    .map(({ id, title, byline }) => ({
      id: `article/${id}`,
      label: title,
      detail: byline ?? '',
      obstacle: null,
      run: () => void showArticle(id),
    }));
}
