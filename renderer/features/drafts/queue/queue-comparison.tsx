import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { type ClaimStatus, statusLooks } from '../../../../shared/domain/verdict';
import { isolate } from '../../../../shared/text/format/wording';
import type { Span } from '../../../../shared/text/span';
import { splitIntoSegments } from '../../../../shared/text/split-into-segments';
import { useDirection, useSession } from '../../../state/review/use-session';
import { Button } from '../../../ui/button';
import { type ClaimComparison, type ClaimSentence, getClaimSentence } from './claim-comparison';
import styles from './queue.module.css';
import { attachToSpan, maxNumberKeys } from './queue-actions';

interface ClaimSentenceViewProps {
  sentence: ClaimSentence;
  status: ClaimStatus;
  side: 'before' | 'after';
}

/** A sentence with the claim's words underlined, and with the changed words struck out (before) or bold (after). */
function ClaimSentenceView({ sentence, status, side }: ClaimSentenceViewProps) {
  const { text, claimSpan, changedSpans } = sentence;
  const covers: { span: Span; isClaim: boolean }[] = [
    ...(claimSpan ? [{ span: claimSpan, isClaim: true }] : []),
    ...changedSpans.map((span) => ({ span, isClaim: false })),
  ];
  const Changed = side === 'before' ? 'del' : 'ins';
  return (
    <p className={styles.sentence} lang="" dir={useDirection(text)}>
      {splitIntoSegments({ start: 0, end: text.length }, covers).map(({ start, end, covers: over }) => {
        const words = text.slice(start, end);
        const isChanged = over.some(({ isClaim }) => !isClaim);
        const content = isChanged ? <Changed key={start}>{words}</Changed> : words;
        return over.some(({ isClaim }) => isClaim) ? (
          <mark key={start} className={status}>
            {content}
          </mark>
        ) : (
          <span key={start}>{content}</span>
        );
      })}
    </p>
  );
}

interface QueueComparisonProps {
  queued: QueuedClaim;
  comparison: ClaimComparison;
  status: ClaimStatus;
  /** The spans that the claim can be attached to. */
  candidates: readonly Span[];
}

/** The claim's sentence before and now, or the candidates for its new position. */
export function QueueComparison({ queued, comparison, status, candidates }: QueueComparisonProps) {
  const { draft } = useSession();
  const { claim } = queued;
  const { beforeNumber, before, after } = comparison;
  return (
    <div className={styles.pair}>
      <div>
        <h2>
          Draft {beforeNumber} · {statusLooks[claim.verdict].inSentence}
          {claim.judged?.by ? ` by ${isolate(claim.judged.by)}` : ''}
        </h2>
        <ClaimSentenceView sentence={before} status={claim.verdict} side="before" />
      </div>
      <div>
        <h2>Draft {draft.number} · now</h2>
        {after && <ClaimSentenceView sentence={after} status={status} side="after" />}
        {!after && candidates.length === 0 && <p className={styles.missing}>Not in this draft.</p>}
        {candidates.length > 0 && (
          <ol
            className={styles.candidates}
            aria-label={candidates.length === 1 ? 'Possible place' : 'Possible places'}
          >
            {candidates.map((span, index) => (
              <li key={span.start}>
                <Button
                  {...(index < maxNumberKeys && { shortcut: String(index + 1) })}
                  onPress={() => attachToSpan(queued, span)}
                >
                  Attach here
                </Button>
                <ClaimSentenceView sentence={getClaimSentence(draft, span)} status="recheck" side="after" />
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}
