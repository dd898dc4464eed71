import { ClosingError } from '#main/base/stet-error.ts';
import { createGiveWay } from '#main/base/tasks.ts';
import type { PeekedArticle } from '#main/storage/reviews/peek-article.ts';
import type { ArticleOverview } from '#shared/contract/commands/library-commands.ts';
import type { CoverageJob } from '#shared/coverage/count-coverage.ts';
import { listDismissals } from '#shared/coverage/dismissal-edits.ts';
import { findUnplacedClaims } from '#shared/domain/claims/review-queue.ts';
import {
  countEvidence,
  createTimeline,
  listVerdictChanges,
  type VerdictChange,
} from '#shared/domain/library/overview.ts';
import { listPlacedClaims } from '#shared/domain/review/placed-claims.ts';
import { getArticle, getNewestDraft, type Review } from '#shared/domain/review/review.ts';
import type { HandlerContext, HandlersOf } from './context.ts';

export function createOverviewHandlers({
  platform,
  settings,
  tasks,
  library,
  reviews,
}: HandlerContext): HandlersOf<'overview'> {
  return {
    'overview.article': async ({ articleId }) =>
      (await reviews()).use(articleId, (store) =>
        store.readWithChanges((_review, changes) => createTimeline(listVerdictChanges(changes))),
      ),
    'overview.library': ({ taskId }) =>
      tasks.run(taskId, async ({ signal, reportProgress }) => {
        const entries = (await library()).list().filter(({ binnedAt }) => binnedAt === null);
        const open = await reviews();
        const { spotting } = (await settings()).current();
        const giveWay = createGiveWay();
        const articles: ArticleOverview[] = [];
        const unreadable: string[] = [];
        const changes: VerdictChange[] = [];
        for (const [index, { id, title }] of entries.entries()) {
          signal.throwIfAborted();
          reportProgress(title, index, entries.length);
          try {
            const read = await open.peek(id, 'whole', (article) => readFigures(article, spotting));
            const coverage = await platform.countCoverage(read.coverageJob, signal);
            if (read.isDamaged) unreadable.push(title);
            else articles.push({ id, figures: read.figures, coverage });
            for (const change of read.changes) changes.push(change);
          } catch (error) {
            // Cancelled, or overtaken by the end.
            signal.throwIfAborted();
            if (error instanceof ClosingError) throw error;
            platform.log.error('an article can’t be read for the overview', error);
            unreadable.push(title);
          }
          await giveWay();
        }
        return { articles, unreadable, timeline: createTimeline(changes) };
      }),
  };
}

function readFigures({ review, draft, changes, isDamaged }: PeekedArticle, isSpotting: boolean) {
  const { text, blocks, language } = draft;
  const coverageJob: CoverageJob = {
    draft: { text, blocks, language },
    spottingLanguage: getArticle(review).language ?? language,
    claims: listPlacedClaims(review, draft.id).map(({ span }) => span),
    dismissals: listDismissals(review, draft.id).map(({ span }) => span),
    isSpotting,
  };
  return {
    isDamaged,
    figures: countEvidence(review, listCountedClaimIds(review)),
    changes: listVerdictChanges(changes),
    coverageJob,
  };
}

/** The claims that count in the newest draft: placed, or waiting for a place. */
function listCountedClaimIds(review: Review): string[] {
  const { id } = getNewestDraft(review);
  return [...listPlacedClaims(review, id), ...findUnplacedClaims(review, id)].map(({ claim }) => claim.id);
}
