import type { ClipboardEvent, CSSProperties, FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { DropZone } from '../../../ui/drop';
import { useNoticesHeight } from '../../../ui/notices-height';
import { textFieldSelector } from '../../../ui/selectors';
import {
  type EvidenceInput,
  readDroppedEvidence,
  readPastedEvidence,
} from '../drop-and-paste/evidence-input';
import styles from './source-form.module.css';
import type { SourceFormState } from './use-source-form';

interface FormFrameProps {
  title: string;
  form: SourceFormState;
  /** The text of the button that saves. */
  saveLabel: string;
  isBusy?: boolean;
  onSubmit: () => void;
  /** Called with what was dropped on the form, or pasted outside of its fields. Files are taken from a paste into a field too. */
  onInput: (input: EvidenceInput) => void;
  /** Called when the form is closed. Its values are discarded, or kept to continue later. */
  onClose: (isDiscarded: boolean) => void;
  children: ReactNode;
}

/** The frame of a source form: title, buttons, Escape, and drop and paste anywhere on the form. */
export function FormFrame(props: FormFrameProps) {
  const { title, form, saveLabel, isBusy = false, onSubmit, onInput, onClose, children } = props;
  const noticesHeight = useNoticesHeight(({ pixels }) => pixels);
  const style: CSSProperties & Record<'--notices-height', string> = {
    '--notices-height': `${noticesHeight}px`,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && !form.isWaitingForFiles) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // The first Escape closes the list of suggestions. Escape keeps the values; only Cancel discards them.
    const isListOpen =
      event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    event.preventDefault();
    if (!isListOpen) onClose(false);
  };
  const onPaste = (event: ClipboardEvent) => {
    const input = readPastedEvidence(event.clipboardData);
    const isInField = event.target instanceof Element && event.target.closest(textFieldSelector) !== null;
    if (!input || (isInField && input.kind !== 'files')) return;
    event.preventDefault();
    onInput(input);
  };
  return (
    <DropZone
      label="Drop to attach to this source"
      acceptsText
      onDrop={(dropped) => {
        const input = readDroppedEvidence(dropped);
        if (input) onInput(input);
      }}
    >
      <form
        id="claim-card"
        ref={form.element}
        className={styles.form}
        style={style}
        aria-label={title}
        onSubmit={submit}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <h2>{title}</h2>
        <div className={styles.fields}>{children}</div>
        <div className={styles.buttons}>
          <Button onPress={() => onClose(true)}>Cancel</Button>
          <Button kind="primary" type="submit" isPending={isBusy || form.isWaitingForFiles}>
            {form.isWaitingForFiles ? 'Waiting for files…' : saveLabel}
          </Button>
        </div>
      </form>
    </DropZone>
  );
}
