import type { FocusEventHandler, KeyboardEventHandler, ReactNode, RefObject } from 'react';
import styles from './field.module.css';
import { getFieldDirection } from './field-direction.ts';

interface SearchBoxProps {
  label: string;
  placeholder: string;
  /** The key that leads here, shown in the empty field. */
  keyName?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
  onKeyDown: KeyboardEventHandler<HTMLInputElement>;
  onFocus?: FocusEventHandler<HTMLInputElement>;
  className: string | undefined;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  /** Takes a key before the field does, which clears itself on Escape. */
  onKeyDownCapture?: KeyboardEventHandler<HTMLElement>;
  /** A list of results beside the field, of which the arrow keys make one the active one. */
  list?: { id: string; activeId: string | null } | null;
  /** Shown after the field, inside its border. */
  children?: ReactNode;
}

/** A search field with a border around it and what belongs to it. */
export function SearchBox(props: SearchBoxProps) {
  const { label, placeholder, keyName, value, onChange, inputRef, onKeyDown, onFocus, className, children } =
    props;
  const { onBlur, onKeyDownCapture, list } = props;
  return (
    <search className={`${styles.search} ${className}`} onKeyDownCapture={onKeyDownCapture}>
      <div>
        <input
          type="search"
          ref={inputRef}
          aria-label={label}
          className={styles.searchInput}
          dir={getFieldDirection(value)}
          placeholder={keyName ? `${placeholder}  ${keyName}` : placeholder}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            onKeyDown(event);
            // Elements around it may close on Escape, but not while there is something to clear.
            if (event.key !== 'Escape' || value === '' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.stopPropagation();
            onChange('');
          }}
          onFocus={onFocus}
          onBlur={onBlur}
          {...(list && {
            'aria-controls': list.id,
            'aria-activedescendant': list.activeId ?? undefined,
          })}
        />
      </div>
      {children}
    </search>
  );
}
