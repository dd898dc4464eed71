import { type KeyboardEvent, useRef } from 'react';
import type { Direction } from '../../../shared/text/characters/direction';
import { Button } from '../../ui/button';
import styles from './proposed-blocks.module.css';

interface SplitFieldProps {
  words: string;
  dir: Direction;
  /** UTF-16 offset into the words. */
  onSplit: (offset: number) => void;
  onCancel: () => void;
}

/** The words of a block with a cursor in them, which says where it is split. They can't be changed. */
export function SplitField({ words, dir, onSplit, onCancel }: SplitFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const split = () => onSplit(field.current?.selectionStart ?? 0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') split();
    else if (event.key === 'Escape') onCancel();
    else return;
    // Neither the dialog nor its form is meant.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.splitting}>
      <textarea
        ref={field}
        aria-label="Where to split the block"
        aria-describedby="split-hint"
        value={words}
        dir={dir}
        // biome-ignore lint/a11y/noAutofocus: the reviewer asked for it with the key or click before
        autoFocus
        spellCheck={false}
        onFocus={({ currentTarget }) => currentTarget.setSelectionRange(0, 0)}
        // A field that is read-only would show no cursor.
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
