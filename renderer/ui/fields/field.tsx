import { Check } from 'lucide-react';
import {
  type FocusEventHandler,
  type KeyboardEvent,
  type KeyboardEventHandler,
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
import { type Direction, detectStrongDirection } from '../../../shared/text/characters/direction';
import { Button } from '../button';
import styles from './field.module.css';

/**
 * The direction of a single-line field by its text; undefined, the direction of the window, for a text without letters.
 * `dir="auto"` is not enough: Chromium updates it while somebody types, but not when a script sets the value or the field is
 * emptied.
 */
export function getFieldDirection(value: string): Direction | undefined {
  return detectStrongDirection(value) ?? undefined;
}

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
