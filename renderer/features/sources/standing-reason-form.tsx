import type { ComponentProps } from 'react';
import { maxProseLength, normalizeInput } from '../../../shared/domain/primitives';
import type { SourceStanding } from '../../../shared/domain/source';
import { ReasonForm } from '../../ui/fields/reason-form';

export type UnreliableStanding = Exclude<SourceStanding, 'good'>;

interface StandingReasonFormProps
  extends Pick<ComponentProps<typeof ReasonForm>, 'reason' | 'fieldRef' | 'onChange' | 'onCancel'> {
  standing: UnreliableStanding;
  /** Called with the normalized reason; null when it is empty. */
  onConfirm: (reason: string | null) => void;
}

const questions: Record<UnreliableStanding, { question: string; confirmLabel: string }> = {
  withdrawn: { question: 'Why is it withdrawn?', confirmLabel: 'Mark as withdrawn' },
  wrong: { question: 'Why is it wrong?', confirmLabel: 'Mark as wrong' },
};

/** Asks why a source is unreliable before that is stored. */
export function StandingReasonForm({ standing, onConfirm, ...rest }: StandingReasonFormProps) {
  return (
    <ReasonForm
      {...questions[standing]}
      hint="Optional. Claims that use this source will need a re-check."
      lines={2}
      maxLength={maxProseLength}
      onConfirm={(text) => onConfirm(normalizeInput(text))}
      {...rest}
    />
  );
}
