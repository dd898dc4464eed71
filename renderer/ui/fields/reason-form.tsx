import type { KeyboardEvent, RefObject } from 'react';
import { Button } from '../button';
import { Field } from './field';
import styles from './reason-form.module.css';

interface ReasonFormProps {
  question: string;
  hint: string;
  confirmLabel: string;
  reason: string;
  /** More than one for a longer answer, which Ctrl+Enter confirms. */
  lines?: number;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  onChange: (reason: string) => void;
  /** In UTF-16 code units. */
  maxLength: number;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Asks for the reason of a step before it is stored. */
export function ReasonForm(props: ReasonFormProps) {
  const { question, hint, confirmLabel, reason, lines, maxLength, fieldRef, onChange, onConfirm, onCancel } =
    props;
  const confirm = () => onConfirm(reason);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Otherwise Escape would also close the card.
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Otherwise a field of one line would submit the form as well.
      event.preventDefault();
      confirm();
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={question}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Field
        label={question}
        hint={hint}
        lines={lines}
        inputRef={fieldRef}
        value={reason}
        onChange={onChange}
        maxLength={maxLength}
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
