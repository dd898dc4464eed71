import type { Output } from '#shared/contract/commands/commands.ts';
import { getClaimStatus } from '#shared/domain/claims/recheck.ts';
import { findPlacement } from '#shared/domain/review/placed-claims.ts';
import { type ReviewData, reviewFromData } from '#shared/domain/review/review-data.ts';
import { openTestLibrary } from './test-library.ts';

/** The content of the library as the version that wrote it shows it. */
export interface ExpectedLibrary {
  settings: object;
  articles: {
    articleId: string;
    title: string;
    binnedAt: string | null;
    /** The number of changes that can be undone. */
    steps: number;
    canRedo: boolean;
    text: string;
    review: ReviewData;
    /** The status of each claim, by its id. */
    statuses: Record<string, string>;
    /** The article after undoing everything. */
    atStart: { text: string; review: ReviewData };
  }[];
}

/** Describes the library in `folder`, all of whose steps are undone meanwhile. */
export async function describeLibrary(folder: string): Promise<ExpectedLibrary> {
  const { call, core } = openTestLibrary(folder);
  const settings = await call('settings.get', null);
  const { articles, problems } = await call('library.list', null);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const expected: ExpectedLibrary = { settings, articles: [] };
  for (const { id: articleId, title, binnedAt } of articles) {
    const opened = await call('review.open', { articleId });
    const { review, draft, canRedo } = opened;
    const statuses = findStatuses(opened);
    let steps = 0;
    for (let more = opened.canUndo; more; steps += 1)
      more = (await call('review.undo', { articleId })).canUndo;
    const start = await call('review.open', { articleId });
    const atStart = { text: start.draft.text, review: start.review };
    expected.articles.push({
      articleId,
      title,
      binnedAt,
      steps,
      canRedo,
      text: draft.text,
      review,
      statuses,
      atStart,
    });
  }
  await core.close();
  return expected;
}

/** Finds the status of each claim of an article in its newest draft, by the claim's id. */
export function findStatuses({
  review: data,
  draft,
}: Pick<Output<'review.open'>, 'review' | 'draft'>): Record<string, string> {
  const review = reviewFromData(data);
  const claims = [...review.claims.values()];
  return Object.fromEntries(
    claims.map((claim) => {
      const span = findPlacement(review, claim.id, draft.id)?.span ?? null;
      return [claim.id, getClaimStatus(review, draft, claim, span)];
    }),
  );
}
