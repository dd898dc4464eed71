import { type ClipboardEvent, type FormEvent, type ReactNode, useState } from 'react';
import { clearErrors } from '#renderer/window/state/base/notices.ts';
import { Dialog, DialogFooter } from '#renderer/window/ui/dialog/dialog.tsx';
import { Field } from '#renderer/window/ui/fields/field.tsx';
import { maxTextLength } from '#shared/domain/base/draft.ts';
import { type ImportTarget, openPaste, type PastedContent, readClipboard } from './read-import.ts';

interface PasteDialogProps {
  target: ImportTarget;
  tasks: ReactNode;
  onClose: () => void;
}

/**
 * Imports an article, or its next draft, from the clipboard. A paste into the empty field is read at once, with its structure;
 * text that was typed or edited is read as plain text.
 */
export function PasteDialog({ target, tasks, onClose }: PasteDialogProps) {
  const [text, setText] = useState('');
  const [isReading, setIsReading] = useState(false);
  const [cancelling] = useState(() => new AbortController());
  const close = () => {
    cancelling.abort();
    // Nothing remains to be corrected.
    clearErrors('import');
    onClose();
  };
  const read = async (pasted: PastedContent) => {
    if (isReading) return;
    setIsReading(true);
    const isRead = await openPaste(pasted, target, cancelling.signal);
    setIsReading(false);
    if (isRead) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void read({ type: 'text/plain', content: text });
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = text === '' ? readClipboard(event.clipboardData) : null;
    if (pasted === null) return;
    event.preventDefault();
    void read(pasted);
  };
  return (
    <Dialog
      title={target === null ? 'Paste an article' : 'Paste a new draft'}
      size="wide"
      onClose={close}
      onSubmit={submit}
      onPaste={onPaste}
      footer={<DialogFooter confirmLabel="Continue" onCancel={close} isPending={isReading} />}
    >
      <Field
        label="Text of the article"
        hint="Paste from Word, Google Docs, a browser or any text. Headings, quotes, lists and links are kept."
        lines={12}
        maxLength={maxTextLength}
        value={text}
        onChange={setText}
        autoFocus
      />
      {tasks}
    </Dialog>
  );
}
