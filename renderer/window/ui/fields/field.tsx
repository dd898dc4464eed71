import { Check } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type TextareaHTMLAttributes,
  useLayoutEffect,
} from 'react';
import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
  FieldError,
  Input,
  Label,
  Text,
  TextAreaContext,
  TextField,
  type TextFieldProps,
  useContextProps,
} from 'react-aria-components';
import { Button } from '../button.tsx';
import styles from './field.module.css';
import { getFieldDirection } from './field-direction.ts';

interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'children'> {
  children: ReactNode;
}

/** A checkbox with its label. */
export function Checkbox({ children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={`${styles.checkbox} has-hidden-input`}>
      <span className={styles.box} aria-hidden="true">
        <Check size={12} strokeWidth={3} />
      </span>
      {children}
    </AriaCheckbox>
  );
}

interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  areaRef: RefObject<HTMLTextAreaElement | null> | undefined;
}

/**
 * The text area of a React Aria text field. React writes the default value of a controlled text area again after each key;
 * Chromium sees the child nodes change and ends the undo step, so that undo removes only one character. Therefore the value is
 * set here, and only when it differs.
 */
function TextArea({ areaRef, ...own }: TextAreaProps) {
  const [{ value, ...props }, area] = useContextProps(own, areaRef, TextAreaContext);
  useLayoutEffect(() => {
    const text = String(value ?? '');
    if (area.current && area.current.value !== text) area.current.value = text;
  });
  return <textarea {...props} ref={area} defaultValue="" />;
}

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

interface ReasonFormProps {
  question: string;
  hint: string;
  confirmLabel: string;
  reason: string;
  /** More than one for a longer answer, which Ctrl+Enter confirms. */
  lines?: number;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  onChange: (reason: string) => void;
  /** In UTF-16 code units. */
  maxLength: number;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}

/** Asks for the reason of a step before it is stored. */
export function ReasonForm(props: ReasonFormProps) {
  const { question, hint, confirmLabel, reason, lines, maxLength, fieldRef, onChange, onConfirm, onCancel } =
    props;
  const confirm = () => onConfirm(reason);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // Otherwise Escape would also close the card.
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Otherwise a field of one line would submit the form as well.
      event.preventDefault();
      confirm();
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={question}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <Field
        label={question}
        hint={hint}
        lines={lines}
        inputRef={fieldRef}
        value={reason}
        onChange={onChange}
        maxLength={maxLength}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" kind="primary">
          {confirmLabel}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
