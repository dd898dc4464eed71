import { ChevronDown } from 'lucide-react';
import styles from './select-field.module.css';

interface NativeSelectProps {
  /** For screen readers only, because many such fields stand below each other. */
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  isDisabled?: boolean;
  onChange: (value: string) => void;
}

/** One of several options where there are dozens of such fields: the browser's own list costs next to nothing. */
export function NativeSelect({ label, options, value, isDisabled = false, onChange }: NativeSelectProps) {
  return (
    <span className={styles.select}>
      <select
        aria-label={label}
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  );
}
