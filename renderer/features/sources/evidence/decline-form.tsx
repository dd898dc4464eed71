import { useState } from 'react';
import { maxProseLength, normalizeInput } from '../../../../shared/domain/primitives';
import { ReasonForm } from '../../../ui/fields/reason-form';

interface DeclineFormProps {
  /** Called with the normalized reason; null when it is empty. */
  onDecline: (reason: string | null) => void;
  onCancel: () => void;
}

/** Asks why proposed evidence is declined. */
export function DeclineForm({ onDecline, onCancel }: DeclineFormProps) {
  const [reason, setReason] = useState('');
  return (
    <ReasonForm
      question="Why is it declined?"
      hint="Optional. It will not come back with the next draft."
      confirmLabel="Decline"
      reason={reason}
      onChange={setReason}
      maxLength={maxProseLength}
      onConfirm={(text) => onDecline(normalizeInput(text))}
      onCancel={onCancel}
    />
  );
}
