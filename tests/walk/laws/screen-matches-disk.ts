import { getReviewQueue } from '../../../shared/domain/review/review-queue';
import type { StoredReview } from '../app/stored-review';
import type { Model } from '../model/model';
import type { ScreenState } from '../page/screen/screen-state';
import { articleMatchesDisk } from './article-matches-disk';
import { cardMatchesDisk } from './card-matches-disk';
import { claimListMatchesDisk } from './claim-list-matches-disk';
import { coverageAddsUp } from './coverage-adds-up';
import { deriveExpectedClaims, formatStatusCounts } from './expected-claims';
import { unless } from './unless';

/** The list, the margin, the marks, the card and all counts show what is stored, and agree on the current claim. */
export function screenMatchesDisk(screen: ScreenState, stored: StoredReview, model: Model): string[] {
  const { claims, unplaced } = deriveExpectedClaims(stored);
  const allClaims = [...claims, ...unplaced];
  const counts = formatStatusCounts(allClaims.map(({ status }) => status));
  return [
    ...unless(
      screen.draft === `Draft ${stored.draft.number}`,
      `${screen.draft ?? 'no draft'} is on the screen, not draft ${stored.draft.number}`,
    ),
    ...unless(
      screen.statusBar.includes(counts),
      `the status bar says “${screen.statusBar}”, not “${counts}”`,
    ),
    ...coverageAddsUp(screen, stored),
    ...queueCountMatchesDisk(screen, stored),
    ...claimListMatchesDisk(screen, allClaims, model),
    ...articleMatchesDisk(screen, claims, stored.draft),
    ...cardMatchesDisk(screen, stored, claims, model),
  ];
}

function queueCountMatchesDisk({ queueCount, kind }: ScreenState, { review, draft }: StoredReview): string[] {
  if (queueCount === null)
    return unless(kind !== 'queue', 'the queue does not say how many claims need review');
  const expected = getReviewQueue(review, draft).length;
  return unless(
    queueCount === expected,
    `the screen says that ${queueCount} claims need review, not ${expected}`,
  );
}
