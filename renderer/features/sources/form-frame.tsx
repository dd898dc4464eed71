import type { ClipboardEvent, FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../ui/button';
import { DropZone } from '../../ui/drop-zone';
import styles from './source-form.module.css';
import type { SourceFormState } from './use-form';

interface FormFrameProps {
  title: string;
  form: SourceFormState;
  /** The words of the button that saves. */
  save: string;
  isBusy?: boolean;
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** The frame of a source form, which takes files wherever they are dropped or pasted on it. */
export function FormFrame(props: FormFrameProps) {
  const { title, form, save, isBusy = false, onSubmit, onCancel, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) onCancel();
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    form.take(files);
  };
  return (
    <DropZone words="Drop to attach to this source" onFiles={form.take}>
      <form
        id="claim-card"
        ref={form.element}
        className={styles.form}
        aria-label={title}
        onSubmit={submit}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      >
        <h2>{title}</h2>
        {children}
        <div className={styles.buttons}>
          <Button onPress={onCancel}>Cancel</Button>
          <Button kind="primary" type="submit" isDisabled={isBusy}>
            {save}
          </Button>
        </div>
      </form>
    </DropZone>
  );
}
