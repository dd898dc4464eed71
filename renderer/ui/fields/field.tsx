import type { RefObject } from 'react';
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';
import { directionInField } from './direction-in-field';
import styles from './field.module.css';
import { TextArea } from './text-area';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  placeholder?: string;
  /** Words of the error, when the value is not valid. */
  problem?: string | null;
  lines?: number;
  /** Whether what is in it is selected when it gets the focus, so that typing replaces it. */
  selectOnFocus?: boolean;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
}

/** A labelled text field of one line, or of several that grow with the text. */
export function Field({
  label,
  hint,
  placeholder,
  problem = null,
  lines = 1,
  selectOnFocus = false,
  inputRef,
  ...rest
}: FieldProps) {
  return (
    // Native validation would keep a form with a problem from ever being submitted again.
    <TextField {...rest} className={styles.field} isInvalid={problem !== null} validationBehavior="aria">
      <Label className={styles.label}>{label}</Label>
      {lines === 1 ? (
        <Input
          className={styles.input}
          dir={directionInField(rest.value ?? '')}
          placeholder={placeholder}
          onFocus={({ currentTarget }) => {
            if (selectOnFocus) currentTarget.select();
          }}
        />
      ) : (
        <div className={styles.grow} data-text={`${rest.value ?? ''} `}>
          <TextArea
            className={styles.input}
            dir="auto"
            rows={lines}
            placeholder={placeholder}
            areaRef={inputRef}
          />
        </div>
      )}
      {hint !== undefined && problem === null && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.problem}>{problem}</FieldError>
    </TextField>
  );
}
