import { stanceLabels } from '../../../shared/domain/evidence';
import { statusLooks } from '../../../shared/domain/verdict';
import { collapseWhitespace } from '../../../shared/text/format/wording';
import type { StoredReview } from '../app/stored-review';
import { fromScreen, type Model } from '../model/model';
import type { ScreenState } from '../page/screen/screen-state';
import type { ExpectedClaim } from './expected-claims';
import { unless } from './unless';

/** The card shows the current claim with its text, verdict, evidence, note and claimant. */
export function cardMatchesDisk(
  { card, kind }: ScreenState,
  { review }: StoredReview,
  claims: ExpectedClaim[],
  { currentClaimId }: Model,
): string[] {
  if (!/^Claim \d+$/.test(card.title)) {
    const hasCurrentClaim = claims.some(({ id }) => id === currentClaimId);
    const isEmptyByMistake = hasCurrentClaim && card.title === 'Claim' && kind === 'article';
    return unless(!isEmptyByMistake, 'the card shows no claim, although there is a current one');
  }
  const claim = claims.find(({ number }) => card.title === `Claim ${number}`);
  const stored = review.claims.get(claim?.id ?? '');
  if (!claim || !stored) return [`the card shows ${card.title}, which does not exist`];
  const evidence = [...review.evidence.values()]
    .filter(({ claimId }) => claimId === claim.id)
    .map(({ sourceId, stance }) => {
      const title = collapseWhitespace(review.sources.get(sourceId)?.title ?? '');
      return `${stanceLabels[stance]}: ${title}`;
    });
  const { label } = statusLooks[stored.verdict];
  const fields = { Note: stored.note, 'Stated by': stored.claimant };
  return [
    ...unless(
      currentClaimId === fromScreen || currentClaimId === claim.id,
      `the card shows claim ${claim.number}, which is not the current one`,
    ),
    ...unless(
      collapseWhitespace(card.text) === collapseWhitespace(claim.words),
      `the card shows “${card.text}” for claim ${claim.number}, which is on “${claim.words}”`,
    ),
    ...unless(
      card.verdict === null || card.verdict.includes(label),
      `the card shows ${card.verdict} for claim ${claim.number}, which is ${label}`,
    ),
    ...unless(
      card.evidence.toSorted().join() === evidence.toSorted().join(),
      `the card has the evidence “${card.evidence.join('”, “')}”, not “${evidence.join('”, “')}”`,
    ),
    ...Object.entries(fields).flatMap(([name, value]) =>
      unless(
        card.fields[name] === undefined || card.fields[name] === (value ?? ''),
        `${name} shows “${card.fields[name]}”, and “${value}” is stored`,
      ),
    ),
  ];
}
