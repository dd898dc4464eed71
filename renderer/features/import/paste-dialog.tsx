import { type FormEvent, useState } from 'react';
import { longestText } from '../../../shared/domain/draft';
import { Button } from '../../ui/button';
import { Dialog, DialogButtons } from '../../ui/dialog';
import { Field } from '../../ui/field';
import { openPaste } from './import-steps';

interface PasteDialogProps {
  /** What was on the clipboard, when the dialog came from a paste. */
  pasted: string;
  onClose: () => void;
}

export function PasteDialog({ pasted, onClose }: PasteDialogProps) {
  const [text, setText] = useState(pasted);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const opened = await openPaste(text);
    setBusy(false);
    if (opened) onClose();
  };
  return (
    <Dialog title="Paste an article" size="wide" onClose={onClose}>
      <form onSubmit={submit}>
        <Field
          label="Text of the article"
          hint="Paragraphs are separated by an empty line. The first line becomes the title; you can change it later."
          lines={12}
          maxLength={longestText}
          value={text}
          onChange={setText}
          autoFocus
        />
        <DialogButtons>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={busy}>
            Open article
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
