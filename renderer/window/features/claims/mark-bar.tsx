import { memo, useDeferredValue } from 'react';
import { useKeyNames } from '#renderer/window/state/keys.ts';
import { useClaimNumber, useOutline, useSession } from '#renderer/window/state/review/use-session.ts';
import { useReviewView } from '#renderer/window/state/view/review-view.ts';
import { Button } from '#renderer/window/ui/button.tsx';
import { judgedVerdicts, statusLooks } from '#shared/domain/base/verdict.ts';
import { findClaimOn, markSelection, resizeToSelection, setCurrentVerdict } from './claim-actions.ts';
import styles from './mark-bar.module.css';

const choices = judgedVerdicts.map((verdict) => ({ verdict, set: () => setCurrentVerdict(verdict) }));

export function MarkBar() {
  const session = useSession();
  // Renders again when a claim on the selection is added or removed.
  useOutline();
  const selection = useReviewView((view) => view.selection);
  const selectedNumber = selection ? findClaimOn(session, selection)?.number : undefined;
  // Another claim becomes the current one while the bar is hidden, so the words of the article need not wait for the bar.
  const currentNumber = useDeferredValue(useClaimNumber(useReviewView((view) => view.currentClaimId)));
  return (
    <MarkButtons
      isReadOnly={session.readOnly}
      selectedNumber={selectedNumber ?? null}
      resizedNumber={currentNumber === selectedNumber ? null : currentNumber}
    />
  );
}

interface MarkButtonsProps {
  /** A read-only article has no buttons to press. */
  isReadOnly: boolean;
  /** The number of the claim that the selected words are; null where they are none. */
  selectedNumber: number | null;
  /** The number of the claim that can be resized to the selected words; null for none. */
  resizedNumber: number | null;
}

const MarkButtons = memo(function MarkButtons(props: MarkButtonsProps) {
  const { isReadOnly, selectedNumber, resizedNumber } = props;
  const nameOf = useKeyNames();
  return (
    <>
      <span className={styles.target}>
        {isReadOnly ? 'Read-only' : selectedNumber !== null ? `Claim ${selectedNumber}:` : 'Mark as'}
      </span>
      <Button shortcut={nameOf('mark')} onPress={markSelection} isDisabled={isReadOnly}>
        Claim
      </Button>
      {choices.map(({ verdict, set }) => (
        <Button
          key={verdict}
          shortcut={nameOf(verdict)}
          icon={statusLooks[verdict].glyph}
          onPress={set}
          isDisabled={isReadOnly}
        >
          {statusLooks[verdict].label}
        </Button>
      ))}
      {resizedNumber !== null && (
        <Button shortcut={nameOf('resize')} onPress={resizeToSelection} isDisabled={isReadOnly}>
          Resize claim {resizedNumber}
        </Button>
      )}
    </>
  );
});
