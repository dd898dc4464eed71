import { type FormEvent, useState } from 'react';
import { saveReviewerName } from '#renderer/window/state/review/reviewer.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { maxLineLength, normalizeLineInput } from '#shared/domain/base/primitives.ts';

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
