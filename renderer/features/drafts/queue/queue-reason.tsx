import { type Answer, correctionOutcomeLabels, isForReviewer } from '../../../../shared/domain/answer';
import { findSourcesUnreliableSinceJudged, getRecheckReasons } from '../../../../shared/domain/claims/recheck';
import { getFormerWords } from '../../../../shared/domain/claims/retired-claims';
import { findReferrers } from '../../../../shared/domain/review/review';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { describeUnreliableSource } from '../../../../shared/domain/sources/source-standing';
import { describeAmbiguityInQueue, summarizeCandidates } from '../../../../shared/drafts/describe-ambiguity';
import { describeChanges } from '../../../../shared/text-changes/describe-changes';
import { isolate } from '../../../../shared/text/format/isolate';
import { useSession, useTable } from '../../../state/review/use-session';
import { BidiSentence } from '../../../ui/text/bidi-sentence';
import { ShortenedText } from '../../../ui/text/shortened-text';
import type { ClaimComparison } from './claim-comparison';
import styles from './queue.module.css';

interface QueueReasonProps {
  queued: QueuedClaim;
  comparison: ClaimComparison;
}

/** Why a claim needs review, and what its source says. */
export function QueueReason({ queued, comparison }: QueueReasonProps) {
  const { review, draft } = useSession();
  useTable('evidence');
  useTable('sources');
  const { claim, placement } = queued;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const reasons = getRecheckReasons(review, draft, claim, placement.span);
  const isCorrected = reasons.includes('correction');
  const quoted = findReferrers(review, `claims/${claim.id}`, 'evidence').find(({ quote }) => quote !== null);
  const answer = claim.answers.findLast(isForReviewer);
  const source = quoted && review.sources.get(quoted.sourceId);
  return (
    <p className={styles.reason} role="status">
      <b>
        <ShortenedText
          short={describeReason(queued, comparison, draft.text, isCorrected)}
          full={describeReason(queued, comparison, draft.text, isCorrected, Number.POSITIVE_INFINITY)}
        />
      </b>{' '}
      {quoted && source && (
        <span>
          The source says “<bdi>{quoted.quote}</bdi>” (
          {[source.title, quoted.locator ?? ''].filter(Boolean).map(isolate).join(', ')}).{' '}
        </span>
      )}
      <span>{describeConsequence(queued, answer !== undefined && reasons.length === 0)}</span>
      {reasons.includes('source') &&
        findSourcesUnreliableSinceJudged(review, claim).map((unreliable) => (
          <span key={unreliable.id} className={styles.note}>
            <BidiSentence>{describeUnreliableSource(unreliable, timeZone)}</BidiSentence>
          </span>
        ))}
      {answer && (
        <span className={styles.note}>
          {answer.replies.map(({ by, at, text }) => (
            <span key={`${by} ${at} ${text}`} className={styles.note}>
              <bdi>{by ?? 'The author'}</bdi> answered: <bdi>{text}</bdi>
            </span>
          ))}
          {describeDecision(answer)}
        </span>
      )}
      {claim.note !== null && (
        <span className={styles.note}>
          Note: <bdi>{claim.note}</bdi>
        </span>
      )}
    </p>
  );
}

/** Describes the author's decisions on the comment and the correction of a claim; '' for none. */
function describeDecision({ replies, isResolved, correction }: Answer): string {
  if (replies.length === 0 && !isResolved && !correction) return 'The author opened the comment again.';
  return [
    isResolved ? 'The author resolved the comment.' : '',
    correction
      ? `Correction “${isolate(correction.text)}” ${correctionOutcomeLabels[correction.outcome]}.`
      : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Describes what changed. `maxLength` is the longest description of a change, in UTF-16 code units. */
function describeReason(
  { placement }: QueuedClaim,
  { changes }: ClaimComparison,
  text: string,
  isCorrected: boolean,
  maxLength?: number,
): string {
  const { status, span, candidates } = placement;
  if (!span && status === 'ambiguous')
    return describeAmbiguityInQueue(summarizeCandidates(candidates, text, getFormerWords(placement)));
  if (!span) return 'Its words are no longer in this draft.';
  if (isCorrected) return `Correction applied. ${describeChanges(changes.words, maxLength)}`;
  const words = changes.words.filter(({ material }) => material);
  if (words.length > 0) return describeChanges(words, maxLength);
  if (changes.aroundWords.length > 0)
    return `The sentence around it changed. ${describeChanges(changes.aroundWords, maxLength)}`;
  return 'Its words did not change.';
}

/** Describes what the change means for the verdict. */
function describeConsequence({ claim, placement }: QueuedClaim, holds: boolean): string {
  if (!placement.span) return '';
  if (!claim.judged) return 'It has no verdict yet.';
  return holds
    ? 'Its verdict holds unless the answer changes it.'
    : 'Its verdict no longer holds for these words.';
}
