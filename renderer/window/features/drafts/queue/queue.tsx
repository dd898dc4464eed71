import { type CSSProperties, useEffect, useRef } from 'react';
import { useDialogs } from '#renderer/window/state/base/dialogs.ts';
import { usePastDraft } from '#renderer/window/state/drafts/past-draft.ts';
import { useKeyName } from '#renderer/window/state/keys.ts';
import { useDirection, useSession, useTable } from '#renderer/window/state/review/use-session.ts';
import type { QueueView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { useFooterHeight, useNoticesHeight } from '#renderer/window/ui/notices-height.ts';
import { BidiSentence, ShortenedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { type Answer, correctionOutcomeLabels, isForReviewer } from '#shared/domain/base/claim.ts';
import { describeUnreliableSource } from '#shared/domain/base/source-standing.ts';
import { type ClaimStatus, statusLooks } from '#shared/domain/base/verdict.ts';
import {
  findSourcesUnreliableSinceJudged,
  getClaimStatus,
  getRecheckReasons,
} from '#shared/domain/claims/recheck.ts';
import type { QueuedClaim } from '#shared/domain/claims/review-queue.ts';
import { getFormerWords } from '#shared/domain/review/placed-claims.ts';
import { findReferrers } from '#shared/domain/review/review.ts';
import { describeAmbiguityInQueue, summarizeCandidates } from '#shared/drafts/count-outcomes.ts';
import { formatCount, formatNumber } from '#shared/text/format/numbers.ts';
import { isolate } from '#shared/text/format/wording.ts';
import type { Span } from '#shared/text/span.ts';
import { splitIntoSegments } from '#shared/text/split-into-segments.ts';
import { describeChanges } from '#shared/text-changes/describe-changes.ts';
import {
  type ClaimComparison,
  type ClaimSentence,
  compareClaim,
  getClaimSentence,
} from './claim-comparison.ts';
import styles from './queue.module.css';
import {
  attachToSpan,
  confirmVerdicts,
  createQueueActions,
  createQueueKeyMaps,
  maxNumberKeys,
  type QueueAction,
  QueueKeys,
} from './queue-actions.ts';
import {
  closeQueue,
  findQueuedClaim,
  goToNextWaiting,
  isWaiting,
  listClaimsWithChangedSentence,
} from './queue-navigation.ts';

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
function QueueComparison({ queued, comparison, status, candidates }: QueueComparisonProps) {
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
        {!after && candidates.length === 0 && <p className="muted">Not in this draft.</p>}
        {candidates.length > 0 && (
          <ol
            className={`plain-list ${styles.candidates}`}
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

interface QueueHeaderProps {
  placementIds: readonly string[];
  index: number;
  waitingIds: ReadonlySet<string>;
}

/** The title of the queue, a tick for each of its claims, and the button that closes it. */
function QueueHeader({ placementIds, index, waitingIds }: QueueHeaderProps) {
  const { draft } = useSession();
  return (
    <header className={`wrapping-row ${styles.header}`}>
      <h1>
        Draft {draft.number}: {formatCount(waitingIds.size, 'claim needs', 'claims need')} review
      </h1>
      <div className={styles.ticks} aria-hidden="true">
        {placementIds.map((id, at) => (
          <i
            key={id}
            className={`${waitingIds.has(id) ? '' : styles.done} ${at === index ? styles.current : ''}`}
          />
        ))}
      </div>
      <Button kind="quiet" onPress={closeQueue}>
        Close
      </Button>
    </header>
  );
}

interface QueueFooterProps {
  actions: readonly QueueAction[];
  /** The claims whose verdicts can be confirmed together; none when there are fewer than two. */
  confirmable: readonly QueuedClaim[];
  /** The position among the waiting claims, counted from 1; 0 for a claim that is reviewed. */
  position: number;
  waitingCount: number;
}

/** The actions for the claim, and its position in the queue. */
function QueueFooter({ actions, confirmable, position, waitingCount }: QueueFooterProps) {
  const nextKey = useKeyName('nextClaim');
  const previousKey = useKeyName('previousClaim');
  return (
    <footer className={`wrapping-row ${styles.footer}`}>
      {actions.map(({ keys, shownKey, label, run, isPrimary }) => (
        <Button key={keys[0]} kind={isPrimary ? 'primary' : 'plain'} shortcut={shownKey} onPress={run}>
          {label}
        </Button>
      ))}
      {confirmable.length > 0 && (
        <Button shortcut="A" onPress={() => confirmVerdicts(confirmable)}>
          {`Confirm all ${formatNumber(confirmable.length)} whose sentence changed`}
        </Button>
      )}
      <span className={styles.position}>
        {position === 0 ? 'Reviewed' : `${formatNumber(position)} of ${formatNumber(waitingCount)}`}
        <span className={styles.keys}>
          {nextKey && ` · ${nextKey}: next`}
          {previousKey && `, ${previousKey}: previous`}
        </span>
      </span>
    </footer>
  );
}

/** Why a claim needs review, and what its source says. */
function QueueReason({ queued, comparison }: { queued: QueuedClaim; comparison: ClaimComparison }) {
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

/** The claims of a new draft that need review, one by one: the sentence before and now, why it needs review, what can be done. */
export function Queue({ view }: { view: QueueView }) {
  const { placementIds, index } = view;
  const session = useSession();
  useTable('placements');
  useTable('claims');
  const { review, draft } = session;
  const section = useRef<HTMLElement>(null);
  const queued = findQueuedClaim(session, placementIds[index]);
  const claimId = queued?.claim.id ?? null;
  const isGone = queued === null;
  const hasDialog = useDialogs(({ open }) => open !== null);
  const previousRow = [...review.drafts.values()].find(({ number }) => number === draft.number - 1);
  const noticesHeight = useNoticesHeight(({ pixels }) => pixels);
  const footerHeight = useFooterHeight(({ pixels }) => pixels);
  const style: CSSProperties & Record<'--notices-height' | '--footer-height', string> = {
    '--notices-height': `${noticesHeight}px`,
    '--footer-height': `${footerHeight}px`,
  };
  const previous = usePastDraft(session, previousRow?.id ?? null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys work wherever the queue is
  useEffect(() => {
    // A dialog that closes gives the focus back to an element that may be gone.
    if (hasDialog) return;
    requestAnimationFrame(() => {
      // Every claim is read from its start, however far the one before it was scrolled.
      section.current?.scrollIntoView({ block: 'start' });
      section.current?.focus({ preventScroll: true });
    });
  }, [index, claimId, hasDialog]);

  // The claim can be deleted on its card.
  useEffect(() => {
    if (isGone) goToNextWaiting(session);
  }, [isGone, session]);

  if (isGone) return null;
  const { claim, placement } = queued;
  const comparison = compareClaim(review, draft, previous, queued);
  const actions = createQueueActions(queued);
  const candidates = placement.span ? [] : placement.candidates;
  const sentenceChanged = listClaimsWithChangedSentence(session, placementIds);
  const confirmable = sentenceChanged.length > 1 ? sentenceChanged : [];
  const waitingIds = placementIds.filter((id) => isWaiting(session, id));
  const keyMaps = createQueueKeyMaps({ session, view, queued, actions, candidates, confirmable });

  return (
    <div className={styles.desk} style={style}>
      <QueueKeys {...keyMaps} />
      <section
        ref={section}
        className={styles.queue}
        aria-label={`Claims of draft ${draft.number} that need review`}
        tabIndex={-1}
        data-main-area
      >
        <QueueHeader placementIds={placementIds} index={index} waitingIds={new Set(waitingIds)} />
        <QueueComparison
          queued={queued}
          comparison={comparison}
          status={getClaimStatus(review, draft, claim, placement.span)}
          candidates={candidates}
        />
        <QueueReason queued={queued} comparison={comparison} />
        <QueueFooter
          actions={actions}
          confirmable={confirmable}
          position={waitingIds.indexOf(placement.id) + 1}
          waitingCount={waitingIds.length}
        />
      </section>
    </div>
  );
}
