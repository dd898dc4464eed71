import type { ReactNode } from 'react';
import { Button } from '../button';

interface DialogFooterProps {
  /** The text of the primary button. */
  confirmLabel: string;
  /** Without it, the primary button submits the dialog's form. */
  onConfirm?: () => void;
  /** Without it, there is no second button: the dialog only shows something. */
  onCancel?: () => void;
  cancelLabel?: string;
  isDisabled?: boolean;
  isPending?: boolean;
  /** Says beside the buttons what keeps the primary one from doing its work. */
  note?: ReactNode;
  /** The button that has the focus when the dialog opens; without it the dialog or one of its fields has it. */
  autoFocus?: 'confirm' | 'cancel';
}

/** The buttons of a dialog: Cancel and the primary button. */
export function DialogFooter({
  confirmLabel,
  onConfirm,
  onCancel,
  cancelLabel = 'Cancel',
  isDisabled = false,
  isPending = false,
  note,
  autoFocus,
}: DialogFooterProps) {
  return (
    <>
      {note}
      {onCancel && (
        <Button onPress={onCancel} autoFocus={autoFocus === 'cancel'}>
          {cancelLabel}
        </Button>
      )}
      <Button
        kind="primary"
        {...(onConfirm ? { onPress: onConfirm } : { type: 'submit' as const })}
        isDisabled={isDisabled}
        isPending={isPending}
        autoFocus={autoFocus === 'confirm'}
      >
        {confirmLabel}
      </Button>
    </>
  );
}
