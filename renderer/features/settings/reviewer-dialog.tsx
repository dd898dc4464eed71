import { type FormEvent, useState } from 'react';
import { maxLineLength, normalizeLineInput } from '../../../shared/domain/primitives';
import { updatePreferences } from '../../state/preferences';
import { Dialog } from '../../ui/dialog/dialog';
import { DialogFooter } from '../../ui/dialog/dialog-footer';
import { Field } from '../../ui/fields/field';

interface ReviewerDialogProps {
  /** Called with or without a name. The verdict is set then. */
  onDone: () => void;
}

/** Asks for the reviewer's name, at the first verdict. */
export function ReviewerDialog({ onDone }: ReviewerDialogProps) {
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reviewer = normalizeLineInput(name);
    if (reviewer !== null) await updatePreferences({ reviewer });
    onDone();
  };
  return (
    <Dialog
      title="Who is checking?"
      onClose={onDone}
      onSubmit={submit}
      footer={<DialogFooter confirmLabel="Save name" onCancel={onDone} cancelLabel="Not now" />}
    >
      <Field
        label="Your name"
        maxLength={maxLineLength}
        hint="It is shown with your verdicts, in the history and in reports. It stays on this computer. You can change it in Settings."
        value={name}
        onChange={setName}
        autoFocus
      />
    </Dialog>
  );
}
