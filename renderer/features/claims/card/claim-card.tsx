import { memo, type ReactNode } from 'react';
import { pageAt } from '../../../../shared/domain/draft';
import { standingLooks, type Verdict, verdicts } from '../../../../shared/domain/verdict';
import { isolate } from '../../../../shared/text/format/isolate';
import { focusHome } from '../../../state/focus';
import { pickClaim } from '../../../state/review/review-view';
import { useSession, useShownClaim, useWaitingClaims } from '../../../state/review/session-context';
import { Button } from '../../../ui/button';
import { PressChoices } from '../../../ui/choices/press-choices';
import { Joined } from '../../../ui/text/joined';
import { judge } from '../claim-steps';
import { verdictKeys } from '../verdict-keys';
import { ClaimBody } from './claim-body';
import styles from './claim-card.module.css';
import { ClaimWords } from './claim-words';
import { RecheckNote } from './recheck-note';
import { SelectionNote } from './selection-note';
import { UnplacedCard } from './unplaced-card';

interface ClaimCardProps {
  claimId: string | null;
  /** What ties the claim to its sources. */
  evidence: ReactNode;
  onDelete: () => void;
}

const choices = verdicts.map((verdict) => ({
  value: verdict,
  label: standingLooks[verdict].label,
  sign: standingLooks[verdict].glyph,
  tone: verdict,
  shortcut: verdictKeys[verdict],
}));

function closeCard(): void {
  pickClaim(null);
  focusHome();
}

/** Painted anew for another claim or verdict, not for another number. */
const VerdictChoice = memo(function VerdictChoice({
  claimId,
  verdict,
}: {
  claimId: string;
  verdict: Verdict;
}) {
  const { readOnly } = useSession();
  return (
    <PressChoices
      label="Verdict"
      quietLabel
      choices={choices}
      value={verdict}
      onChange={(chosen) => judge(claimId, chosen)}
      isDisabled={readOnly}
      afterClick={focusHome}
    />
  );
});

/** Everything about a claim. */
export function ClaimCard({ claimId, evidence, onDelete }: ClaimCardProps) {
  const session = useSession();
  const shown = useShownClaim(claimId);
  const waiting = useWaitingClaims().find(({ claim }) => claim.id === claimId);
  if (waiting) return <UnplacedCard queued={waiting} evidence={evidence} onDelete={onDelete} />;
  if (!shown) return <NoClaim />;
  const { claim, number, span, standing } = shown;
  const words = session.draft.text.slice(span.start, span.end);
  const page = pageAt(session.draft.blocks, span.start);
  const { kind, claimant } = claim;
  const about = [page !== null && `page ${page}`, kind, claimant && `stated by ${isolate(claimant)}`];
  return (
    <section
      id="claim-card"
      className={`${styles.card} ${standing}`}
      aria-label={`Claim ${number}`}
      data-claim={claim.id}
    >
      <header className={styles.head}>
        <h2>Claim {number}</h2>
        <span>
          <Joined parts={about} />
        </span>
        <Button kind="quiet" onPress={closeCard}>
          Close
        </Button>
      </header>
      <ClaimWords words={words} span={span} />
      <div className={standing === 'recheck' ? styles.struck : undefined}>
        <VerdictChoice claimId={claim.id} verdict={claim.verdict} />
      </div>
      <SelectionNote claimId={claim.id} />
      <RecheckNote shown={shown} />
      <ClaimBody claim={claim} words={words} evidence={evidence} onDelete={onDelete} />
    </section>
  );
}

function NoClaim() {
  return (
    <section className={styles.card} aria-label="Claim">
      <p className={styles.empty}>
        Select words in the article and press <kbd>C</kbd> to mark a claim, or <kbd>V</kbd>, <kbd>D</kbd> or{' '}
        <kbd>X</kbd> to mark and judge it at once. Its verdict, note and sources then stand here.
      </p>
    </section>
  );
}
