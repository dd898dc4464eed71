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
  /** The form is left: for good, or to be gone on with later. */
  onLeave: (drop: boolean) => void;
  children: ReactNode;
}

/** The frame of a source form, which takes files wherever they are dropped or pasted on it. */
export function FormFrame(props: FormFrameProps) {
  const { title, form, save, isBusy = false, onSubmit, onLeave, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy && !form.isWaiting) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    // The first Escape is for the list of suggestions. What is filled in is only dropped by the button that says so.
    const isOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
    event.preventDefault();
    if (!isOpen) onLeave(false);
  };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    // Office programs put a picture of the words beside the words.
    if (files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
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
        <div className={styles.fields}>{children}</div>
        <div className={styles.buttons}>
          <Button onPress={() => onLeave(true)}>Cancel</Button>
          <Button kind="primary" type="submit" isPending={isBusy || form.isWaiting}>
            {form.isWaiting ? 'Waiting for files …' : save}
          </Button>
        </div>
      </form>
    </DropZone>
  );
}
