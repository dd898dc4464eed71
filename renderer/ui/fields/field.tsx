import type { RefObject } from 'react';
import { FieldError, Input, Label, Text, TextField, type TextFieldProps } from 'react-aria-components';
import styles from './field.module.css';
import { getFieldDirection } from './field-direction';
import { TextArea } from './text-area';

interface FieldProps extends Omit<TextFieldProps, 'className' | 'children'> {
  label: string;
  hint?: string;
  placeholder?: string;
  /** The error message while the value is not valid. */
  error?: string | null;
  /** More than one makes it a text area that grows with its text. */
  lines?: number;
  /** Whether its text is selected when it gets the focus, so that typing replaces it. */
  selectOnFocus?: boolean;
  inputRef?: RefObject<HTMLTextAreaElement | null>;
}

/** A labelled text field of one line, or a text area. */
export function Field({
  label,
  hint,
  placeholder,
  error = null,
  lines = 1,
  selectOnFocus = false,
  inputRef,
  ...rest
}: FieldProps) {
  return (
    // With native validation, a form with an error could not be submitted again after the error was corrected.
    <TextField {...rest} className={styles.field} isInvalid={error !== null} validationBehavior="aria">
      <Label className={styles.label}>{label}</Label>
      {lines === 1 ? (
        <Input
          className={styles.input}
          dir={getFieldDirection(rest.value ?? '')}
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
      {hint !== undefined && error === null && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
    </TextField>
  );
}
