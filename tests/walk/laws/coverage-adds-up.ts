import { assessCoverage } from '../../../shared/coverage/assess-coverage';
import { listSentences } from '../../../shared/coverage/count-coverage';
import { getReadPercent } from '../../../shared/coverage/describe-coverage';
import { listDismissals } from '../../../shared/coverage/dismissal-edits';
import { listPlacedClaims } from '../../../shared/domain/review/placed-claims';
import {
  type CoverageCounts,
  sentenceStateLabels,
  sentenceStates,
} from '../../../shared/domain/review/progress';
import type { StoredReview } from '../app/stored-review';
import type { ScreenState } from '../page/screen/screen-state';
import { unless } from './unless';

/** "16% read 3 looked at, 2 partly, 0 set aside, 25 not looked at". */
const countsOfStatusBar = new RegExp(
  `(\\d+)% read ${sentenceStates.map((state) => `([\\d,]+) ${sentenceStateLabels[state]}`).join(', ')}`,
);

/** The status bar counts all sentences of the draft by the four states. It says nothing while they are still being found. */
export function coverageAddsUp({ statusBar }: ScreenState, stored: StoredReview): string[] {
  const [, percent, ...counted] = countsOfStatusBar.exec(statusBar) ?? [];
  if (percent === undefined) return [];
  const [lookedAt = 0, partly = 0, setAside = 0, notLookedAt = 0] = counted.map((number) =>
    Number(number.replaceAll(',', '')),
  );
  const counts = { lookedAt, partly, setAside, notLookedAt };
  return [
    ...describeWrongCounts('the status bar', counts, stored),
    ...unless(
      getReadPercent({ ...counts, total: lookedAt + partly + setAside + notLookedAt }) === Number(percent),
      `the status bar says ${percent}% read, of ${counted.join(', ')}`,
    ),
  ];
}

/** Compares counts with the claims and dismissals on the disk. Which of two states a claimed sentence has depends on spotted words. */
export function describeWrongCounts(
  where: string,
  { lookedAt, partly, setAside, notLookedAt }: Omit<CoverageCounts, 'total'>,
  { review, draft }: StoredReview,
): string[] {
  const { counts } = assessCoverage({
    text: draft.text,
    sentences: listSentences(draft, draft.blocks),
    spots: [],
    claims: listPlacedClaims(review, draft.id).map(({ span }) => span),
    dismissals: listDismissals(review, draft.id).map(({ span }) => span),
  });
  const isRight =
    lookedAt + partly === counts.lookedAt &&
    setAside === counts.setAside &&
    notLookedAt === counts.notLookedAt;
  return unless(
    isRight,
    `${where} counts ${lookedAt} looked at, ${partly} partly, ${setAside} set aside, ${notLookedAt} not looked at; of ${counts.total} sentences ${counts.lookedAt} have claims, ${counts.setAside} are set aside, ${counts.notLookedAt} neither`,
  );
}
