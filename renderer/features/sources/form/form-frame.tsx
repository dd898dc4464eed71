import type { ClipboardEvent, CSSProperties, FormEvent, KeyboardEvent, ReactNode } from 'react';
import { Button } from '../../../ui/button';
import { DropZone } from '../../../ui/drop/drop-zone';
import { textField } from '../../../ui/fields/text-field';
import { useFootRoom } from '../../../ui/foot-room';
import { type Given, readDropped, readPasted } from '../give/given';
import styles from './source-form.module.css';
import type { SourceFormState } from './use-form';

interface FormFrameProps {
  title: string;
  form: SourceFormState;
  /** The words of the button that saves. */
  save: string;
  isBusy?: boolean;
  onSubmit: () => void;
  /** Something was dropped on the form, or pasted into none of its fields. */
  onGiven: (given: Given) => void;
  /** The form is left: for good, or to be gone on with later. */
  onLeave: (drop: boolean) => void;
  children: ReactNode;
}

/** The frame of a source form, which takes links, words and files wherever they are dropped or pasted on it. */
export function FormFrame(props: FormFrameProps) {
  const { title, form, save, isBusy = false, onSubmit, onGiven, onLeave, children } = props;
  const foot = useFootRoom(({ pixels }) => pixels);
  const room: CSSProperties & Record<'--foot-room', string> = { '--foot-room': `${foot}px` };
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
    const given = readPasted(event.clipboardData);
    const isInField = event.target instanceof Element && event.target.closest(textField) !== null;
    if (!given || (isInField && given.kind !== 'files')) return;
    event.preventDefault();
    onGiven(given);
  };
  return (
    <DropZone
      words="Drop to attach to this source"
      takesWords
      onDrop={(dropped) => {
        const given = readDropped(dropped);
        if (given) onGiven(given);
      }}
    >
      <form
        id="claim-card"
        ref={form.element}
        className={styles.form}
        style={room}
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
