import { type FormEvent, type KeyboardEvent, memo, type ReactNode, useMemo } from 'react';
import { listSentencesInSpan } from '../../../../shared/domain/claims/claim-edits';
import { describePlace, findPlace } from '../../../../shared/domain/draft/draft';
import { maxLineLength, normalizeLineInput } from '../../../../shared/domain/primitives';
import { getFormerWords } from '../../../../shared/domain/review/placed-claims';
import type { QueuedClaim } from '../../../../shared/domain/review/review-queue';
import { judgedVerdicts, statusLooks, type Verdict, verdicts } from '../../../../shared/domain/verdict';
import { isolate } from '../../../../shared/text/format/wording';
import type { Span } from '../../../../shared/text/span';
import { useKeyName, useKeyNames } from '../../../state/keys';
import type { OutlineClaim } from '../../../state/review/outline';
import {
  useDirectionAt,
  useOutline,
  useOutlineClaim,
  useSession,
  useUnplacedClaims,
} from '../../../state/review/use-session';
import {
  declineNameQuestion,
  saveReviewerName,
  useIsAskedForName,
  useNameQuestion,
} from '../../../state/reviewer';
import { setCurrentClaim } from '../../../state/view/navigate';
import { useReviewView } from '../../../state/view/review-view';
import { focusMainArea } from '../../../state/view/viewport';
import { Button } from '../../../ui/button';
import { ToggleChoice } from '../../../ui/choices/segmented-choice';
import { Field } from '../../../ui/fields/field';
import card from '../../../ui/layout/card.module.css';
import { InlineList } from '../../../ui/text/isolated-text';
import { findClaimOn, setClaimVerdict } from '../claim-actions';
import { ClaimBody } from './claim-body';
import styles from './claim-card.module.css';
import { RecheckNote } from './recheck-note';
import { VerdictKeyList } from './verdict-key-list';

/** Asks for the reviewer's name after the first verdict without one. It takes no focus, so that keys go on judging claims. */
function NameQuestion() {
  return useIsAskedForName() ? <NameForm /> : null;
}

function NameForm() {
  const { typed: name } = useNameQuestion();
  const normalized = normalizeLineInput(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (normalized === null) return;
    void saveReviewerName(normalized);
    focusMainArea();
  };
  const decline = () => {
    void declineNameQuestion();
    focusMainArea();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || name !== '') return;
    // In an empty field Escape is the answer, and does not leave the claim as well.
    event.preventDefault();
    decline();
  };
  return (
    <form className={styles.question} aria-label="Your name" onSubmit={save} onKeyDown={onKeyDown}>
      <p aria-live="polite">Your verdicts are not signed yet.</p>
      <div className={styles.line}>
        <Field
          label="Your name, for the record"
          maxLength={maxLineLength}
          value={name}
          onChange={(typed) => useNameQuestion.setState({ typed })}
        />
        <Button type="submit" isDisabled={normalized === null}>
          Save
        </Button>
        <Button kind="quiet" onPress={decline}>
          Not now
        </Button>
      </div>
    </form>
  );
}

/** The card without a claim: how to mark one, where that is possible. */
function NoClaim() {
  const { readOnly } = useSession();
  return (
    <section className={card.card} aria-label="Claim">
      <p className={styles.empty}>
        {readOnly ? 'Go to a claim to see its verdict, note and sources here.' : <HowToMark />}
      </p>
    </section>
  );
}

function HowToMark() {
  const markKey = useKeyName('mark');
  return (
    <>
      Select words in the article and{' '}
      {markKey ? (
        <>
          press <kbd>{markKey}</kbd>
        </>
      ) : (
        'choose “Claim” above them'
      )}{' '}
      to mark a claim
      <VerdictKeyList
        verdicts={judgedVerdicts}
        before=", or one of "
        after=" to mark it and set a verdict at once"
      />
      . Its verdict, note and sources then appear here.
    </>
  );
}

/** Explains, while there is a selection, that the keys act on the selection instead of the claim on the card. */
function SelectionNote({ claimId }: { claimId: string }) {
  const session = useSession();
  // Renders again when a claim on the selection is added or removed.
  useOutline();
  const resizeKey = useKeyName('resize');
  const selection = useReviewView((view) => view.selection);
  const isAttaching = useReviewView((view) => view.queue?.isAttaching ?? false);
  if (!selection || session.readOnly) return null;
  if (isAttaching)
    return (
      <p className={styles.keys}>
        {resizeKey && (
          <>
            <kbd>{resizeKey}</kbd> attaches this claim to the selected words.
          </>
        )}
        <VerdictKeyList verdicts={verdicts} before=" " after=" judge it after that." />
      </p>
    );
  const selectedClaim = findClaimOn(session, selection);
  if (selectedClaim?.claim.id === claimId) return null;
  return (
    <p className={styles.keys}>
      <VerdictKeyList
        verdicts={verdicts}
        after={
          selectedClaim
            ? ` judge claim ${selectedClaim.number}, whose words are selected. `
            : ' mark the selected words. '
        }
      />
      {resizeKey && (
        <>
          <kbd>{resizeKey}</kbd> resizes this claim to them.
        </>
      )}
    </p>
  );
}

interface ClaimTextProps {
  text: string;
  /** Its span in the draft; null for an unplaced claim. */
  span: Span | null;
}

/** The claim's text in the article. */
function ClaimText({ text, span }: ClaimTextProps) {
  return (
    <div className={styles.text} role="comment" dir={useDirectionAt(span, text)}>
      {text}
    </div>
  );
}

interface UnplacedCardProps {
  unplaced: QueuedClaim;
  /** The list of the claim's evidence. */
  evidence: ReactNode;
  onDelete: () => void;
}

/** Everything about an unplaced claim. Its verdict can be set once it is attached to words of the draft. */
function UnplacedCard({ unplaced, evidence, onDelete }: UnplacedCardProps) {
  const { claim, placement } = unplaced;
  const text = getFormerWords(placement);
  return (
    <section
      id="claim-card"
      className={`${card.card} recheck`}
      aria-label="Claim without a place"
      data-claim={claim.id}
    >
      <header className={styles.head}>
        <h2>Claim without a place</h2>
      </header>
      <ClaimText text={text} span={null} />
      {claim.judged && (
        <p>
          It was <s>{statusLooks[claim.verdict].inSentence}</s> on these words.
        </p>
      )}
      <SelectionNote claimId={claim.id} />
      <ClaimBody claim={claim} text={text} evidence={evidence} onSplit={null} onDelete={onDelete} />
    </section>
  );
}

interface ClaimCardProps {
  claimId: string | null;
  /** The list of the claim's evidence. */
  evidence: ReactNode;
  onSplit: () => void;
  onDelete: () => void;
}

/**
 * Everything about a claim, or how to mark one if there is no current claim. `recheck-note.tsx` says why the verdict no longer counts;
 * `claim-body.tsx` has the author's answers, the fields, the evidence, which `app` passes in, and the history.
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
