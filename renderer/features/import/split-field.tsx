import { type KeyboardEvent, useRef } from 'react';
import type { Direction } from '../../../shared/text/characters/direction';
import { Button } from '../../ui/button';
import styles from './block-editor.module.css';

interface SplitFieldProps {
  text: string;
  dir: Direction;
  /** Called with the UTF-16 offset in the text at which the next block begins. */
  onSplit: (offset: number) => void;
  onCancel: () => void;
}

/** The text of a block with a caret that says where it is split. The text itself cannot be edited. */
export function SplitField({ text, dir, onSplit, onCancel }: SplitFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const split = () => onSplit(field.current?.selectionStart ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') split();
    else if (event.key === 'Escape') onCancel();
    else return;
    // The keys must neither submit nor close the dialog.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.splitting}>
      <textarea
        ref={field}
        aria-label="Where to split the block"
        aria-describedby="split-hint"
        value={text}
        dir={dir}
        // biome-ignore lint/a11y/noAutofocus: the field replaces the button that was just pressed
        autoFocus
        spellCheck={false}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(0, 0)}
        // A read-only field would show no caret, so edits are prevented instead.
        onBeforeInput={(event) => event.preventDefault()}
        onPaste={(event) => event.preventDefault()}
        onDrop={(event) => event.preventDefault()}
        onChange={() => undefined}
        onKeyDown={onKeyDown}
      />
      <p className={styles.actions}>
        <span id="split-hint">Put the cursor where the next block begins, then press Enter.</span>
        <Button onPress={onCancel}>Don’t split</Button>
        <Button kind="primary" onPress={split}>
          Split here
        </Button>
      </p>
    </div>
  );
}
