import { type FormEvent, useState } from 'react';
import { maxLineLength, normalizeLineInput } from '../../../../shared/domain/base/primitives';
import { saveReviewerName } from '../../state/review/reviewer';
import { Dialog, DialogFooter } from '../../ui/dialog/dialog';
import { Field } from '../../ui/fields/field';

/** Takes the reviewer's name. A button beside the first verdicts leads here. */
export function ReviewerDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reviewer = normalizeLineInput(name);
    if (reviewer !== null) await saveReviewerName(reviewer);
    onClose();
  };
  return (
    <Dialog
      title="Who is checking?"
      onClose={onClose}
      onSubmit={submit}
      footer={<DialogFooter confirmLabel="Save name" onCancel={onClose} cancelLabel="Not now" />}
    >
      <Field
        label="Your name"
        maxLength={maxLineLength}
        hint="It signs your verdicts: those that you set in this article since Stet was opened, and all from now on. It stays on this computer. You can change it in Settings."
        value={name}
        onChange={setName}
        autoFocus
      />
    </Dialog>
  );
}
