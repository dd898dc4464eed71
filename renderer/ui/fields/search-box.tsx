import type { FocusEventHandler, KeyboardEventHandler, ReactNode, RefObject } from 'react';
import { Input, SearchField } from 'react-aria-components';
import { getFieldDirection } from './field-direction';
import styles from './search-box.module.css';

interface SearchBoxProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  inputRef: RefObject<HTMLInputElement | null>;
  onKeyDown: KeyboardEventHandler<HTMLInputElement>;
  onFocus?: FocusEventHandler<HTMLInputElement>;
  className: string | undefined;
  onBlur?: FocusEventHandler<HTMLInputElement>;
  /** A list of results beside the field, of which the arrow keys make one the active one. */
  list?: { id: string; isShown: boolean; activeId: string | null };
  /** Shown after the field, inside its border. */
  children?: ReactNode;
}

/** A search field with a border around it and what belongs to it. */
export function SearchBox(props: SearchBoxProps) {
  const { label, placeholder, value, onChange, inputRef, onKeyDown, onFocus, className, children } = props;
  const { onBlur, list } = props;
  return (
    <search className={`${styles.field} ${className}`}>
      <SearchField aria-label={label} value={value} onChange={onChange}>
        <Input
          ref={inputRef}
          className={styles.input ?? ''}
          dir={getFieldDirection(value)}
          placeholder={placeholder}
          onKeyDown={onKeyDown}
          {...(onFocus && { onFocus })}
          {...(onBlur && { onBlur })}
          {...(list?.isShown && {
            'aria-controls': list.id,
            'aria-activedescendant': list.activeId ?? undefined,
          })}
        />
      </SearchField>
      {children}
    </search>
  );
}
