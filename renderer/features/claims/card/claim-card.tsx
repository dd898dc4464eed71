import { memo, type ReactNode, useMemo } from 'react';
import { listSentencesInSpan } from '../../../../shared/domain/claims/split-claim';
import { describePlace, findPlace } from '../../../../shared/domain/draft/place';
import { statusLooks, type Verdict, verdicts } from '../../../../shared/domain/verdict';
import { isolate } from '../../../../shared/text/format/isolate';
import { focusMainArea } from '../../../state/focus-main-area';
import { useKeyNames } from '../../../state/keys';
import type { OutlineClaim } from '../../../state/review/outline';
import { useOutlineClaim, useSession, useUnplacedClaims } from '../../../state/review/use-session';
import { setCurrentClaim } from '../../../state/view/navigate';
import { Button } from '../../../ui/button';
import { ToggleChoice } from '../../../ui/choices/toggle-choice';
import card from '../../../ui/layout/card.module.css';
import { InlineList } from '../../../ui/text/inline-list';
import { setClaimVerdict } from '../actions/set-verdict';
import { ClaimBody } from './claim-body';
import styles from './claim-card.module.css';
import { ClaimText } from './claim-text';
import { NameQuestion } from './name-question';
import { NoClaim } from './no-claim';
import { RecheckNote } from './recheck-note';
import { SelectionNote } from './selection-note';
import { UnplacedCard } from './unplaced-card';

interface ClaimCardProps {
  claimId: string | null;
  /** The list of the claim's evidence. */
  evidence: ReactNode;
  onSplit: () => void;
  onDelete: () => void;
}

/**
 * Everything about a claim, or how to mark one if there is no current claim (`no-claim.tsx`). The parts of this folder:
 *
 * - `claim-text.tsx`: the claim's text in the article.
 * - `selection-note.tsx`, `recheck-note.tsx`: what the keys act on now, and why the verdict no longer counts.
 * - `name-question.tsx`: asks once for the name that signs verdicts.
 * - `claim-body.tsx`: the author's answers (`answers.tsx`), the fields (`claim-fields.tsx`), the evidence, which `app` passes in, and the history.
 * - `unplaced-card.tsx`: the card of an unplaced claim.
 */
export function ClaimCard({ claimId, evidence, onSplit, onDelete }: ClaimCardProps) {
  const placed = useOutlineClaim(claimId);
  const unplaced = useUnplacedClaims().find(({ claim }) => claim.id === claimId);
  if (unplaced) return <UnplacedCard unplaced={unplaced} evidence={evidence} onDelete={onDelete} />;
  if (!placed) return <NoClaim />;
  return <PlacedCard placed={placed} evidence={evidence} onSplit={onSplit} onDelete={onDelete} />;
}

interface PlacedCardProps extends Omit<ClaimCardProps, 'claimId'> {
  placed: OutlineClaim;
}

function PlacedCard({ placed, evidence, onSplit, onDelete }: PlacedCardProps) {
  const { draft } = useSession();
  const { claim, number, span, status } = placed;
  const text = draft.text.slice(span.start, span.end);
  const hasSentences = useMemo(() => listSentencesInSpan(draft, span).length > 1, [draft, span]);
  const place = describePlace(findPlace(draft.blocks, span.start), 'page');
  const { kind, claimant } = claim;
  const facts = [place, kind, claimant && `stated by ${isolate(claimant)}`];
  return (
    <section
      id="claim-card"
      className={`${card.card} ${status}`}
      aria-label={`Claim ${number}`}
      data-claim={claim.id}
    >
      <header className={styles.head}>
        <h2>Claim {number}</h2>
        <span>
          <InlineList parts={facts} />
        </span>
        <Button kind="quiet" onPress={closeCard}>
          Close
        </Button>
      </header>
      <ClaimText text={text} span={span} />
      <div className={status === 'recheck' ? styles.struck : undefined}>
        <VerdictChoice claimId={claim.id} verdict={claim.verdict} />
      </div>
      <NameQuestion />
      <SelectionNote claimId={claim.id} />
      <RecheckNote claim={placed} />
      <ClaimBody
        claim={claim}
        text={text}
        evidence={evidence}
        onSplit={hasSentences ? onSplit : null}
        onDelete={onDelete}
      />
    </section>
  );
}

function closeCard(): void {
  setCurrentClaim(null);
  focusMainArea();
}

const choices = verdicts.map((verdict) => ({
  value: verdict,
  label: statusLooks[verdict].label,
  icon: statusLooks[verdict].glyph,
  tone: verdict,
}));

interface VerdictChoiceProps {
  claimId: string;
  verdict: Verdict;
}

/** Rendered again for another claim or verdict, but not when only the claim's number changes. */
const VerdictChoice = memo(function VerdictChoice({ claimId, verdict }: VerdictChoiceProps) {
  const { readOnly } = useSession();
  const nameOf = useKeyNames();
  return (
    <ToggleChoice
      label="Verdict"
      isLabelHidden
      options={choices.map((choice) => ({ ...choice, shortcut: nameOf(choice.value) }))}
      value={verdict}
      onChange={(chosen) => setClaimVerdict(claimId, chosen)}
      isDisabled={readOnly}
      afterClick={focusMainArea}
    />
  );
});
