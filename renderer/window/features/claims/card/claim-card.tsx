import { type FormEvent, type KeyboardEvent, memo, type ReactNode, useMemo } from 'react';
import { useKeyName, useKeyNames } from '#renderer/window/state/keys.ts';
import type { ListedClaim, OutlineClaim } from '#renderer/window/state/review/outline.ts';
import {
  declineNameQuestion,
  saveReviewerName,
  useIsAskedForName,
  useNameQuestion,
} from '#renderer/window/state/review/reviewer.ts';
import {
  useDirectionAt,
  useLanguage,
  useOutline,
  useOutlineClaim,
  useSession,
  useUnplacedClaims,
} from '#renderer/window/state/review/use-session.ts';
import { setCurrentClaim } from '#renderer/window/state/view/navigate.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { focusMainArea } from '#renderer/window/state/view/viewport.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { ToggleChoice } from '#renderer/window/ui/choices/segmented-choice.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import card from '#renderer/window/ui/layout/card.module.css';
import { BidiSentence, InlineList, ShortenedText } from '#renderer/window/ui/text/isolated-text.tsx';
import { describePlace, findPlace } from '#shared/domain/base/draft.ts';
import { maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';
import { describeUnreliableSource } from '#shared/domain/base/source-standing.ts';
import { judgedVerdicts, statusLooks, type Verdict, verdicts } from '#shared/domain/base/verdict.ts';
import { findChangesSinceJudged, getJudgedWording } from '#shared/domain/claims/changes-since-judged.ts';
import { listSentencesInSpan } from '#shared/domain/claims/claim-edits.ts';
import { findSourcesUnreliableSinceJudged, getRecheckReasons } from '#shared/domain/claims/recheck.ts';
import { getFormerWords } from '#shared/domain/review/placed-claims.ts';
import { detectDirection } from '#shared/text/characters/direction.ts';
import { isolate } from '#shared/text/format/wording.ts';
import { describeChanges } from '#shared/text-changes/describe-changes.ts';
import type { WordChange } from '#shared/text-changes/word-change.ts';
import { findClaimOn, setClaimVerdict } from '../claim-actions.ts';
import { ClaimBody } from './claim-body.tsx';
import styles from './claim-card.module.css';
import { VerdictKeyList } from './verdict-key-list.tsx';

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
function RecheckNote({ claim: { claim, span, status } }: { claim: OutlineClaim }) {
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
        <div className="button-row">
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

/** Asks for the reviewer's name after the first verdict without one. It takes no focus, so that keys go on judging claims. */
function NameQuestion() {
  const isAsked = useIsAskedForName();
  const { typed: name } = useNameQuestion();
  if (!isAsked) return null;
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
      <div className={`wrapping-row ${styles.line}`}>
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
  const markKey = useKeyName('mark');
  return (
    <section className={card.card} aria-label="Claim">
      {readOnly ? (
        <p className={styles.empty}>Go to a claim to see its verdict, note and sources here.</p>
      ) : (
        <p className={styles.empty}>
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
        </p>
      )}
    </section>
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
      <p className={`small-muted ${styles.keys}`}>
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
    <p className={`small-muted ${styles.keys}`}>
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

interface ClaimCardProps {
  claimId: string | null;
  evidence: ReactNode;
  onSplit: () => void;
  onDelete: () => void;
}

/** Everything about a claim, or how to mark one if there is no current claim. */
export function ClaimCard({ claimId, ...rest }: ClaimCardProps) {
  const placed = useOutlineClaim(claimId);
  const listed = useUnplacedClaims().find(({ claim }) => claim.id === claimId) ?? placed;
  return listed ? <CardOfClaim listed={listed} {...rest} /> : <NoClaim />;
}

interface CardOfClaimProps extends Omit<ClaimCardProps, 'claimId'> {
  listed: ListedClaim;
}

/** The verdict of an unplaced claim can be set once it is attached to words of the draft. */
function CardOfClaim({ listed, evidence, onSplit, onDelete }: CardOfClaimProps) {
  const { draft } = useSession();
  const { claim, number, span } = listed;
  const status = span ? listed.status : 'recheck';
  const text = span ? draft.text.slice(span.start, span.end) : getFormerWords(listed.placement);
  const hasSentences = useMemo(
    () => span !== null && listSentencesInSpan(draft, span).length > 1,
    [draft, span],
  );
  const name = span ? `Claim ${number}` : 'Claim without a place';
  const { kind, claimant } = claim;
  return (
    <section id="claim-card" className={`${card.card} ${status}`} aria-label={name} data-claim={claim.id}>
      <header className={styles.head}>
        <h2>{name}</h2>
        {span && (
          <>
            <span>
              <InlineList
                parts={[
                  describePlace(findPlace(draft.blocks, span.start), 'page'),
                  kind,
                  claimant && `stated by ${isolate(claimant)}`,
                ]}
              />
            </span>
            <Button kind="quiet" onPress={closeCard}>
              Close
            </Button>
          </>
        )}
      </header>
      <div className={styles.text} role="comment" dir={useDirectionAt(span, text)}>
        {text}
      </div>
      {listed.span ? (
        <>
          <div className={status === 'recheck' ? styles.struck : undefined}>
            <VerdictChoice claimId={claim.id} verdict={claim.verdict} />
          </div>
          <NameQuestion />
        </>
      ) : (
        claim.judged && (
          <p>
            It was <s>{statusLooks[claim.verdict].inSentence}</s> on these words.
          </p>
        )
      )}
      <SelectionNote claimId={claim.id} />
      {listed.span && <RecheckNote claim={listed} />}
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

/** Rendered again for another claim or verdict, but not when only the claim's number changes. */
const VerdictChoice = memo(function VerdictChoice(props: { claimId: string; verdict: Verdict }) {
  const { claimId, verdict } = props;
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
