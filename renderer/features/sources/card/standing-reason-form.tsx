import type { KeyboardEvent, RefObject } from 'react';
import { maxProseLength, normalizeInput } from '../../../../shared/domain/primitives';
import type { SourceStanding } from '../../../../shared/domain/source';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/fields/field';
import styles from './source-card.module.css';

export type UnreliableStanding = Exclude<SourceStanding, 'good'>;

interface StandingReasonFormProps {
  standing: UnreliableStanding;
  reason: string;
  fieldRef: RefObject<HTMLTextAreaElement | null>;
  onChange: (reason: string) => void;
  /** Called with the normalized reason; null when it is empty. */
  onConfirm: (reason: string | null) => void;
  onCancel: () => void;
}

const questions: Record<UnreliableStanding, { question: string; confirmLabel: string }> = {
  withdrawn: { question: 'Why is it withdrawn?', confirmLabel: 'Mark as withdrawn' },
  wrong: { question: 'Why is it wrong?', confirmLabel: 'Mark as wrong' },
};

/** Asks why a source is unreliable before that is stored. */
export function StandingReasonForm(props: StandingReasonFormProps) {
  const { standing, reason, fieldRef, onChange, onConfirm, onCancel } = props;
  const { question, confirmLabel } = questions[standing];
  const confirm = () => onConfirm(normalizeInput(reason));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Otherwise Escape would also close the card.
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) confirm();
  };
  return (
    <form
      className={styles.part}
      aria-label={question}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Field
        label={question}
        hint="Optional. Claims that use this source will need a re-check."
        lines={2}
        inputRef={fieldRef}
        value={reason}
        onChange={onChange}
        maxLength={maxProseLength}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" kind="primary">
          {confirmLabel}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
