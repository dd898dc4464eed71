import {
  changesSinceJudged,
  fallenSinceJudged,
  recheckReasons,
} from '../../../../shared/domain/claims/recheck';
import { fallenSentence } from '../../../../shared/domain/sources/withdrawn-source';
import { standingLooks } from '../../../../shared/domain/verdict';
import { directionOf } from '../../../../shared/text/characters/direction';
import { changesInWords } from '../../../../shared/text-changes/describe-changes';
import type { WordChange } from '../../../../shared/text-changes/word-change';
import { useLanguage } from '../../../state/reading/direction';
import type { ShownClaim } from '../../../state/review/outline';
import { useSession } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { Isolated } from '../../../ui/text/isolated';
import { ShortText } from '../../../ui/text/short-text';
import { judge } from '../claim-steps';
import styles from './recheck-note.module.css';

function Told({ changes }: { changes: readonly WordChange[] }) {
  return (
    <ShortText short={changesInWords(changes)} full={changesInWords(changes, Number.POSITIVE_INFINITY)} />
  );
}

function materialOf(changes: readonly WordChange[]): WordChange[] {
  return changes.filter(({ material }) => material);
}

/** Why the verdict does not count any more, and the way to confirm it. */
export function RecheckNote({ shown }: { shown: ShownClaim }) {
  const { review, draft } = useSession();
  const language = useLanguage();
  const { claim, span } = shown;
  const { judged } = claim;
  if (!judged || shown.standing !== 'recheck') return null;
  const reasons = recheckReasons(review, draft, claim, span);
  const changes = changesSinceJudged(draft, judged, span);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return (
    <div className={styles.note}>
      {reasons.includes('correction') && (
        <p>
          Correction applied since it was judged.
          {!reasons.includes('words') && (
            <>
              {' '}
              <Told changes={changes.words} /> The words were:{' '}
              <q dir={directionOf(judged.sentence, language)}>{judged.words}</q>
            </>
          )}
        </p>
      )}
      {reasons.includes('words') && (
        <p>
          The words changed since they were judged. <Told changes={materialOf(changes.words)} /> They were:{' '}
          <q dir={directionOf(judged.sentence, language)}>{judged.words}</q>
        </p>
      )}
      {reasons.includes('sentence') && (
        <p>
          The sentence around it changed since it was judged. <Told changes={materialOf(changes.around)} />
        </p>
      )}
      {reasons.includes('source') &&
        fallenSinceJudged(review, claim).map((source) => (
          <p key={source.id}>
            <Isolated>{fallenSentence(source, timeZone)}</Isolated>
          </p>
        ))}
      <Button onPress={() => judge(claim.id, judged.verdict)}>
        Confirm {standingLooks[judged.verdict].inSentence}
      </Button>
    </div>
  );
}
