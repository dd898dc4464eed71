import {
  findChangesSinceJudged,
  getJudgedWording,
} from '../../../../shared/domain/claims/changes-since-judged';
import {
  findSourcesUnreliableSinceJudged,
  getRecheckReasons,
} from '../../../../shared/domain/claims/recheck';
import { describeUnreliableSource } from '../../../../shared/domain/sources/source-standing';
import { statusLooks } from '../../../../shared/domain/verdict';
import { detectDirection } from '../../../../shared/text/characters/direction';
import { describeChanges } from '../../../../shared/text-changes/describe-changes';
import type { WordChange } from '../../../../shared/text-changes/word-change';
import type { OutlineClaim } from '../../../state/review/outline';
import { useLanguage, useSession } from '../../../state/review/use-session';
import { Button } from '../../../ui/button';
import { BidiSentence, ShortenedText } from '../../../ui/text/isolated-text';
import { setClaimVerdict } from '../claim-actions';
import styles from './claim-card.module.css';

function ChangeDescription({ changes }: { changes: readonly WordChange[] }) {
  return (
    <ShortenedText
      short={describeChanges(changes)}
      full={describeChanges(changes, Number.POSITIVE_INFINITY)}
    />
  );
}

function filterMaterial(changes: readonly WordChange[]): WordChange[] {
  return changes.filter(({ material }) => material);
}

/**
 * Why the verdict no longer counts, and a button that confirms it. After a correction that somebody accepted, “disputed” was about
 * words that are gone, so confirming it comes second.
 */
export function RecheckNote({ claim: { claim, span, status } }: { claim: OutlineClaim }) {
  const { review, draft } = useSession();
  const language = useLanguage();
  const { judged } = claim;
  if (!judged || status !== 'recheck') return null;
  const reasons = getRecheckReasons(review, draft, claim, span);
  const isCorrected = reasons.includes('correction');
  const isAboutOldWords = isCorrected && judged.verdict !== 'verified';
  const wording = getJudgedWording(review, claim.id, judged);
  const changes = findChangesSinceJudged(draft, wording, span);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const judgedWords = <q dir={detectDirection(judged.sentence, language)}>{judged.words}</q>;
  return (
    <div className={styles.note}>
      {isCorrected && (
        <p>
          Correction applied since it was judged.
          {isAboutOldWords && ' Verify the new words: its evidence is about the ones before.'}
          {!reasons.includes('words') && (
            <>
              {' '}
              <ChangeDescription changes={changes.words} /> The words were: {judgedWords}
            </>
          )}
        </p>
      )}
      {reasons.includes('words') && (
        <p>
          The words changed since they were judged.{' '}
          <ChangeDescription changes={filterMaterial(changes.words)} /> They were: {judgedWords}
        </p>
      )}
      {reasons.includes('sentence') && (
        <p>
          The sentence around it changed since it was judged.{' '}
          <ChangeDescription changes={filterMaterial(changes.aroundWords)} />
        </p>
      )}
      {reasons.includes('source') &&
        findSourcesUnreliableSinceJudged(review, claim).map((source) => (
          <p key={source.id}>
            <BidiSentence>{describeUnreliableSource(source, timeZone)}</BidiSentence>
          </p>
        ))}
      {isAboutOldWords ? (
        <div className={styles.buttons}>
          <Button onPress={() => setClaimVerdict(claim.id, 'unchecked')}>Open again</Button>
          <Button kind="quiet" onPress={() => setClaimVerdict(claim.id, judged.verdict)}>
            Still {statusLooks[judged.verdict].inSentence}
          </Button>
        </div>
      ) : (
        <Button onPress={() => setClaimVerdict(claim.id, judged.verdict)}>
          Confirm {statusLooks[judged.verdict].inSentence}
        </Button>
      )}
    </div>
  );
}
