import { type ClipboardEvent, type FormEvent, useState } from 'react';
import { longestText } from '../../../shared/domain/draft';
import { Button } from '../../ui/button';
import { Dialog, DialogButtons } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { openPaste } from './import-steps';
import { pastedWords } from './pasted-words';

/** Takes an article from the clipboard. What is pasted into the empty field is read at once, with its structure. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const open = async (pasted: Parameters<typeof openPaste>[0]) => {
    if (busy) return;
    setBusy(true);
    const isRead = await openPaste(pasted);
    setBusy(false);
    if (isRead) onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open({ type: 'text/plain', content: text });
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = text === '' ? pastedWords(event.clipboardData) : null;
    if (pasted === null) return;
    event.preventDefault();
    void open(pasted);
  };
  return (
    <Dialog title="Paste an article" size="wide" onClose={onClose}>
      <form onSubmit={submit} onPaste={onPaste}>
        <Field
          label="Text of the article"
          hint="Paste from Word, Google Docs, a browser or any text. Headings, quotes, lists and links are kept."
          lines={12}
          maxLength={longestText}
          value={text}
          onChange={setText}
          autoFocus
        />
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={busy}>
            Read it
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
