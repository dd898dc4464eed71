import { fallenSinceJudged, recheckReasons } from '../../../../shared/domain/claims/recheck';
import { wordsBefore } from '../../../../shared/domain/claims/retired';
import type { QueuedClaim } from '../../../../shared/domain/review/queue';
import { referringTo } from '../../../../shared/domain/review/review';
import { fallenSentence } from '../../../../shared/domain/sources/withdrawn-source';
import { ambiguityInQueue, choiceAmong } from '../../../../shared/drafts/describe-ambiguity';
import { isolate } from '../../../../shared/text/format/isolate';
import { changesInWords } from '../../../../shared/text-changes/describe-changes';
import { useSession, useTable } from '../../../state/review/session-context';
import { Isolated } from '../../../ui/text/isolated';
import { ShortText } from '../../../ui/text/short-text';
import type { Compared } from './passages';
import styles from './queue.module.css';

/** What changed, in one line that is read first. */
function headline(
  { placement }: QueuedClaim,
  { changes }: Compared,
  text: string,
  isCorrected: boolean,
  longest?: number,
): string {
  const { status, span, candidates } = placement;
  if (!span && status === 'ambiguous')
    return ambiguityInQueue(choiceAmong(candidates, text, wordsBefore(placement)));
  if (!span) return 'Its words are not in this draft any more.';
  if (isCorrected) return `Correction applied. ${changesInWords(changes.words, longest)}`;
  const words = changes.words.filter(({ material }) => material);
  if (words.length > 0) return changesInWords(words, longest);
  if (changes.around.length > 0)
    return `The sentence around it changed. ${changesInWords(changes.around, longest)}`;
  return 'It stands on the same words.';
}

/** What follows from it. */
function consequence({ claim, placement }: QueuedClaim): string {
  if (!placement.span) return '';
  return claim.judged ? 'Its verdict no longer holds for these words.' : 'It was not judged yet.';
}

/** Why a claim needs a look, with what its source says. */
export function QueueWhy({ queued, compared }: { queued: QueuedClaim; compared: Compared }) {
  const { review, draft } = useSession();
  useTable('evidence');
  useTable('sources');
  const { claim, placement } = queued;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const reasons = recheckReasons(review, draft, claim, placement.span);
  const isCorrected = reasons.includes('correction');
  const cited = referringTo(review, `claims/${queued.claim.id}`, 'evidence').find(
    ({ quote }) => quote !== null,
  );
  const source = cited && review.sources.get(cited.sourceId);
  return (
    <p className={styles.why} role="status">
      <b>
        <ShortText
          short={headline(queued, compared, draft.text, isCorrected)}
          full={headline(queued, compared, draft.text, isCorrected, Number.POSITIVE_INFINITY)}
        />
      </b>{' '}
      {cited && source && (
        <span>
          The source says “<bdi>{cited.quote}</bdi>” (
          {[source.title, cited.locator ?? ''].filter(Boolean).map(isolate).join(', ')}).{' '}
        </span>
      )}
      <span>{consequence(queued)}</span>
      {reasons.includes('source') &&
        fallenSinceJudged(review, claim).map((source) => (
          <span key={source.id} className={styles.note}>
            <Isolated>{fallenSentence(source, timeZone)}</Isolated>
          </span>
        ))}
      {queued.claim.note !== null && (
        <span className={styles.note}>
          Note: <bdi>{queued.claim.note}</bdi>
        </span>
      )}
    </p>
  );
}
