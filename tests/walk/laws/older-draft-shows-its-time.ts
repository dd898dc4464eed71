import type { PastDraft } from '../app/stored-review';
import { fromScreen, type Model, noFilter } from '../model/model';
import type { ScreenState } from '../page/screen/screen-state';
import { articleMatchesDisk } from './article-matches-disk';
import { claimListMatchesDisk } from './claim-list-matches-disk';
import { deriveExpectedClaims, formatStatusCounts } from './expected-claims';
import { unless } from './unless';

/** An older draft shows the claims and verdicts as they stood when the next draft was added, by the history on the disk. */
export function olderDraftShowsItsTime(screen: ScreenState, past: PastDraft, model: Model): string[] {
  const { claims, unplaced } = deriveExpectedClaims(past);
  const all = [...claims, ...unplaced];
  const counts = formatStatusCounts(all.map(({ status }) => status));
  return [
    ...unless(
      screen.draft === `Draft ${past.draft.number}`,
      `${screen.draft ?? 'no draft'} is on the screen, not the older draft ${past.draft.number}`,
    ),
    ...unless(
      screen.statusBar.includes(counts),
      `the status bar of an older draft says “${screen.statusBar}”, not “${counts}”`,
    ),
    ...claimListMatchesDisk(screen, all, { ...model, filter: noFilter, currentClaimId: fromScreen }),
    ...articleMatchesDisk(screen, claims, past.draft),
  ];
}
