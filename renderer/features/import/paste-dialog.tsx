import { type ClipboardEvent, type FormEvent, type ReactNode, useRef, useState } from 'react';
import { longestText } from '../../../shared/domain/draft';
import { settleProblems } from '../../state/notices';
import { cancelTask } from '../../state/tasks';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Field } from '../../ui/fields/field';
import { openPaste, type Target } from './import-steps';
import { pastedWords } from './pasted-words';

interface PasteProps {
  target: Target;
  tasks: ReactNode;
  onClose: () => void;
}

/** Takes an article, or its next draft, from the clipboard. What is pasted into the empty field is read at once, with its structure. */
export function PasteDialog({ target, tasks, onClose }: PasteProps) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const reading = useRef<string | null>(null);
  const close = () => {
    if (reading.current !== null) cancelTask(reading.current);
    // Given up: there is nothing left to put right.
    settleProblems('import');
    onClose();
  };
  const open = async (pasted: Parameters<typeof openPaste>[0]) => {
    if (busy) return;
    setBusy(true);
    const isRead = await openPaste(pasted, target, (taskId) => {
      reading.current = taskId;
    });
    reading.current = null;
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
    <Dialog
      title={target === null ? 'Paste an article' : 'Paste a new draft'}
      size="wide"
      onClose={close}
      onSubmit={submit}
      onPaste={onPaste}
      buttons={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button kind="primary" type="submit" isPending={busy}>
            Read it
          </Button>
        </>
      }
    >
      <Field
        label="Text of the article"
        hint="Paste from Word, Google Docs, a browser or any text. Headings, quotes, lists and links are kept."
        lines={12}
        maxLength={longestText}
        value={text}
        onChange={setText}
        autoFocus
      />
      {tasks}
    </Dialog>
  );
}
