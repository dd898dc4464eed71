import { type KeyboardEvent, useState } from 'react';
import { maxProseLength, normalizeInput } from '../../../../shared/domain/primitives';
import { Button } from '../../../ui/button';
import { Field } from '../../../ui/fields/field';
import styles from './proposed-list.module.css';

interface DeclineFormProps {
  /** Called with the normalized reason; null when it is empty. */
  onDecline: (reason: string | null) => void;
  onCancel: () => void;
}

/** Asks why proposed evidence is declined. */
export function DeclineForm({ onDecline, onCancel }: DeclineFormProps) {
  const [reason, setReason] = useState('');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    // Otherwise Escape would also close the card.
    event.preventDefault();
    onCancel();
  };
  return (
    <form
      className={styles.decline}
      aria-label="Why is it declined?"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        onDecline(normalizeInput(reason));
      }}
    >
      <Field
        label="Why is it declined?"
        hint="Optional. It will not come back with the next draft."
        value={reason}
        onChange={setReason}
        maxLength={maxProseLength}
        autoFocus
      />
      <div className={styles.decisions}>
        <Button type="submit" kind="primary">
          Decline
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
